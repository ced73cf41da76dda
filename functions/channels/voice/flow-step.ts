/** What a step of the call is made of, and the small helpers its rows are written with. */
import { z } from "zod";
import type { PromptName } from "./prompts.ts";

export const StepName = z.enum([
  "opening",
  "more",
  "more_after_nine",
  "ways",
  "talk",
  "talk_again",
  "talk_more",
  "paused",
  "talk_all",
  "talk_all_again",
  "talk_all_more",
  "straight",
  "ask_what",
  "ask_where",
  "ask_when",
  "ask_which",
  "ask_which_again",
  "which_say",
  "key_container",
  "key_flight",
  "key_waybill",
  "number_read",
  "number_plain",
  "number_doubt",
  "ask_how",
  "after",
  "listen",
  "erased",
  "receipt",
  "receipt_once_more",
  "receipt_all",
  "check",
  "check_right",
  "check_wrong",
  "contact",
  "contact_refused",
  "contact_read",
  "call_time",
  "back",
  "back_continue",
  "back_receipt",
  "back_receipt_again",
  "back_question",
  "back_open",
  "back_more",
  "back_after",
  "back_erased",
  "officer_ask",
  "officer_dial",
  "officer_dial_recorded",
  "officer_none",
  "officer_after",
  "goodbye",
  "nothing",
]);
export type StepName = z.infer<typeof StepName>;

/**
 * `receipt`: the call's own, in fours. `keyed`: what was just keyed in, in its groups. `question`: the desk's words to
 * the holder of a receipt. `status`: where it stands, in the desk's words. `playback`: what the call has recorded so far.
 */
export type Say =
  | { prompt: PromptName }
  | { receipt: true }
  | { keyed: true }
  | { question: true }
  | { status: true }
  | { playback: true }
  /** Said only while an officer can be spoken to. */
  | { onDuty: PromptName };

/** What a keyed-in number is for. */
export type NumberOf = "receipt" | "contact" | "back" | KeyedKind;
/** Numbers of goods on their way that a keypad can give. */
export const KeyedKind = z.enum(["container", "flight", "waybill"]);
export type KeyedKind = z.infer<typeof KeyedKind>;

export type Listen =
  /** One of two pages of languages; `digits` is how many keys a choice may take. */
  | { kind: "language"; page: 1 | 2; digits: 1 | 2; seconds: number }
  /** One key of a menu. */
  | { kind: "key"; seconds: number }
  /** A number of at most `digits` keys, ended by the hash key. `seconds` may pass between two keys. */
  | { kind: "number"; of: NumberOf; digits: number; seconds: number }
  /** What the caller says; `part` tells an officer what was asked. */
  | { kind: "record"; part: RecordingPart; seconds: number; silenceSeconds: number; finishOnKey: string }
  /** Calls the officers on duty, one after the other; `recorded` only with the caller's leave. */
  | { kind: "dial"; recorded: boolean }
  | { kind: "hangup" };

export const RecordingPart = z.enum([
  "talk",
  "what",
  "where",
  "when",
  "which",
  "how",
  "call_time",
  "answer",
  "added",
  "officer",
]);
export type RecordingPart = z.infer<typeof RecordingPart>;

export interface Row {
  say: readonly Say[];
  /** Said instead when it is asked again: the choices alone. */
  again?: readonly Say[];
  listen: Listen;
  /** Its words say that whoever waits goes on: silence is an answer, and the question is not asked again. */
  mayWait?: true;
  /**
   * By key pressed (also the one that ended a recording), `recorded`, or another kind of `Input`; any other answer
   * leads where silence does.
   */
  to: Readonly<Record<string, StepName>> & { silence: StepName };
  /** The keys that take back what was recorded. */
  erasedBy: readonly string[];
}

export const say = (...names: PromptName[]): Say[] => names.map((prompt) => ({ prompt }));
export const receipt: Say = { receipt: true };
export const keyed: Say = { keyed: true };

export const key: Listen = { kind: "key", seconds: 5 };
export const star = { "*": "erased" } as const;

export function record(
  part: RecordingPart,
  seconds: number,
  silenceSeconds: number,
  finishOnKey: string,
): Listen {
  return { kind: "record", part, seconds, silenceSeconds, finishOnKey };
}

export function number(of: NumberOf, digits: number, seconds = 8): Listen {
  return { kind: "number", of, digits, seconds };
}

const erasing: readonly StepName[] = ["erased", "back_erased"];

export function row(parts: Omit<Row, "erasedBy"> & Partial<Pick<Row, "erasedBy">>): Row {
  const star = parts.to["*"];
  const erasedBy = star && erasing.includes(star) ? ["*"] : [];
  return { ...parts, erasedBy: [...erasedBy, ...(parts.erasedBy ?? [])] };
}

export function hangUp(...words: Say[]): Row {
  return row({ say: words, listen: { kind: "hangup" }, to: { silence: "goodbye" } });
}
