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
import { offers } from "../../../functions/channels/voice/voices.ts";
import { ends, inputs, menu, offDuty, readsReceipt, states, walk } from "./call-states.ts";

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

  it("ends within two dozen silences from everywhere: no loop is without an exit", () => {
    for (const state of states) {
      const path = walk(state, { kind: "silence" });
      expect(path.length, JSON.stringify(state)).toBeLessThanOrEqual(24);
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

  it("calls the officers in turn and then records, and reads a receipt to whoever spoke to one", () => {
    const asked = next(
      { ...firstState, step: "ways", language: "vi" },
      { kind: "digits", digits: "0" },
      menu,
    );
    expect(asked.step).toBe("officer_ask");
    const first = next(asked, { kind: "digits", digits: "1" }, menu);
    expect(first).toMatchObject({ step: "officer_dial_recorded", tries: 0 });
    const second = next(first, { kind: "unanswered" }, menu);
    expect(second).toMatchObject({ step: "officer_dial_recorded", tries: 1 });
    const none = next(second, { kind: "unanswered" }, menu);
    expect(none).toMatchObject({ step: "officer_none", spoke: false });
    expect(rows[none.step].listen.kind).toBe("record");
    const spoke = next(second, { kind: "answered" }, menu);
    expect(spoke).toMatchObject({ step: "officer_after", spoke: true });
    expect(walk(spoke, { kind: "silence" }).some(readsReceipt)).toBe(true);
  });

  it("records a talk with an officer only after the caller's yes", () => {
    const recorded = Object.entries(rows).filter(
      ([, row]) => row.listen.kind === "dial" && row.listen.recorded,
    );
    expect(recorded.map(([step]) => step)).toEqual(["officer_dial_recorded"]);
    for (const state of states) {
      for (const input of inputs) {
        if (next(state, input, menu).step !== "officer_dial_recorded") continue;
        const yes = state.step === "officer_ask" && input.kind === "digits" && input.digits === "1";
        expect(yes || state.step === "officer_dial_recorded", JSON.stringify({ state, input })).toBe(true);
      }
    }
  });

  it("takes 0 for a wrong key while no officer is on duty", () => {
    const ways: CallState = { ...firstState, step: "ways", language: "en" };
    const again = next(ways, { kind: "digits", digits: "0" }, offDuty);
    expect(again).toMatchObject({ step: "ways", tries: 1 });
    const third = next(again, { kind: "digits", digits: "0" }, offDuty);
    expect(third).toMatchObject({ step: "ways", tries: 2 });
    expect(next(third, { kind: "digits", digits: "0" }, offDuty).step).toBe("talk");
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
    for (const state of states.filter(hearsKeys)) {
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

  it("asks for keys again twice after silence or a wrong key, and then goes on where silence leads", () => {
    const asking = states.filter((state) => asksForKeys(state) && state.tries === 0);
    expect(new Set(asking.map(({ step }) => step)).size).toBeGreaterThan(20);
    const wrong: Input = { kind: "digits", digits: "12*" };
    for (const first of asking.filter(({ step }) => !rows[step].mayWait)) {
      for (const [one, two, three] of [
        [silent, silent, silent],
        [wrong, wrong, wrong],
        [silent, wrong, silent],
        [wrong, silent, wrong],
      ] as const) {
        const about = JSON.stringify({ first, one, two });
        const second = next(first, one, menu);
        expect(second, about).toMatchObject({ step: first.step, tries: 1, spoke: first.spoke });
        const third = next(second, two, menu);
        expect(third, about).toMatchObject({ step: first.step, tries: 2, spoke: first.spoke });
        expect(next(third, three, menu), about).toEqual({ ...onward(first), turns: 3 });
      }
      // The third time is as good as the first: every key still does what it does.
      for (const input of inputs.filter((each) => !unheard(first, each)))
        expect(next({ ...first, tries: 2 }, input, menu).step, JSON.stringify({ first, input })).toBe(
          next(first, input, menu).step,
        );
    }
  });

  it("goes on at once when a caller waits where the words say so, and asks twice more after a wrong key there too", () => {
    const waiting = states.filter((state) => rows[state.step].mayWait && state.tries === 0);
    expect(new Set(waiting.map(({ step }) => step))).toEqual(new Set(["ways", "officer_after"]));
    for (const state of waiting) {
      const wrong: Input = { kind: "digits", digits: "8" };
      expect(next(state, silent, menu)).toMatchObject({ ...onward(state), turns: 1 });
      const third = next(next(state, wrong, menu), wrong, menu);
      expect(third).toMatchObject({ step: state.step, tries: 2 });
      expect(next(third, wrong, menu)).toMatchObject({ ...onward(state), turns: 3 });
      expect(next(third, silent, menu)).toMatchObject({ ...onward(state), turns: 3 });
    }
  });

  it("says again the choices alone, with nothing that was read back or played before them", () => {
    const again = StepName.options.map((step) => rows[step]).filter((row) => row.again);
    expect(again.length).toBeGreaterThan(8);
    for (const { say, again: choices = [] } of again) {
      expect(say.slice(-choices.length)).toEqual(choices);
      expect(choices.some((line) => "playback" in line || "keyed" in line || "receipt" in line)).toBe(false);
    }
    // What was keyed in is in no address, so it can be read back but once.
    for (const step of StepName.options.filter((name) => rows[name].say.some((line) => "keyed" in line)))
      expect(rows[step].again, step).toBeDefined();
  });
});

const silent: Input = { kind: "silence" };

function asksForKeys({ step }: CallState): boolean {
  return ["key", "number"].includes(rows[step].listen.kind);
}

/** Where a call goes when it has asked often enough. */
function onward(state: CallState): CallState {
  return next({ ...state, tries: 2 }, silent, menu);
}

/** What is no answer at this step. */
function unheard(state: CallState, input: Input): boolean {
  const { to } = rows[state.step];
  const key = input.kind === "digits" ? input.digits : input.kind;
  return input.kind !== "recorded" && (input.kind === "silence" || !Object.hasOwn(to, key));
}

/** Steps that follow the reading of the receipt. */
function afterReceipt({ step }: CallState): boolean {
  return ["check", "check_right", "contact_refused", "contact_read"].includes(step);
}

/** No key is heard at the end, or while an officer's telephone rings. */
function hearsKeys(state: CallState): boolean {
  return state.spoke && !ends(state) && rows[state.step].listen.kind !== "dial";
}
