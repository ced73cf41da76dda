import { describe, expect, it } from "vitest";
import {
  type CallState,
  erases,
  firstState,
  type Input,
  isBack,
  keeps,
  next,
} from "../../../functions/channels/voice/flow.ts";
import { rows } from "../../../functions/channels/voice/flow-rows.ts";
import { StepName } from "../../../functions/channels/voice/flow-step.ts";
import { speak } from "../../../functions/channels/voice/twiml.ts";
import { offers } from "../../../functions/channels/voice/voices.ts";
import { parseTwiml, type Verb } from "../../support/fake-twilio/twiml.ts";

const menu = { codes: new Map(offers.map(({ code, locale }) => [code, locale])) };
const publicUrl = "https://tips.example";
const document = (state: CallState) =>
  speak(state, {
    offers,
    publicUrl,
    receipt: "1234567890123456",
    keyed: ["0900", "0000", "000"],
    question: { text: "Which gate was it?", lang: "en" },
    playback: `${publicUrl}/twilio/voice/playback/x`,
  });

const keys = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"];
const garbage = ["91", "99", "12", "x", "", "１", "recorded", "constructor", "1234567890123456"];
const inputs: Input[] = [
  { kind: "silence" },
  { kind: "accepted" },
  { kind: "plain" },
  { kind: "doubtful" },
  { kind: "refused" },
  { kind: "question" },
  ...[...keys, ...garbage].map((digits): Input => ({ kind: "digits", digits })),
  ...["#", "*", "0", "", "hangup"].map((key): Input => ({ kind: "recorded", key })),
];

/** Every state a call can be in, by any inputs; `turns` only ends a call and is left out of the search. */
function reachable(): CallState[] {
  const seen = new Map<string, CallState>();
  const queue = [firstState];
  for (let state = queue.shift(); state; state = queue.shift()) {
    const key = JSON.stringify({ ...state, turns: 0 });
    if (seen.has(key)) continue;
    seen.set(key, { ...state, turns: 0 });
    for (const input of inputs) queue.push({ ...next({ ...state, turns: 0 }, input, menu), turns: 0 });
  }
  return [...seen.values()];
}

const states = reachable();
const ends = (state: CallState) => rows[state.step].listen.kind === "hangup";
const readsReceipt = (state: CallState) => rows[state.step].say.some((line) => "receipt" in line);

/** Where a call goes when the same thing happens again and again. */
function walk(from: CallState, input: Input): CallState[] {
  const path = [from];
  for (let state = from; !ends(state) && path.length < 100; path.push(state))
    state = next(state, input, menu);
  return path;
}

