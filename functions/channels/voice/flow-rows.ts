/** The rows of the call: what each step says, what it listens for, and where each answer leads. */
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
  "talk_all",
  "talk_all_again",
  "ask_what",
  "ask_where",
  "ask_when",
  "ask_which",
  "ask_how",
  "after",
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
  "goodbye",
  "nothing",
]);
export type StepName = z.infer<typeof StepName>;

export type Say = { prompt: PromptName } | { receipt: true } | { keyed: true };

export type Listen =
  /** One of two pages of languages; `digits` is how many keys a choice may take. */
  | { kind: "language"; page: 1 | 2; digits: 1 | 2; seconds: number }
  /** One key of a menu. */
  | { kind: "key"; seconds: number }
  /** A number of at most `digits` keys, ended by the hash key. `seconds` may pass between two keys. */
  | { kind: "number"; of: "receipt" | "contact"; digits: number; seconds: number }
  /** What the caller says; `part` tells an officer what was asked. */
  | { kind: "record"; part: RecordingPart; seconds: number; silenceSeconds: number; finishOnKey: string }
  | { kind: "hangup" };

export const RecordingPart = z.enum(["talk", "what", "where", "when", "which", "how", "call_time"]);
export type RecordingPart = z.infer<typeof RecordingPart>;

export interface Row {
  say: readonly Say[];
  listen: Listen;
  /** By key pressed, or `recorded`, `accepted`, `refused`; any other answer leads where silence does. */
  to: Readonly<Record<string, StepName>> & { silence: StepName };
  /** The keys that take back what was recorded. */
  erasedBy: readonly string[];
}

const say = (...names: PromptName[]): Say[] => names.map((prompt) => ({ prompt }));
const receipt: Say = { receipt: true };
const keyed: Say = { keyed: true };

const key: Listen = { kind: "key", seconds: 5 };
const end: Listen = { kind: "hangup" };
const talk: Listen = {
  kind: "record",
  part: "talk",
  seconds: 600,
  silenceSeconds: 8,
  finishOnKey: "#*",
};
const star = { "*": "erased" } as const;

function row(parts: Omit<Row, "erasedBy"> & Partial<Pick<Row, "erasedBy">>): Row {
  const erasedBy = parts.to["*"] === "erased" ? ["*"] : [];
  return { ...parts, erasedBy: [...erasedBy, ...(parts.erasedBy ?? [])] };
}

function hangUp(...words: Say[]): Row {
  return row({ say: words, listen: end, to: { silence: "goodbye" } });
}

/** A guided question: a clip of its own, or 0 for "I do not know". */
function question(part: RecordingPart, prompt: PromptName, then: StepName, intro: Say[] = []): Row {
  return row({
    say: [...intro, ...say(prompt)],
    listen: { kind: "record", part, seconds: 180, silenceSeconds: 5, finishOnKey: "#*0" },
    to: { ...star, "0": then, recorded: then, silence: then },
  });
}

const language = (page: 1 | 2, digits: 1 | 2): Row =>
  row({ say: [], listen: { kind: "language", page, digits, seconds: 4 }, to: { silence: "talk_all" } });

/** After the receipt there is no hurry: hear it again, check it, leave a number, or hang up. */
const lastMenu = {
  ...star,
  "1": "receipt_once_more",
  "2": "check",
  "3": "contact",
  silence: "goodbye",
} as const;

export const rows: Readonly<Record<StepName, Row>> = {
  opening: language(1, 1),
  more: language(2, 2),
  more_after_nine: language(2, 1),
  ways: row({
    say: say("before", "danger", "ways"),
    listen: key,
    to: { "1": "talk", "2": "ask_what", "*": "goodbye", silence: "talk" },
  }),
  talk: row({ say: say("speak"), listen: talk, to: { ...star, recorded: "after", silence: "talk_again" } }),
  talk_again: row({
    say: say("speak_again"),
    listen: talk,
    to: { ...star, recorded: "after", silence: "nothing" },
  }),
  talk_more: row({
    say: say("speak_more"),
    listen: talk,
    to: { ...star, recorded: "after", silence: "after" },
  }),
  talk_all: row({
    say: say("before", "danger", "speak"),
    listen: talk,
    to: { ...star, recorded: "receipt_all", silence: "talk_all_again" },
  }),
  talk_all_again: row({
    say: say("speak_again"),
    listen: talk,
    to: { ...star, recorded: "receipt_all", silence: "nothing" },
  }),
  ask_what: question("what", "ask_what", "ask_where", say("ask")),
  ask_where: question("where", "ask_where", "ask_when"),
  ask_when: question("when", "ask_when", "ask_which"),
  ask_which: question("which", "ask_which", "ask_how"),
  ask_how: question("how", "ask_how", "after"),
  after: row({
    say: say("got", "after"),
    listen: key,
    to: { ...star, "1": "receipt", "2": "talk_more", "3": "talk", silence: "receipt" },
    erasedBy: ["3"],
  }),
  erased: row({
    say: say("erased"),
    listen: key,
    to: { "1": "talk", "*": "goodbye", silence: "goodbye" },
  }),
  receipt: row({
    say: [...say("receipt"), receipt, ...say("receipt_again"), receipt, ...say("keep", "last")],
    listen: key,
    to: lastMenu,
  }),
  receipt_once_more: row({
    say: [receipt, ...say("last")],
    listen: key,
    to: lastMenu,
  }),
  receipt_all: hangUp(
    ...say("got", "receipt"),
    receipt,
    ...say("receipt_again"),
    receipt,
    ...say("keep", "goodbye"),
  ),
  check: row({
    say: say("check"),
    listen: { kind: "number", of: "receipt", digits: 16, seconds: 10 },
    to: { ...star, accepted: "check_right", refused: "check_wrong", silence: "goodbye" },
  }),
  check_right: row({ say: say("check_right", "last"), listen: key, to: lastMenu }),
  check_wrong: row({
    say: [...say("check_wrong"), receipt, ...say("check")],
    listen: { kind: "number", of: "receipt", digits: 16, seconds: 10 },
    to: { ...star, accepted: "check_right", refused: "check_wrong", silence: "goodbye" },
  }),
  contact: row({
    say: say("contact"),
    listen: { kind: "number", of: "contact", digits: 15, seconds: 8 },
    to: { ...star, accepted: "contact_read", refused: "contact_refused", silence: "goodbye" },
  }),
  contact_refused: row({
    say: say("contact_refused", "contact"),
    listen: { kind: "number", of: "contact", digits: 15, seconds: 8 },
    to: { ...star, accepted: "contact_read", refused: "goodbye", silence: "goodbye" },
  }),
  contact_read: row({
    say: [...say("contact_read"), keyed, ...say("contact_sure")],
    listen: key,
    to: { ...star, "1": "call_time", "2": "contact", silence: "call_time" },
  }),
  call_time: row({
    say: say("call_time"),
    listen: { kind: "record", part: "call_time", seconds: 60, silenceSeconds: 5, finishOnKey: "#*" },
    to: { recorded: "goodbye", silence: "goodbye" },
  }),
  goodbye: hangUp(...say("goodbye")),
  nothing: hangUp(...say("nothing", "goodbye")),
};
