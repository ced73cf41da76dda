/**
 * The call as a table: a step says its prompts, listens for one thing, and leads on. Pure: no clock, no network, no
 * words. `next` gives the state after an input; the tests walk `rows` from every step with every input.
 */
import { z } from "zod";
import { Locale } from "../../domain/locales/locales.ts";
import { type Row, rows, StepName } from "./flow-rows.ts";

/** Where a call is. It travels in addresses that Twilio signs; what a caller says or keys in never does. */
export const CallState = z.object({
  step: StepName,
  /** `all`: the caller chose no language, so each prompt is said in Japanese and in English. */
  language: z.union([Locale, z.literal("all")]),
  /** How often the caller was asked without an answer that fits. */
  tries: z.int().min(0).max(9),
  /** How often the caller was listened to. */
  turns: z.int().min(0).max(99),
  /** Whether something of this call is recorded and not erased. */
  spoke: z.boolean(),
  /** A key cut the words short: listen at once. */
  brief: z.boolean(),
});
export type CallState = z.infer<typeof CallState>;

export type Input =
  | { kind: "digits"; digits: string }
  /** Nothing was pressed or said in the time given. */
  | { kind: "silence" }
  /** A recording ended, by this key, by silence or by its longest time. */
  | { kind: "recorded"; key: string }
  /** A keyed-in number is what it should be, or is not. */
  | { kind: "accepted" }
  | { kind: "refused" };

export interface Menu {
  /** The languages by the code that chooses them: one digit, or 9 and another. */
  codes: ReadonlyMap<string, Locale>;
}

export const firstState: CallState = {
  step: "opening",
  language: "all",
  tries: 0,
  turns: 0,
  spoke: false,
  brief: false,
};

/** How often one menu is said again after a wrong key before the call goes on without an answer. */
const repeats = 1;
/** How often the languages are said in all before the call goes on in Japanese and English. */
const openings = 3;
/** A stuck key or a machine must not hold the line for ever; no person needs half as many answers. */
const mostTurns = 60;

/** Steps for a caller who chose no language: every prompt comes twice, so there are no menus. */
const withoutMenus: Partial<Record<StepName, StepName>> = {
  ways: "talk_all",
  talk: "talk_all",
  talk_again: "talk_all_again",
  after: "receipt_all",
};

/**
 * The state after `input`. A step that hangs up has no next state: it stays. Whatever comes, a caller who spoke reaches
 * a receipt unless they erase what they said, and nobody is sent round for ever.
 */
export function next(state: CallState, input: Input, menu: Menu): CallState {
  const row = rows[state.step];
  if (row.listen.kind === "hangup") return state;
  const turns = state.turns + 1;
  const spoke = (state.spoke || input.kind === "recorded") && !erases(state, input);
  if (turns >= mostTurns) return { ...state, step: spoke ? "receipt_all" : "nothing", spoke, turns };
  if (row.listen.kind === "language") return chooseLanguage({ ...state, turns }, input, menu);
  const now = { ...state, spoke, turns, brief: false };
  const target = answer(row, keyOf(input));
  if (target) return enter(now, target);
  if (input.kind === "recorded") return enter(now, answer(row, "recorded") ?? "after");
  if (input.kind === "digits") {
    // A key during the words before a recording means: I am ready.
    if (row.listen.kind === "record") return { ...now, brief: true };
    if (state.tries < repeats) return { ...now, tries: state.tries + 1 };
  }
  return enter(now, row.to.silence);
}

/** Whether `input` at this step takes back what was recorded in this call. */
export function erases(state: CallState, input: Input): boolean {
  const key = keyOf(input);
  return key !== undefined && rows[state.step].erasedBy.includes(key);
}

function answer(row: Row, key: string | undefined): StepName | undefined {
  return key !== undefined && Object.hasOwn(row.to, key) ? row.to[key] : undefined;
}

function keyOf(input: Input): string | undefined {
  if (input.kind === "digits") return input.digits;
  if (input.kind === "recorded") return input.key;
  return input.kind;
}

function enter(state: CallState, target: StepName): CallState {
  // Where the receipt would be read there must be something it stands for.
  const honest: StepName = target === "after" && !state.spoke ? "talk_again" : target;
  const step = state.language === "all" ? (withoutMenus[honest] ?? honest) : honest;
  return { ...state, step, tries: 0 };
}

function chooseLanguage(state: CallState, input: Input, menu: Menu): CallState {
  const pressed = input.kind === "digits" ? input.digits : "";
  const code = state.step === "more_after_nine" && /^\d$/.test(pressed) ? `9${pressed}` : pressed;
  const language = menu.codes.get(code);
  if (language) return { ...state, step: "ways", language, tries: 0 };
  const more = [...menu.codes.keys()].some((each) => each.length === 2);
  if (state.step === "opening" && pressed === "9" && more) return { ...state, step: "more_after_nine" };
  const tries = state.tries + 1;
  if (tries >= openings) return { ...state, step: "talk_all", tries: 0 };
  // Silence at the first languages may mean that one's own was not among them.
  const second = state.step === "opening" && more && pressed === "";
  const again = state.step !== "opening" && pressed !== "" ? state.step : "opening";
  return { ...state, step: second ? "more" : again, tries };
}
