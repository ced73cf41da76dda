/** The rows of the call: what each step says, what it listens for, and where each answer leads. */
import { backRows } from "./flow-back-rows.ts";
import { officerRows } from "./flow-officer-rows.ts";
import { questionRows } from "./flow-question-rows.ts";
import {
  hangUp,
  key,
  keyed,
  number,
  type Row,
  receipt,
  record,
  row,
  type StepName,
  say,
  star,
} from "./flow-step.ts";

/** Ten minutes at most; a pause for thought is no end. */
const talk = record("talk", 600, 10, "#*0");

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

const afterMenu = {
  ...star,
  "1": "receipt",
  "2": "listen",
  "3": "talk_more",
  "4": "talk",
  "0": "officer_ask",
  silence: "receipt",
} as const;

const officer = { onDuty: "officer" } as const;

/** Who chose no language has no menus: a pause asks them to go on, hash or silence ends. */
const allAfter = { ...star, "#": "receipt_all", recorded: "talk_all_more" } as const;

export const rows: Readonly<Record<StepName, Row>> = {
  opening: language(1, 1),
  more: language(2, 2),
  more_after_nine: language(2, 1),
  ways: row({
    say: [...say("before", "danger", "ways"), officer],
    again: [...say("ways"), officer],
    listen: key,
    mayWait: true,
    to: { "0": "officer_ask", "1": "talk", "2": "ask_what", "3": "back", "*": "goodbye", silence: "talk" },
  }),
  talk: row({
    say: say("speak"),
    listen: talk,
    to: { ...star, "0": "paused", recorded: "after", silence: "talk_again" },
  }),
  talk_again: row({
    say: say("speak_again"),
    listen: talk,
    to: { ...star, "0": "paused", recorded: "after", silence: "nothing" },
  }),
  talk_more: row({
    say: say("speak_more"),
    listen: talk,
    to: { ...star, "0": "paused", recorded: "after", silence: "after" },
  }),
  paused: row({
    say: say("paused"),
    listen: { kind: "key", seconds: 60 },
    to: { ...star, "0": "talk_more", "1": "talk_more", "#": "after", silence: "after" },
  }),
  talk_all: row({
    say: say("speak_all"),
    listen: talk,
    to: { ...allAfter, silence: "talk_all_again" },
  }),
  talk_all_again: row({ say: say("speak_again"), listen: talk, to: { ...allAfter, silence: "nothing" } }),
  talk_all_more: row({ say: say("speak_more"), listen: talk, to: { ...allAfter, silence: "receipt_all" } }),
  /** The shortest way, when the lines are full or one number calls without end: speak, and the receipt. */
  straight: row({
    say: say("speak_all"),
    listen: record("talk", 600, 10, "#*"),
    to: { ...star, recorded: "receipt_all", silence: "talk_all_again" },
  }),
  ...questionRows,
  after: row({
    say: [...say("got", "after"), officer],
    again: [...say("after"), officer],
    listen: key,
    to: afterMenu,
    erasedBy: ["4"],
  }),
  listen: row({
    say: [{ playback: true }, ...say("after"), officer],
    again: [...say("after"), officer],
    listen: key,
    to: afterMenu,
    erasedBy: ["4"],
  }),
  erased: row({
    say: say("erased"),
    listen: key,
    to: { "1": "talk", "*": "goodbye", silence: "goodbye" },
  }),
  receipt: row({
    say: [...say("receipt"), receipt, ...say("receipt_again"), receipt, ...say("keep", "last")],
    again: say("last"),
    listen: key,
    to: lastMenu,
  }),
  receipt_once_more: row({ say: [receipt, ...say("last")], again: say("last"), listen: key, to: lastMenu }),
  receipt_all: hangUp(
    ...say("got", "receipt"),
    receipt,
    ...say("receipt_again"),
    receipt,
    ...say("keep", "goodbye"),
  ),
  check: row({
    say: say("check"),
    listen: number("receipt", 16, 10),
    to: { ...star, accepted: "check_right", refused: "check_wrong", silence: "goodbye" },
  }),
  check_right: row({ say: say("check_right", "last"), again: say("last"), listen: key, to: lastMenu }),
  check_wrong: row({
    say: [...say("check_wrong"), receipt, ...say("check")],
    again: say("check"),
    listen: number("receipt", 16, 10),
    to: { ...star, accepted: "check_right", refused: "check_wrong", silence: "goodbye" },
  }),
  contact: row({
    say: say("contact"),
    listen: number("contact", 15),
    to: { ...star, accepted: "contact_read", refused: "contact_refused", silence: "goodbye" },
  }),
  contact_refused: row({
    say: say("contact_refused", "contact"),
    again: say("contact"),
    listen: number("contact", 15),
    to: { ...star, accepted: "contact_read", refused: "goodbye", silence: "goodbye" },
  }),
  contact_read: row({
    say: [...say("contact_read"), keyed, ...say("contact_sure")],
    again: say("contact_sure"),
    listen: key,
    to: { ...star, "1": "call_time", "2": "contact", silence: "call_time" },
  }),
  call_time: row({
    say: say("call_time"),
    listen: record("call_time", 60, 6, "#*"),
    to: { ...star, recorded: "goodbye", silence: "goodbye" },
  }),
  ...backRows,
  ...officerRows,
  goodbye: hangUp(...say("goodbye")),
  nothing: hangUp(...say("nothing", "goodbye")),
};
