/** What the page of one tip is given to show. */
import type { StaffRegion, StaffRole } from "../access/officer.ts";
import type { ExplainedWord } from "../goods/explain-goods.ts";
import type { WordField } from "../intake/report.ts";
import type { QuestionCode } from "../texts/desk-text.ts";
import type { SourceRecord } from "../triage/source-history.ts";
import type {
  Band,
  Category,
  Disposition,
  IdentifierType,
  Region,
  Span,
  Urgency,
} from "../triage/verdict.ts";
import type { NoteVisible, ShownNote } from "./note.ts";
import type { Outcome } from "./outcome.ts";
import type { PublicStatusCode } from "./public-status.ts";
import type { QueueRow, TipActionName } from "./queue-row.ts";
import type { ShownArrival, ShownRelated, ShownSibling } from "./related-view.ts";
import type { UndoableAction } from "./undo.ts";

export type MarkKind = "identifier" | "goods" | "place" | "time" | "reason";

/** What a stretch of the words was understood as. */
export interface Mark {
  kind: MarkKind;
  /** Identifier type, category, UN/LOCODE or reason code. */
  code: string;
  /** Normalised value or place name; null when the code says all. */
  value: string | null;
  /** For an identifier: whether its check digit holds, and what it may have been meant to be. */
  valid: boolean | null;
  candidates: string[];
  /** Points of a reason. */
  points: number | null;
}

/** Stretches in order; together they are the words. Where marks overlap a stretch has several. */
export interface Segment {
  text: string;
  marks: Mark[];
  /** What of `text` was searched for, where anything was. */
  hits?: Span[];
}

export interface ShownVerdict {
  lang: string;
  disposition: Disposition;
  band: Band;
  score: number;
  region: Region | null;
  urgency: Urgency;
  eta: string | null;
  threatToLife: boolean;
  categories: { code: Category; evidence: string[] }[];
  places: { code: string; name: string; evidence: string }[];
  identifiers: {
    type: IdentifierType;
    value: string;
    valid: boolean;
    candidates: string[];
    evidence: string;
  }[];
  reasons: { code: string; points: number; evidence: string | null }[];
  referTo: string | null;
}

/** A number whose check failed: what the caller may have meant, and what an officer took it for. */
export interface ShownDoubt {
  type: IdentifierType;
  given: string;
  candidates: string[];
  accepted: { value: string; by: string; at: string } | null;
}

export interface ShownEvidence {
  id: string;
  kind: "view" | "original" | "file" | "recording";
  state: "pending" | "stored" | "missing";
  mediaType: string | null;
  /** Plain size is not known before opening; this is the sealed one. */
  bytes: number | null;
  sha256: string | null;
  seconds: number | null;
  at: string;
  /** Address of the opened bytes, when stored; opening it writes an event. */
  href: string | null;
  /** How a page may show it. */
  show: "image" | "audio" | "download";
}

/** A stretch of what was said. `at` is in seconds, null for what stands between two words that have times. */
export interface SpokenPiece {
  text: string;
  at: number | null;
  /** False where the machine itself doubts. */
  sure: boolean;
  hits?: Span[];
}

export interface SpokenLine {
  at: number;
  pieces: SpokenPiece[];
}

export interface TypedTranscript {
  id: string;
  at: string;
  by: string;
  /** Null when its seal cannot be opened. */
  segments: Segment[] | null;
}

export interface ShownRecording
  extends Pick<ShownEvidence, "id" | "state" | "seconds" | "sha256" | "at" | "href"> {
  /** Which question of the call it answers: `talk`, `what`, `where`, …; null when it is not known. */
  part: string | null;
  /** Addresses of what was made of it; opening either writes an event. */
  outlineHref: string | null;
  disguisedHref: string | null;
  /** By machine. `broken` when it is there and cannot be opened. */
  machine: { lines: SpokenLine[]; broken: boolean } | null;
  /** By officers, the newest first; the others are earlier writings of it. */
  typed: TypedTranscript[];
  /** Whether this officer may write it down or correct it now. */
  mayType: boolean;
  /** What the form begins with: words kept from a refused form, else the newest transcript. */
  start: string;
  /** The form was refused: it is shown open. */
  refused: boolean;
  /** Messages of the tip that hold its transcripts; they are shown beside the recording. */
  messageIds: string[];
}