describe("the call flow", () => {
  it("reaches every step of the table, and every language that is offered", () => {
    // The second page of languages is reached only while there are more languages than one page holds.
    const secondPage = [...menu.codes.keys()].some((code) => code.length === 2);
    const expected = StepName.options.filter((step) => secondPage || !step.startsWith("more"));
    expect(new Set(states.map((state) => state.step))).toEqual(new Set(expected));
    for (const { locale } of offers) {
      expect(states.some((state) => state.step === "talk" && state.language === locale)).toBe(true);
    }
  });

  it("ends within a dozen silences from everywhere: no loop is without an exit", () => {
    for (const state of states) {
      const path = walk(state, { kind: "silence" });
      expect(path.length, JSON.stringify(state)).toBeLessThanOrEqual(12);
      expect(ends(path.at(-1) ?? state)).toBe(true);
    }
  });

  it("ends at some time even if a key is stuck or a machine answers", () => {
    for (const state of states) {
      for (const input of inputs) {
        const last = walk(state, input).at(-1);
        expect(last && ends(last), JSON.stringify({ state, input })).toBe(true);
      }
    }
  });

  it("reads a receipt to whoever spoke and then only waits, and to nobody who said nothing", () => {
    for (const state of states.filter(
      (each) => !ends(each) && !isBack(each) && !["contact", "call_time"].includes(each.step),
    )) {
      const path = walk(state, { kind: "silence" });
      const told = path.some(readsReceipt) || afterReceipt(state);
      expect(told, JSON.stringify(state)).toBe(state.spoke);
    }
  });

  it("never reads a receipt to a caller who came back: it would be the wrong one, or another person's", () => {
    const back = states.filter((each) => isBack(each));
    expect(back.length).toBeGreaterThan(10);
    for (const state of back) {
      for (const input of inputs) {
        const after = next({ ...state, turns: 59 }, input, menu);
        expect(readsReceipt(after), JSON.stringify({ state, input })).toBe(false);
        expect(isBack(after) || after.step === "goodbye", JSON.stringify({ state, input })).toBe(true);
      }
    }
  });

  it("answers a receipt that no tip has exactly like one without a question", () => {
    for (const step of ["back_receipt", "back_receipt_again"] as const) {
      const state: CallState = { ...firstState, step, language: "en" };
      expect(next(state, { kind: "accepted" }, menu).step).toBe("back_open");
      expect(next(state, { kind: "question" }, menu).step).toBe("back_question");
    }
  });

  it("lets everyone who came back speak, whatever they key in", () => {
    for (const state of states.filter(({ step }) => step.startsWith("back_receipt"))) {
      for (const input of inputs.filter((each) => each.kind !== "digits" && each.kind !== "recorded")) {
        const path = walk(next(state, input, menu), { kind: "silence" });
        expect(path.some(({ step }) => rows[step].listen.kind === "record")).toBe(true);
      }
    }
  });

  it("counts a number of goods as something said, also one that cannot be confirmed", () => {
    for (const step of ["key_container", "key_flight", "key_waybill"] as const) {
      const state: CallState = { ...firstState, step, language: "ja" };
      for (const kind of ["accepted", "plain", "doubtful"] as const) {
        expect(keeps(state, { kind })).toBe(true);
        const path = walk(next(state, { kind }, menu), { kind: "silence" });
        expect(path.some(readsReceipt), `${step} ${kind}`).toBe(true);
      }
      expect(keeps(state, { kind: "refused" })).toBe(false);
    }
    expect(keeps({ ...firstState, step: "contact", language: "ja" }, { kind: "accepted" })).toBe(false);
  });

  it("takes the hash key before a recording for impatience, and after it for the end", () => {
    const all: CallState = { ...firstState, step: "talk_all" };
    expect(next(all, { kind: "digits", digits: "#" }, menu)).toMatchObject({ step: "talk_all", brief: true });
    expect(next(all, { kind: "recorded", key: "#" }, menu).step).toBe("receipt_all");
    expect(next(all, { kind: "recorded", key: "" }, menu).step).toBe("talk_all_more");
  });

  it("takes a recording for something said, at every step that records", () => {
    for (const state of states.filter((each) => rows[each.step].listen.kind === "record")) {
      for (const key of ["#", "", "hangup"]) {
        expect(next(state, { kind: "recorded", key }, menu).spoke, JSON.stringify(state)).toBe(true);
      }
    }
  });

  it("takes back what was said by the star key at every step after speaking, and never without a key", () => {
    for (const state of states.filter((each) => each.spoke && !ends(each))) {
      const star: Input = { kind: "digits", digits: "*" };
      expect(erases(state, star), state.step).toBe(true);
      const erased = isBack(state) ? "back_erased" : "erased";
      expect(next(state, star, menu)).toMatchObject({ step: erased, spoke: false });
      const recording = rows[state.step].listen.kind === "record";
      if (recording)
        expect(next(state, { kind: "recorded", key: "*" }, menu)).toMatchObject({
          step: erased,
          spoke: false,
        });
      for (const input of inputs.filter(({ kind }) => kind === "silence" || kind === "refused")) {
        expect(erases(state, input)).toBe(false);
        expect(next(state, input, menu).spoke).toBe(true);
      }
    }
  });

  it("lets someone who presses nothing speak in Japanese and English before it gives up", () => {
    const path = walk(firstState, { kind: "silence" });
    expect(path.map((state) => state.step)).toEqual([
      "opening",
      ...(offers.some(({ code }) => code.length === 2) ? ["more"] : ["opening"]),
      "opening",
      ...(offers.some(({ code }) => code.length === 2) ? ["opening"] : []),
      "talk_all",
      "talk_all_again",
      "nothing",
    ]);
    expect(path.at(-1)?.language).toBe("all");
  });

  it("keeps to a language once it is chosen", () => {
    for (const state of states.filter((each) => each.language !== "all")) {
      for (const input of inputs) expect(next(state, input, menu).language).toBe(state.language);
    }
  });

  it("says a menu again once after a wrong key, and then goes on by itself", () => {
    const menus = states.filter(
      ({ step, tries, language }) => rows[step].listen.kind === "key" && tries === 0 && language === "en",
    );
    expect(menus.length).toBeGreaterThan(5);
    for (const state of menus) {
      const again = next(state, { kind: "digits", digits: "8" }, menu);
      expect(again).toMatchObject({ step: state.step, tries: 1 });
      expect(next(again, { kind: "digits", digits: "8" }, menu).step).toBe(
        next(state, { kind: "silence" }, menu).step,
      );
    }
  });
});

