/** An officer, live: asked for by key within duty hours, and never a dead end. */
import { type Row, record, row, type StepName, say, star } from "./flow-step.ts";

const key = { kind: "key", seconds: 6 } as const;

/** After the last of the duty list the words are recorded as ever. */
const dial = (recorded: boolean): Row =>
  row({
    say: say("officer_wait"),
    listen: { kind: "dial", recorded },
    to: { answered: "officer_after", silence: "officer_none" },
  });

export const officerRows = {
  officer_ask: row({
    say: say("officer_record"),
    listen: key,
    to: { ...star, "1": "officer_dial_recorded", "2": "officer_dial", silence: "officer_dial" },
  }),
  officer_dial: dial(false),
  officer_dial_recorded: dial(true),
  officer_none: row({
    say: say("officer_none", "speak"),
    listen: record("talk", 600, 10, "#*0"),
    to: { ...star, "0": "paused", recorded: "after", silence: "talk_again" },
  }),
  officer_after: row({
    say: say("officer_after"),
    listen: key,
    mayWait: true,
    to: { ...star, "1": "talk_more", "2": "receipt", silence: "receipt" },
  }),
} satisfies Partial<Record<StepName, Row>>;