export interface ShownTipMessage {
  id: string;
  from: "desk" | "reporter";
  at: string;
  /** Null when it cannot be opened. */
  segments: Segment[] | null;
  verdict: ShownVerdict | null;
  /** The officer who wrote down what they were told. */
  by: string | null;
}

export interface ShownEvent {
  seq: number;
  at: string;
  actorKind: "public" | "staff" | "worker" | "system";
  actor: { id: string; name: string } | null;
  /** The officer it was done to, where that is another. */
  toOfficer: string | null;
  action: string;
  tipId: string | null;
  caseId: string | null;
  /** Its reference, `SK-2026-000123`. */
  case: string | null;
  details: Record<string, string | number | boolean | null>;
  /** An officer's own words, opened; null where there are none or this officer may not read them. */
  reason: string | null;
}

/** Everything of one tip. */
export interface TipDetail {
  tip: QueueRow;
  /** Each field of the form under its own heading. */
  parts: { field: WordField; segments: Segment[] }[];
  /** How earlier tips of the same source ended. */
  source: SourceRecord | null;
  /** The partner body that relayed it, and the reference it was given. */
  partner: { name: string; reference: string } | null;
  /** The officer who wrote down what they were told. */
  by: string | null;
  /** Ticked in the form. */
  goods: string[];
  transport: string[];
  /** The sealed words cannot be opened: tampered with or damaged. Everything else is shown. */
  broken: boolean;
  /** Null when the words cannot be opened. */
  verdict: ShownVerdict | null;
  /** What the words for goods mean. */
  glossary: ExplainedWord[];
  /** Whether the office runs a translator, and whether this officer may have the words translated. */
  translator: boolean;
  mayTranslate: boolean;
  /** Made by machine just now, and shown this once. */
  translation: { target: "ja" | "en"; texts: { messageId: string | null; text: string }[] } | null;
  /** Whether this officer may take what is stored away, sealed as it is. */
  maySaveSealed: boolean;
  /** Numbers that fail their check, of the report and of what came later. */
  doubts: ShownDoubt[];
  /** Points of the verdict's reasons in codes, which stay readable. */
  evidence: ShownEvidence[];
  /** The same recordings with what was made and written down of them. */
  recordings: ShownRecording[];
  contactLeft: boolean;
  /** Whether this officer may open it, giving a reason. */
  mayOpenContact: boolean;
  /** Opened just now, and shown this once. */
  contact: string | null;
  publicStatus: PublicStatusCode;
  /** Ready-made questions in the reporter's language; empty where none can be asked. */
  questions: ShownQuestion[];
  /** The statuses that this officer may show; empty where they may show none. */
  statuses: ShownStatus[];
  messages: ShownTipMessage[];
  /** Those that are for this officer. */
  notes: ShownNote[];
  events: ShownEvent[];
  actions: TipActionName[];
  /** What `undo` would take back. */
  undoable: UndoableAction | null;
  version: number;
  /** Others on the same matter that this officer may read, and how many more there are. */
  related: ShownRelated[];
  elsewhere: number;
  /** The other tips of its case that this officer may read, and how many more there are. */
  siblings: ShownSibling[];
  siblingsElsewhere: number;
  /** The announced arrival it means. */
  arrival: ShownArrival | null;
  /** Officers to whom this one may give it; empty where they may not. */
  officers: ShownOfficer[];
  /** Words to keep in a form that was refused; `action` says which. */
  draft: Draft | null;
  /** After a form that came too late: what was done since the officer looked, newest first. */
  changed: ShownEvent[];
}

export interface ShownQuestion {
  code: QuestionCode;
  version: number;
  /** As it would be sent. */
  text: string;
  meaning: { ja: string; en: string };
}

/** A public status as the reporter reads it, heading and sentence, and what that says in the desk's languages. */
export interface ShownStatus {
  code: PublicStatusCode;
  label: string;
  text: string;
  meaning: Record<"ja" | "en", { label: string; text: string }>;
}

export interface ShownOfficer {
  id: string;
  name: string;
  role: StaffRole;
  region: StaffRegion;
}

export interface Draft {
  action: TipActionName;
  text: string;
  band: Band | null;
  outcome?: Outcome;
  region?: Region | null;
  question?: string;
  visible?: NoteVisible;
}

export interface TipView extends TipDetail {
  kind: "tip";
}
