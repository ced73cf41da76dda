/** What the desk's verbs need of the world, as types only. */
import type { StaffRegion } from "../../domain/access/officer.ts";
import type { ReadableScope } from "../../domain/access/permits.ts";
import type { Grading } from "../../domain/cases/grading.ts";
import type { ListPlace } from "../../domain/cases/list-place.ts";
import type { NoteVisible } from "../../domain/cases/note.ts";
import type { Outcome } from "../../domain/cases/outcome.ts";
import type { TipCounts } from "../../domain/cases/queue-page.ts";
import type { TipFilters } from "../../domain/cases/tip-filters.ts";
import type { TipLane, TipState } from "../../domain/cases/tip-state.ts";
import type { Unit } from "../../domain/cases/unit.ts";
import type { MisuseSign } from "../../domain/misuse/signs.ts";
import type { SourceRecord } from "../../domain/triage/source-history.ts";
import type { VerdictSummary } from "../../domain/triage/summary.ts";
import type { Band, Category, Channel, Disposition, Region, Urgency } from "../../domain/triage/verdict.ts";
import type { Officer } from "../actor.ts";
import type { NewCorrection, VerdictColumns } from "../corrections/ports.ts";
import type { EvidenceRef, PublicStatus } from "../ports.ts";

/** A tip as a list shows it: codes only. */
export interface TipRow {
  id: string;
  receivedAt: Date;
  /** `receivedAt` to the microsecond, for the place in the list. */
  receivedKey: string;
  channel: Channel;
  locale: string;
  lang: string;
  band: Band;
  machineBand: Band;
  score: number;
  disposition: Disposition;
  categories: Category[];
  region: Region | null;
  /** An officer has said which Customs it is for. */
  regionSettled: boolean;
  placeCodes: string[];
  urgency: Urgency;
  eta: string | null;
  /** The announced time of the arrival it means, where one is known. */
  dueAt: Date | null;
  /** When it is due to the microsecond, by that or by the end of its expected day. */
  dueKey: string | null;
  /** Its arrival is over for so long that there is nothing left to meet. */
  lapsed: boolean;
  threatToLife: boolean;
  /** Whether somebody holds a receipt of it. */
  answerable: boolean;
  identifiers: VerdictSummary["identifiers"];
  state: TipState;
  /** What the holder of its receipt is told. */
  publicStatus: PublicStatus;
  lane: TipLane;
  /** Signs of misuse that it bears. */
  misuse: readonly MisuseSign[];
  /** How it ended, once it is closed. */
  outcome: Outcome | null;
  caseId: string | null;
  caseReference: string | null;
  /** How many tips its case has, this one among them; 0 without a case. */
  caseTips: number;
  /** The unit its case is given to. */
  unit: Unit | null;
  /** Tasks of its case that are due and not done. */
  overdueTasks: number;
  grading: Grading;
  owner: { id: string; name: string } | null;
  recording: "pending" | "stored" | "missing" | "erased" | null;
  files: number;
  unreadSince: Date | null;
  version: number;
}

export interface WholeTip extends TipRow {
  /** The partner body that relayed it, and the reference it was given. */
  partner: { name: string; reference: string } | null;
  sealed: Uint8Array;
  contactLeft: boolean;
  /** How earlier tips of the same source ended. */
  source: SourceRecord | null;
  /** All that its score is made of now, also what was learnt after its words were sealed. */
  reasons: readonly { code: string; points: number }[];
  threadRecipient: string;
  messages: { id: string; from: "desk" | "reporter"; at: Date; sealed: Uint8Array }[];
  evidence: EvidenceRow[];
  notes: NoteRow[];
  /** Names of the officers who wrote down what they were told: by message, or by the tip's own id. */
  writtenDown: ReadonlyMap<string, string>;
}

export interface EvidenceRow {
  id: string;
  tipId: string;
  kind: EvidenceRef["kind"];
  state: "pending" | "stored" | "missing" | "erased";
  mediaType: string | null;
  bytes: number | null;
  sha256: string | null;
  seconds: number | null;
  at: Date;
}

export interface NewNote {
  id: string;
  tipId: string;
  authorId: string;
  visible: NoteVisible;
  /** Where its author sat when they wrote it. */
  region: StaffRegion;
  sealed: Uint8Array;
  at: Date;
}

export interface NoteRow extends NewNote {
  authorName: string;
  struckAt: Date | null;
}

/** Matches receipts and reads none: five bytes of a keyed hash. Public and staff hold its key. */
export interface ReceiptLookup {
  lookup(receipt: string): Uint8Array;
}

export interface TipQuery {
  scope: ReadableScope;
  filters: TipFilters;
  /** The officer whose own tips are meant by `owner: "me"`. */
  officerId: string;
  after: ListPlace | null;
  limit: number;
  /** One row a case, its most urgent tip of those that the list is of. */
  byCase?: boolean;
  /** Narrows to tips that have any of these, when given: as ids, or as what they are found by. */
  found?: readonly string[] | SearchKeys;
}

/** What a search goes by in the database; any of them finds a tip, of the terms all together. */
export interface SearchKeys {
  identifiers: Uint8Array[];
  reference: string | null;
  /** What its receipt's tip is found by. */
  receipt: Uint8Array | null;
  /** UN/LOCODE. */
  place: string | null;
  terms: number[];
}

