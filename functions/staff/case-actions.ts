/** What an officer can do with a case: one table for the pages' forms and the JSON interface. */
import type { CaseAction } from "../domain/access/case-permits.ts";
import type { FlashCode } from "../domain/cases/desk-page.ts";
import { addCaseNote } from "../service/case-work/add-case-note.ts";
import { addTask } from "../service/case-work/add-task.ts";
import { closeCase } from "../service/case-work/close-case.ts";
import { finishTask } from "../service/case-work/finish-task.ts";
import { reopenCase } from "../service/case-work/reopen-case.ts";
import { reopenTask } from "../service/case-work/reopen-task.ts";
import { setCaseOwner } from "../service/case-work/set-case-owner.ts";
import { setCaseRegion } from "../service/case-work/set-case-region.ts";
import { setCaseUnit } from "../service/case-work/set-case-unit.ts";
import { strikeCaseNote } from "../service/case-work/strike-case-note.ts";
import { undoCase } from "../service/case-work/undo-case.ts";
import { withdrawTask } from "../service/case-work/withdraw-task.ts";
import type { DeskContext } from "../service/staff-context.ts";

interface CaseVerb {
  /** The verb parses its own input; fields it does not know are dropped. */
  run(ctx: DeskContext, input: Record<string, unknown> & { caseId: string }): Promise<{ version: number }>;
  done: FlashCode;
  /** The field that holds an officer's words, kept when a form is refused. */
  words?: "reason" | "text";
}

/** The verbs take `unknown` through their own schemas; this says so to the type checker in one place. */
const verb =
  <Input>(run: (ctx: DeskContext, input: Input) => Promise<{ version: number }>) =>
  (ctx: DeskContext, input: Record<string, unknown>) =>
    run(ctx, input as Input);

export type CaseVerbName = Exclude<CaseAction, "read">;

export const caseActionTable: Readonly<Record<CaseVerbName, CaseVerb>> = {
  note: { run: verb(addCaseNote), done: "noted", words: "text" },
  "strike-note": { run: verb(strikeCaseNote), done: "note_struck" },
  "add-task": { run: verb(addTask), done: "task_added", words: "text" },
  "finish-task": { run: verb(finishTask), done: "task_done" },
  "reopen-task": { run: verb(reopenTask), done: "task_undone" },
  "withdraw-task": { run: verb(withdrawTask), done: "task_withdrawn" },
  unit: { run: verb(setCaseUnit), done: "unit_set" },
  region: { run: verb(setCaseRegion), done: "region_set" },
  owner: { run: verb(setCaseOwner), done: "owner_set" },
  close: { run: verb(closeCase), done: "case_closed", words: "reason" },
  reopen: { run: verb(reopenCase), done: "case_reopened" },
  undo: { run: verb(undoCase), done: "undone" },
};

export function isCaseVerb(name: string): name is CaseVerbName {
  return Object.hasOwn(caseActionTable, name);
}
