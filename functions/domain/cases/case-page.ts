/** What the page of one case is given to show. */
import type { CaseAction } from "../access/case-permits.ts";
import type { Region } from "../triage/verdict.ts";
import type { UndoableCaseAction } from "./case-undo.ts";
import type { NoteVisible, ShownNote } from "./note.ts";
import type { Outcome } from "./outcome.ts";
import type { QueueRow } from "./queue-row.ts";
import type { DueProposal, ShownTask } from "./task.ts";
import type { TimelinePart } from "./timeline.ts";
import type { ShownEvent, ShownOfficer } from "./tip-page.ts";
import type { Unit } from "./unit.ts";

export interface CaseDetail {
  id: string;
  /** `SK-2026-000123`. */
  reference: string;
  /** ISO 8601. */
  openedAt: string;
  closedAt: string | null;
  outcome: Outcome | null;
  unit: Unit | null;
  region: Region | null;
  owner: { id: string; name: string } | null;
  version: number;
  /** Grows with every change to a tip of the case; closing is refused when it is another than the officer saw. */
  tipsVersion: number;
  /** Those the officer may read, the most urgent first, and how many more there are. */
  tips: QueueRow[];
  elsewhere: number;
  /** All of its tips are in other cases now; `movedTo` has the references of those that this officer may read. */
  emptied: boolean;
  movedTo: string[];
  /** Emptied cases whose tips came into this one, with how much was left to do there. */
  merged: { reference: string; openTasks: number }[];
  /** Tips that were in it and that the officer may read. */
  left: string[];
  /** Those that are for this officer: of the case, and of its tips. */
  notes: (ShownNote & { tipId: string | null })[];
  tasks: ShownTask[];
  proposals: { code: DueProposal; at: string }[];
  timeline: ShownEvent[];
  part: TimelinePart;
  /** Address of the timeline before what is shown, or null. */
  earlierHref: string | null;
  latestHref: string | null;
  actions: CaseAction[];
  undoable: UndoableCaseAction | null;
  /** Officers who may lead it or be given a task. */
  officers: ShownOfficer[];
  /** Words kept from a refused form. */
  draft: CaseDraft | null;
  /** After a form that came too late: what was done since the officer looked, newest first. */
  changed: ShownEvent[];
}

export interface CaseDraft {
  action: CaseAction;
  text: string;
  outcome?: Outcome;
  visible?: NoteVisible;
  due?: string;
}

export interface CaseView extends CaseDetail {
  kind: "case";
}
