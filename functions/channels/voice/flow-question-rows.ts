/** "Ask me": short questions, each answer a clip of its own; ship, flight or box said or keyed in. */
import {
  key,
  keyed,
  number,
  type RecordingPart,
  type Row,
  record,
  row,
  type Say,
  type StepName,
  say,
  star,
} from "./flow-step.ts";
import type { PromptName } from "./prompts.ts";

/** A clip, or 0 for "I do not know". */
function question(part: RecordingPart, prompt: PromptName, then: StepName, intro: Say[] = []): Row {
  return row({
    say: [...intro, ...say(prompt)],
    listen: record(part, 180, 6, "#*0"),
    to: { ...star, "0": then, recorded: then, silence: then },
  });
}

const whichKeys = {
  ...star,
  "1": "which_say",
  "2": "key_container",
  "3": "key_flight",
  "4": "key_waybill",
  "0": "ask_how",
  silence: "which_say",
} as const;

/** Whoever finds the keypad too much says the number instead. */
const afterKeys = {
  ...star,
  accepted: "number_read",
  plain: "number_plain",
  doubtful: "number_doubt",
  refused: "ask_which_again",
  silence: "which_say",
} as const;

const sureKeys = {
  ...star,
  "1": "ask_how",
  "2": "ask_which_again",
  "3": "which_say",
  silence: "ask_how",
} as const;

export const questionRows = {
  ask_what: question("what", "ask_what", "ask_where", say("ask")),
  ask_where: question("where", "ask_where", "ask_when"),
  ask_when: question("when", "ask_when", "ask_which"),
  ask_which: row({ say: say("ask_which"), listen: key, to: whichKeys }),
  ask_which_again: row({
    say: say("number_again", "ask_which"),
    again: say("ask_which"),
    listen: key,
    to: whichKeys,
  }),
  which_say: question("which", "which_say", "ask_how"),
  key_container: row({ say: say("key_container"), listen: number("container", 11), to: afterKeys }),
  key_flight: row({ say: say("key_flight"), listen: number("flight", 6), to: afterKeys }),
  key_waybill: row({ say: say("key_waybill"), listen: number("waybill", 11), to: afterKeys }),
  number_read: row({
    say: [...say("number_read"), keyed, ...say("number_fits", "number_sure")],
    again: say("number_sure"),
    listen: key,
    to: sureKeys,
  }),
  number_plain: row({
    say: [...say("number_read"), keyed, ...say("number_sure")],
    again: say("number_sure"),
    listen: key,
    to: sureKeys,
  }),
  number_doubt: row({
    say: [...say("number_read"), keyed, ...say("number_doubt", "number_sure")],
    again: say("number_sure"),
    listen: key,
    to: sureKeys,
  }),
  ask_how: question("how", "ask_how", "after"),
} satisfies Partial<Record<StepName, Row>>;
