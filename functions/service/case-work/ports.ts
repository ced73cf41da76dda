/** What the verbs on cases need of the world, as types only. */
import type { CaseState } from "../../domain/access/case-permits.ts";
import type { NoteVisible } from "../../domain/cases/note.ts";
import type { Outcome } from "../../domain/cases/outcome.ts";
import type { TimelineFilter } from "../../domain/cases/timeline.ts";
import type { Unit } from "../../domain/cases/unit.ts";
import type { Region } from "../../domain/triage/verdict.ts";
import type { EventRow, NewEvent, NewNote, NoteRow, TipChange } from "../cases/ports.ts";

export interface CaseRow {
  id: string;
  reference: string;
  openedAt: Date;
  closedAt: Date | null;
  outcome: Outcome | null;
  unit: Unit | null;
  region: Region | null;
  owner: { id: string; name: string } | null;
  version: number;
  /** The regions of its tips, without its own. */
  tipRegions: (Region | null)[];
  /** Whether any of its tips is open. */
  state: CaseState;
}

export interface NewTask {
  id: string;
  caseId: string;
  sealed: Uint8Array;
  officerId: string | null;
  unit: Unit | null;
  dueAt: Date;
  madeBy: string;
  madeAt: Date;
}

export interface TaskRow extends Omit<NewTask, "officerId" | "madeBy"> {
  caseReference: string;
  officer: { id: string; name: string } | null;
  madeBy: { id: string; name: string };
  done: { by: string; at: Date } | null;
  withdrawnAt: Date | null;
  version: number;
}

/** A task that waits, with what decides who may see it. */
export interface WaitingTask extends TaskRow {
  caseState: CaseState;
  regions: (Region | null)[];
}

export interface CaseChange {
  caseId: string;
  /** The change is refused when the case is at another version. */
  version: number;
  set: { unit?: Unit | null; region?: Region | null; ownerId?: string | null };
  event: NewEvent;
}

/** A tip as it is to become, refused when it is at another version. */
export interface CaseTip {
  tipId: string;
  version: number;
  set: TipChange["set"];
  event: NewEvent;
}

export interface CaseStore {
  /** By id or by reference. */
  find(name: { id: string } | { reference: string }): Promise<CaseRow | undefined>;
  /** Newest first: what happened to the case, and to those of its tips that are named. */
  timeline(query: {
    caseId: string;
    tipIds: readonly string[];
    filter: TimelineFilter;
    before: number | null;
    limit: number;
  }): Promise<EventRow[]>;
  /** The last change of the case alone, or none; readings are not looked at. */
  lastChange(caseId: string): Promise<EventRow[]>;
  /** Notes of the case and of its named tips, the oldest first. */
  notes(caseId: string, tipIds: readonly string[]): Promise<CaseNoteRow[]>;
  addNote(note: Omit<NewNote, "tipId"> & { caseId: string }, event: NewEvent): Promise<void>;
  /** False, and no event, when this author has no such note there that still stands. */
  strikeNote(
    note: { id: string; caseId: string; authorId: string; at: Date },
    event: NewEvent,
  ): Promise<boolean>;
  tasks(caseId: string): Promise<TaskRow[]>;
  /** Undone tasks of open cases: those of the officer, and those of nobody or of a unit; the soonest first. */
  waitingTasks(officerId: string): Promise<WaitingTask[]>;
  /** `begins`: the tips on which it is its maker's first work. */
  addTask(task: NewTask, event: NewEvent, begins: readonly string[]): Promise<void>;
  /** False when the task is at another version. */
  changeTask(
    change: {
      id: string;
      caseId: string;
      version: number;
      set: { done?: { by: string; at: Date } | null; withdrawnAt?: Date };
    },
    event: NewEvent,
  ): Promise<boolean>;
  change(change: CaseChange): Promise<boolean>;
  /**
   * Changes all of these tips and the case's ending in one transaction; false when the case, or any of the tips, is at
   * another version, or the case has other tips than `tipIds`.
   */
  settle(change: {
    caseId: string;
    version: number;
    tipIds: readonly string[];
    tips: readonly CaseTip[];
    ending: { closedAt: Date; outcome: Outcome } | null;
    event: NewEvent;
  }): Promise<boolean>;
  /** What each of the tips' holders is told now. */
  publicStatuses(tipIds: readonly string[]): Promise<Map<string, string>>;
}

export interface CaseNoteRow extends Omit<NoteRow, "tipId"> {
  /** Null for a note on the case itself. */
  tipId: string | null;
  visible: NoteVisible;
}
