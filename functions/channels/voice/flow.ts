/**
 * The call as a table: a step says its prompts, listens for one thing, and leads on. Pure: no clock, no network, no
 * words. `next` gives the state after an input; the tests walk `rows` from every step with every input.
 */
import { z } from "zod";
import { Locale } from "../../domain/locales/locales.ts";
import { rows } from "./flow-rows.ts";
import { KeyedKind, type Row, StepName } from "./flow-step.ts";

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
  /** A keyed-in number is what it should be, has nothing to check, cannot be confirmed, or is none. */
  | { kind: "accepted" }
  | { kind: "plain" }
  | { kind: "doubtful" }
  | { kind: "refused" }
  /** The desk has a question for the receipt that was keyed in. */
  | { kind: "question" }
  /** An officer and the caller spoke, or the one who was called did not answer. */
  | { kind: "answered" }
  | { kind: "unanswered" };

export interface Menu {
  /** The languages by the code that chooses them: one digit, or 9 and another. */
  codes: ReadonlyMap<string, Locale>;
  /** How many officers can be called now, for a caller of this language. */
  officers(language: CallState["language"]): number;
}

export const firstState: CallState = {
  step: "opening",
  language: "all",
  tries: 0,
  turns: 0,
  spoke: false,
  brief: false,
};

/** Where a call begins that hears no menus. */
export const straightState: CallState = { ...firstState, step: "straight" };

/** How often a question for keys is said again, after silence or a wrong key, before the call goes on without an answer. */
const repeats = 2;
/** A stuck key or a machine must not hold the line for ever; no person needs half as many answers. */
const mostTurns = 60;

/** Steps for a caller who chose no language: every prompt comes twice, so there are no menus. */
const withoutMenus: Partial<Record<StepName, StepName>> = {
  ways: "talk_all",
  talk: "talk_all",
  talk_again: "talk_all_again",
  talk_more: "talk_all_more",
  paused: "talk_all_more",
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
  const spoke = (state.spoke || keeps(state, input)) && !erases(state, input);
  if (turns >= mostTurns) return { ...state, step: lastWords(state, spoke), spoke, turns };
  if (row.listen.kind === "language") return chooseLanguage({ ...state, turns }, input, menu);
  const now = { ...state, spoke, turns, brief: false };
  // Before a recording the hash key ends the words, not the recording.
  const ready = row.listen.kind === "record" && input.kind === "digits" && input.digits === "#";
  const target = ready || isUnheard(row, input) ? undefined : answer(row, keyOf(row, input));
  // The duty list in turn; `tries` counts who was called.
  if (row.listen.kind === "dial" && !target && state.tries + 1 < menu.officers(state.language))
    return { ...now, tries: state.tries + 1 };
  const noOfficer = target === "officer_ask" && menu.officers(state.language) === 0;
  if (target && !noOfficer) return enter(now, target);
  if (input.kind === "recorded")
    return enter(now, answer(row, "recorded") ?? (isBack(state) ? "back_after" : "after"));
  // A key during the words before a recording means: I am ready.
  if (input.kind === "digits" && row.listen.kind === "record") return { ...now, brief: true };
  if (asksForKeys(row) && state.tries < repeats) return { ...now, tries: state.tries + 1 };
  return enter(now, row.to.silence);
}

/** Silence is no answer to a question for keys, unless its words say that one may simply wait. */
function isUnheard(row: Row, input: Input): boolean {
  return input.kind === "silence" && asksForKeys(row) && !row.mayWait;
}

function asksForKeys({ listen }: Row): boolean {
  return listen.kind === "key" || listen.kind === "number";
}

/** Whether `input` at this step takes back what was recorded in this call. */
export function erases(state: CallState, input: Input): boolean {
  const key = keyOf(rows[state.step], input);
  return key !== undefined && rows[state.step].erasedBy.includes(key);
}

/** Whether `input` at this step leaves something behind: a recording, a number of goods, a talk with an officer. */
export function keeps(state: CallState, input: Input): boolean {
  if (input.kind === "recorded") return true;
  const { listen } = rows[state.step];
  if (listen.kind === "dial") return input.kind === "answered";
  const goods = listen.kind === "number" && KeyedKind.safeParse(listen.of).success;
  return goods && ["accepted", "plain", "doubtful"].includes(input.kind);
}

/** What a state says: all of its row, or the choices alone when they are said again. */
export function wordsOf({ say, again }: Row, { tries }: CallState): Row["say"] {
  return tries > 0 && again ? again : say;
}

/** Whether the caller came back to an earlier tip, whose receipt is not this call's to read out. */
export function isBack({ step }: Pick<CallState, "step">): boolean {
  return step.startsWith("back");
}

function lastWords(state: CallState, spoke: boolean): StepName {
  if (isBack(state)) return "goodbye";
  return spoke ? "receipt_all" : "nothing";
}

function answer(row: Row, key: string | undefined): StepName | undefined {
  return key !== undefined && Object.hasOwn(row.to, key) ? row.to[key] : undefined;
}

function keyOf(row: Row, input: Input): string | undefined {
  if (input.kind === "digits") return input.digits;
  // The key that ended a recording means nothing at a step that did not ask for one.
  if (input.kind === "recorded") return row.listen.kind === "record" ? input.key : undefined;
  return input.kind;
}

function enter(state: CallState, target: StepName): CallState {
  // Where the receipt would be read there must be something it stands for.
  const empty = !state.spoke && (target === "after" || target === "receipt_all");
  const kept = state.spoke && target === "nothing";
  const honest: StepName = empty ? "talk_again" : kept ? "after" : target;
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
  // Silence at the first languages may mean that one's own was not among them: the others are said once.
  if (state.step === "opening" && more && pressed === "" && state.tries === 0)
    return { ...state, step: "more" };
  if (state.tries >= repeats) return { ...state, step: "talk_all", tries: 0 };
  const tries = state.tries + 1;
  return { ...state, step: state.step !== "opening" && pressed !== "" ? state.step : "opening", tries };
}
