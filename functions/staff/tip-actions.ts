/** What an officer can do with a tip: one table for the pages' forms and the JSON interface. */
import type { FlashCode } from "../domain/cases/desk-page.ts";
import type { TipActionName } from "../domain/cases/queue-row.ts";
import { addNote } from "../service/cases/add-note.ts";
import { assignTip } from "../service/cases/assign-tip.ts";
import { gradeTip } from "../service/cases/grade-tip.ts";
import { joinTip } from "../service/cases/join-tip.ts";
import { partTip } from "../service/cases/part-tip.ts";
import { routeTip } from "../service/cases/route-tip.ts";
import { strikeNote } from "../service/cases/strike-note.ts";
import { acceptNumber } from "../service/corrections/accept-number.ts";
import type { DeskContext } from "../service/staff-context.ts";
import { closeTip } from "../service/tips/close-tip.ts";
import { reopenTip } from "../service/tips/reopen-tip.ts";
import { restoreTip } from "../service/tips/restore-tip.ts";
import { sendMessage } from "../service/tips/send-message.ts";
import { setAsideTip } from "../service/tips/set-aside-tip.ts";
import { setBand } from "../service/tips/set-band.ts";
import { setPublicStatus } from "../service/tips/set-public-status.ts";
import { takeTip } from "../service/tips/take-tip.ts";
import { undoAction } from "../service/tips/undo-action.ts";

/** `readable`: false when what was done took the tip out of the officer's sight. */
type Done = { version: number; readable?: boolean };

interface TipAction {
  /** The verb parses its own input; fields it does not know are dropped. */
  run(ctx: DeskContext, input: Record<string, unknown> & { tipId: string }): Promise<Done>;
  done: FlashCode;
  /** The field that holds an officer's words, kept when a form is refused. */
  words?: "reason" | "text";
}

/** The verbs take `unknown` through their own schemas; this says so to the type checker in one place. */
const verb =
  <Input>(run: (ctx: DeskContext, input: Input) => Promise<Done>) =>
  (ctx: DeskContext, input: Record<string, unknown>) =>
    run(ctx, input as Input);

export const tipActionTable: Readonly<Record<TipActionName, TipAction>> = {
  assign: { run: verb(assignTip), done: "assigned" },
  take: { run: verb(takeTip), done: "taken" },
  route: { run: verb(routeTip), done: "routed", words: "reason" },
  band: { run: verb(setBand), done: "band_set", words: "reason" },
  correct: { run: verb(acceptNumber), done: "number_accepted" },
  grade: { run: verb(gradeTip), done: "graded" },
  "set-aside": { run: verb(setAsideTip), done: "set_aside", words: "reason" },
  restore: { run: verb(restoreTip), done: "restored" },
  undo: { run: verb(undoAction), done: "undone" },
  message: { run: verb(sendMessage), done: "sent", words: "text" },
  status: { run: verb(setPublicStatus), done: "status_set" },
  close: { run: verb(closeTip), done: "closed", words: "reason" },
  reopen: { run: verb(reopenTip), done: "reopened" },
  note: { run: verb(addNote), done: "noted", words: "text" },
  "strike-note": { run: verb(strikeNote), done: "note_struck" },
  join: { run: verb(joinTip), done: "joined" },
  part: { run: verb(partTip), done: "parted" },
};

export function isTipAction(name: string): name is TipActionName {
  return Object.hasOwn(tipActionTable, name);
}
