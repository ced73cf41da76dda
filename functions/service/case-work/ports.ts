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
  /** The regions of its tips, without its own; of an emptied case those of the cases that its tips are in now. */
  tipRegions: (Region | null)[];
  /** Whether any of its tips is open, or all of them have left it. */
  state: CaseState;
  /** Where the tips of an emptied case are now. */
  movedTo: MovedTo[];
}

export interface MovedTo {
  reference: string;
  state: CaseState;
  regions: (Region | null)[];
}

/** An emptied case of which tips are in another one now. */
export interface MergedCase {
  reference: string;
  /** Neither done nor withdrawn. */
  openTasks: number;
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
  /** Tips that were in the case and are no longer. */
  leftTips(caseId: string): Promise<string[]>;
  /** Emptied cases from which tips came into this one, by reference. */
  merged(caseId: string): Promise<MergedCase[]>;
  /** Newest first: what happened to the case, to those of its tips that are named, and to those that left while they were in it. */
  timeline(query: {
    caseId: string;
    tipIds: readonly string[];
    leftIds: readonly string[];
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
  /**
   * Undone tasks of a region's cases that are at work, the soonest first: those of one officer by name, or with null those
   * of nobody or of a unit.
   */
  waitingTasks(query: {
    officerId: string | null;
    region: Region | "every";
    limit: number;
  }): Promise<TaskRow[]>;
  /** `begins`: the tips on which it is its maker's first work. */
  addTask(task: NewTask, event: NewEvent, begins: readonly string[]): Promise<void>;
  /** False when the task is at another version. */
  changeTask(
    change: {
      id: string;
      caseId: string;
      version: number;
      set: { done?: { by: string; at: Date } | null; withdrawnAt?: Date | null };
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
