import { describe, expect, it } from "vitest";
import {
  type CallState,
  firstState,
  type Input,
  next,
  rows,
  StepName,
} from "../../../functions/channels/voice/flow.ts";
import { type PromptName, voiceWords } from "../../../functions/channels/voice/prompts.ts";
import { promptsOf, speak } from "../../../functions/channels/voice/twiml.ts";
import { parseTwiml } from "../../support/fake-twilio/twiml.ts";

const keys = new Map([...voiceWords].map(([locale, words]) => [words.key, locale] as const));
const base = "https://tips.example/twilio/voice";

const inputs: Input[] = [
  { kind: "silence" },
  { kind: "recorded" },
  ...["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#", "12", "x", "", "１"].map(
    (digits): Input => ({ kind: "digits", digits }),
  ),
];

/** Every state that can be reached from the first one, by any inputs. */
function reachable(): CallState[] {
  const seen = new Map<string, CallState>();
  const queue = [firstState];
  for (let state = queue.shift(); state; state = queue.shift()) {
    const key = JSON.stringify(state);
    if (seen.has(key)) continue;
    seen.set(key, state);
    for (const input of inputs) queue.push(next(state, input, keys));
  }
  return [...seen.values()];
}

const ends = (state: CallState) => rows[state.step].listen.kind === "hangup";

describe("the call flow", () => {
  const states = reachable();

  it("reaches every step of the table, in every language", () => {
    expect(new Set(states.map((state) => state.step))).toEqual(new Set(StepName.options));
    for (const locale of [...voiceWords.keys(), "all"]) {
      expect(states.some((state) => state.step === "speak" && state.language === locale)).toBe(true);
    }
  });

  it("brings whoever spoke to the receipt, from every state", () => {
    for (const state of states) expect(next(state, { kind: "recorded" }, keys).step).toBe("receipt");
  });

  it("ends by itself within eight steps, whatever is pressed or not said", () => {
    for (const state of states) {
      for (const input of inputs) {
        let at = state;
        let steps = 0;
        while (!ends(at) && steps < 20) {
          at = next(at, input, keys);
          steps += 1;
        }
        expect(steps, JSON.stringify({ state, input })).toBeLessThanOrEqual(8);
      }
    }
  });

  it("lets someone who never presses anything speak, in every language, before it gives up", () => {
    let state = firstState;
    const path = [state.step];
    while (!ends(state)) {
      state = next(state, { kind: "silence" }, keys);
      path.push(state.step);
    }
    expect(path).toEqual(["opening", "opening", "opening", "speak", "speak_again", "nothing"]);
    expect(state.language).toBe("all");
  });

  it("makes TwiML that Twilio can follow from every state, whose addresses are all our own", () => {
    for (const state of states) {
      const document = speak(state, { words: voiceWords, base, receipt: "1234567890123456" });
      const verbs = parseTwiml(document);
      expect(verbs.length).toBeGreaterThan(0);
      const addresses = document.match(/https?:\/\/[^"<]+/g) ?? [];
      for (const address of addresses) expect(address.startsWith(`${base}/`)).toBe(true);
      const last = verbs.at(-1)?.name;
      expect(["Gather", "Redirect", "Hangup"]).toContain(last);
    }
  });

  it("says the receipt digit by digit, twice", () => {
    const state: CallState = { step: "receipt", language: "en", tries: 0 };
    const said = parseTwiml(speak(state, { words: voiceWords, base, receipt: "1234567890123456" })).map(
      (verb) => verb.text,
    );
    const digits = said.filter((text) => /^\d(, \d){3}$/.test(text));
    expect(digits).toEqual([
      "1, 2, 3, 4",
      "5, 6, 7, 8",
      "9, 0, 1, 2",
      "3, 4, 5, 6",
      "1, 2, 3, 4",
      "5, 6, 7, 8",
      "9, 0, 1, 2",
      "3, 4, 5, 6",
    ]);
  });
});

/** Seconds a voice needs for a text: measured speaking rates, rounded up against us. */
function seconds(text: string): number {
  const wide = [...text].filter((character) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(character),
  ).length;
  return wide / 6 + (text.length - wide) / 14;
}

describe("the words of the call", () => {
  it("reach the first choice within twenty seconds, all languages together", () => {
    const total = [...voiceWords.values()].reduce((sum, words) => sum + seconds(words.prompts.choose), 0);
    expect(total).toBeLessThan(20);
  });

  it("name the two numbers for danger, digit by digit where a voice would say a hundred", () => {
    expect(voiceWords.get("ja")?.prompts.danger).toMatch(/110.*118/);
    expect(voiceWords.get("en")?.prompts.danger).toMatch(/1 1 0.*1 1 8/);
  });

  it("give each language a key of its own and every prompt that the table uses", () => {
    expect(keys.size).toBe(voiceWords.size);
    const used = new Set<PromptName>(
      StepName.options.flatMap((step) => promptsOf({ step, language: "all", tries: 0 })),
    );
    for (const words of voiceWords.values()) {
      for (const name of used) expect(words.prompts[name].trim()).not.toBe("");
    }
  });
});
