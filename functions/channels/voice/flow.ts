/**
 * The call as a table: a step says its prompts, listens for one thing, and leads on. Pure: no clock, no network, no
 * words. `next` gives the state after an input; `rows` is what the tests walk.
 */
import { z } from "zod";
import { Locale } from "../../domain/locales/locales.ts";
import type { PromptName } from "./prompts.ts";

export const StepName = z.enum(["opening", "speak", "speak_again", "receipt", "nothing"]);
export type StepName = z.infer<typeof StepName>;

/** Where a call is. `all`: the caller chose no language, so each prompt is said in every one of them. */
export const CallState = z.object({
  step: StepName,
  language: z.union([Locale, z.literal("all")]),
  /** How often this step has been said without an answer that fits. */
  tries: z.int().min(0).max(9),
});
export type CallState = z.infer<typeof CallState>;

export type Input =
  | { kind: "digits"; digits: string }
  /** Nothing was pressed or said in the time given. */
  | { kind: "silence" }
  | { kind: "recorded" };

export type Say = { prompt: PromptName } | { receipt: true };

export type Listen =
  | { kind: "language"; seconds: number }
  | { kind: "record"; seconds: number; silenceSeconds: number }
  | { kind: "hangup" };

export interface Row {
  say: readonly Say[];
  listen: Listen;
}

const prompt = (name: PromptName): Say => ({ prompt: name });
const record: Listen = { kind: "record", seconds: 600, silenceSeconds: 8 };

export const rows: Readonly<Record<StepName, Row>> = {
  opening: { say: [prompt("choose")], listen: { kind: "language", seconds: 4 } },
  speak: { say: [prompt("before"), prompt("danger"), prompt("speak")], listen: record },
  speak_again: { say: [prompt("speak_again")], listen: record },
  receipt: {
    say: [
      prompt("thanks"),
      prompt("receipt"),
      { receipt: true },
      prompt("receipt_again"),
      { receipt: true },
      prompt("keep"),
      prompt("goodbye"),
    ],
    listen: { kind: "hangup" },
  },
  nothing: { say: [prompt("nothing"), prompt("goodbye")], listen: { kind: "hangup" } },
};

/** The opening is said this often again before the call goes on in every language. */
const openingRepeats = 2;

export const firstState: CallState = { step: "opening", language: "all", tries: 0 };

/**
 * The state after `input`. `keys` are the languages by the key that chooses them. A step that hangs up has no next
 * state: it stays. Whatever comes, a caller who spoke reaches `receipt`, and nobody is sent round for ever.
 */
export function next(state: CallState, input: Input, keys: ReadonlyMap<string, Locale>): CallState {
  if (input.kind === "recorded") return { ...state, step: "receipt", tries: 0 };
  switch (state.step) {
    case "opening": {
      const chosen = input.kind === "digits" ? keys.get(input.digits) : undefined;
      if (chosen) return { step: "speak", language: chosen, tries: 0 };
      if (state.tries < openingRepeats) return { ...state, tries: state.tries + 1 };
      return { step: "speak", language: "all", tries: 0 };
    }
    case "speak":
      return { ...state, step: "speak_again", tries: 0 };
    case "speak_again":
      return { ...state, step: "nothing", tries: 0 };
    default:
      return state;
  }
}