/** Steps that follow the reading of the receipt. */
function afterReceipt({ step }: CallState): boolean {
  return ["check", "check_right", "contact_refused", "contact_read"].includes(step);
}

describe("the TwiML of every state", () => {
  it("can be followed by Twilio, and never leaves the caller without a way on", () => {
    for (const state of states) {
      const verbs = parseTwiml(document(state));
      const last = verbs.at(-1)?.name;
      expect(last, state.step).toBe(
        { hangup: "Hangup", record: "Redirect", key: "Gather", number: "Gather", language: "Gather" }[
          rows[state.step].listen.kind
        ],
      );
      if (last === "Gather") expect(verbs.at(-1)?.attributes.actionOnEmptyResult).toBe("true");
    }
  });

  it("names no address but our own, and nothing a caller said or keyed in", () => {
    for (const state of states) {
      const text = document(state);
      for (const address of text.match(/https?:\/\/[^"<]+/g) ?? []) {
        expect(address).toMatch(/^https:\/\/tips\.example\/(twilio\/voice|voice)\//);
        expect(address).not.toMatch(/1234567890123456|09000000000/);
      }
    }
  });

  it("is said in the chosen language's own voice and no other", () => {
    for (const { locale, words } of offers.filter((offer) => offer.words.voice !== "recorded")) {
      const state: CallState = { ...firstState, step: "receipt", language: locale, spoke: true };
      const voices = new Set(said(parseTwiml(document(state))).map((verb) => verb.attributes.language));
      expect(voices).toEqual(new Set([words.voice !== "recorded" && words.voice.language]));
    }
  });

  it("reads the receipt digit by digit, twice", () => {
    const state: CallState = { ...firstState, step: "receipt", language: "en", spoke: true };
    const digits = said(parseTwiml(document(state)))
      .map((verb) => verb.text)
      .filter((text) => /^\d(, \d){3}$/.test(text));
    expect(digits.map((group) => group.replaceAll(", ", "")).join(" ")).toBe(
      "1234 5678 9012 3456 1234 5678 9012 3456",
    );
  });

  it("lets a key cut short every prompt before a recording", () => {
    for (const state of states.filter((each) => rows[each.step].listen.kind === "record")) {
      const names = parseTwiml(document(state)).map((verb) => verb.name);
      expect(names).toEqual(state.brief ? ["Record", "Redirect"] : ["Gather", "Record", "Redirect"]);
    }
  });
});

function said(verbs: Verb[]): Verb[] {
  return verbs.flatMap((verb) => [verb, ...verb.children]).filter((verb) => verb.name === "Say");
}