export interface EventRow {
  seq: number;
  at: Date;
  actorKind: "public" | "staff" | "worker" | "system";
  actorId: string | null;
  actorName: string | null;
  action: string;
  tipId: string | null;
  caseId: string | null;
  caseReference: string | null;
  subjectId: string | null;
  /** Where the subject is an officer. */
  subjectName: string | null;
  details: Record<string, unknown>;
  sealed: Uint8Array | null;
}

/** An event to be written with the change it tells of; the actor is always an officer. */
export interface NewEvent {
  at: Date;
  actorId: string;
  action: string;
  tipId?: string | null;
  caseId?: string | null;
  subjectId?: string | null;
  /** Codes, counts and ids only. */
  details: Record<string, string | number | boolean | null>;
  sealed?: Uint8Array | null;
}

export interface TipChange {
  tipId: string;
  /** The change is refused when the tip is at another version. */
  version: number;
  set: {
    band?: Band;
    lane?: TipLane;
    /** No sign of misuse moves it any more. */
    laneSettled?: boolean;
    region?: Region | null;
    /** Whether an officer chose the region: then later words do not move it. */
    regionSettled?: boolean;
    state?: TipState;
    ownerId?: string | null;
    publicStatus?: PublicStatus;
    outcome?: Outcome | null;
    grading?: Grading;
    /** Judged anew, or put back. */
    verdict?: VerdictColumns;
    /** The closing was a slip: how it ended is forgotten for its source. */
    endingWithdrawn?: true;
    /** With null a case is opened where `openCase` is given. */
    caseId?: string | null;
  };
  /** Opens a case for the tip when it has none; the id is for a new one. */
  openCase?: { id: string; at: Date; year: number };
  message?: { id: string; at: Date; sealed: Uint8Array };
  correction?: { add: NewCorrection } | { takeBack: string };
  event: NewEvent;
}

export interface EventQuery {
  tipId: string | null;
  actorId: string | null;
  action: string | null;
  /** Any of these, when given. */
  actions?: readonly string[];
  caseId?: string | null;
  /** Done by this officer, or about them. */
  personId?: string | null;
  from?: Date | null;
  /** Not included. */
  until?: Date | null;
  /** What stands after the event of this number, newest first: as chained, or narrowed by time as it happened; null starts at the end. */
  before: number | null;
  limit: number;
}

export interface SavedViewRow {
  id: string;
  officerId: string;
  /** The region whose officers all see it, or null. */
  team: string | null;
  sealed: Uint8Array;
}

export interface DeskStore {
  list(query: TipQuery): Promise<TipRow[]>;
  /** Which of these tips hold any of the identifiers. */
  withIdentifiers(tipIds: readonly string[], hashes: readonly Uint8Array[]): Promise<string[]>;
  /** The sealed words of these tips, reports and later messages, for verifying a search. */
  sealedWords(tipIds: readonly string[]): Promise<Map<string, Uint8Array[]>>;
  /** Everyone who works at the desk with a second factor set up, by name. */
  officers(): Promise<Officer[]>;
  /** The views an officer keeps and those of their region. */
  views(officerId: string, team: string): Promise<SavedViewRow[]>;
  addView(view: SavedViewRow & { at: Date }, event: NewEvent | null): Promise<void>;
  /**
   * False when neither this officer keeps such a view nor it is the team's, where one is given. That a team's was taken
   * away is written down with it.
   */
  removeView(id: string, by: { officerId: string; team: string | null }, event: NewEvent): Promise<boolean>;
  count(scope: ReadableScope, officerId: string): Promise<TipCounts>;
  row(tipId: string): Promise<TipRow | undefined>;
  /** All tips of a case, the most urgent first. */
  /**
   * The ids of all tips that a search's keys find, for the pages of one list; the keys themselves when they find too many
   * to sort, unless `all` are wanted.
   */
  findTips(search: SearchKeys, all: boolean): Promise<readonly string[] | SearchKeys>;
  caseTips(caseId: string): Promise<TipRow[]>;
  whole(tipId: string): Promise<WholeTip | undefined>;
  /** The way to reach its reporter, sealed apart; null when none was left. */
  sealedContact(tipId: string): Promise<Uint8Array | null>;
  evidence(evidenceId: string): Promise<EvidenceRow | undefined>;
  events(query: EventQuery): Promise<EventRow[]>;
  /** The tips that an officer changed with one press, by such events as can be taken back; the last changed first. */
  batchTips(batch: { id: string; actorId: string; actions: readonly string[] }): Promise<string[]>;
  /** Commits one event alone: what must be on record before something is opened. */
  record(event: NewEvent): Promise<void>;
  /** Records that lines were shown, but for those tips of which the same officer read a line or all after `since`. */
  recordLines(events: readonly (NewEvent & { tipId: string })[], since: Date): Promise<void>;
  /** Records the reading and takes the mark of unread words off, in one transaction; true when there was one. */
  recordReading(event: NewEvent & { tipId: string }): Promise<boolean>;
  /** Keeps the note, with its event; `begins`: it is its author's first work on the tip. */
  addNote(note: NewNote, event: NewEvent, begins: boolean): Promise<void>;
  /** False, and no event, when this author has no such note there that still stands. */
  strikeNote(note: Pick<NewNote, "id" | "tipId" | "authorId" | "at">, event: NewEvent): Promise<boolean>;
  /** The change, its case, message and event in one transaction; false when the version was another. */
  change(change: TipChange): Promise<boolean>;
}
