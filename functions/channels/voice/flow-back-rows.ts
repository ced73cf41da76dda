/** Coming back: a call that was cut off goes on, and the desk's question is heard and answered. */
import { key, number, type Row, record, row, type StepName, say } from "./flow-step.ts";

const star = { "*": "back_erased" } as const;

/** Whatever was keyed in, the caller may speak: a receipt that no tip has answers like one without a question. */
const afterReceipt = {
  ...star,
  question: "back_question",
  accepted: "back_open",
  silence: "back_open",
} as const;

const added = { ...star, recorded: "back_after", silence: "back_after" } as const;

export const backRows = {
  back: row({
    say: say("back"),
    listen: key,
    to: { "1": "back_continue", "2": "back_receipt", "*": "goodbye", silence: "back_receipt" },
  }),
  back_continue: row({
    say: say("go_on"),
    listen: record("talk", 600, 10, "#*"),
    to: { ...star, recorded: "back_after", silence: "back_more" },
  }),
  back_receipt: row({
    say: say("back_receipt"),
    listen: number("back", 16, 10),
    to: { ...afterReceipt, refused: "back_receipt_again" },
  }),
  back_receipt_again: row({
    say: say("back_receipt_again", "back_receipt"),
    again: say("back_receipt"),
    listen: number("back", 16, 10),
    to: { ...afterReceipt, refused: "back_open" },
  }),
  back_question: row({
    say: [
      ...say("question"),
      { question: true },
      ...say("question_again"),
      { question: true },
      ...say("answer"),
    ],
    listen: record("answer", 600, 10, "#*"),
    to: { ...star, recorded: "back_after", silence: "back_more" },
  }),
  back_open: row({
    say: [{ status: true }, ...say("no_question", "answer")],
    listen: record("added", 600, 10, "#*"),
    to: { ...star, recorded: "back_after", silence: "back_more" },
  }),
  back_more: row({ say: say("speak_more"), listen: record("added", 600, 10, "#*"), to: added }),
  back_after: row({
    say: say("got", "back_after"),
    again: say("back_after"),
    listen: key,
    to: { ...star, "1": "back_more", silence: "goodbye" },
  }),
  back_erased: row({
    say: say("erased"),
    listen: key,
    to: { "1": "back_more", "*": "goodbye", silence: "goodbye" },
  }),
} satisfies Partial<Record<StepName, Row>>;
