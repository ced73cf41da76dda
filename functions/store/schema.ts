/** The tables of `migrations/` as Kysely sees them. */
import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { Handling, InformationGrade, SourceGrade } from "../domain/cases/grading.ts";
import type { Outcome } from "../domain/cases/outcome.ts";
import type { Unit } from "../domain/cases/unit.ts";
import type { MisuseSign } from "../domain/misuse/signs.ts";
import type { VerdictSummary } from "../domain/triage/summary.ts";
import type { Band, Category, Channel, Disposition, Region, Urgency } from "../domain/triage/verdict.ts";
import type { EvidenceRef, PublicStatus } from "../service/ports.ts";
import type { PartnerTables } from "./partner-schema.ts";
import type { RelatedTables } from "./related-schema.ts";
import type { TelephoneTables } from "./telephone-schema.ts";
import type { TextTables } from "./text-schema.ts";

type Time = ColumnType<Date, Date | string, Date | string>;
type OptionalTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** A calendar day, `YYYY-MM-DD`: the driver is told not to make it a moment. */
type Day = string;
/** The driver sends bytes as they are and answers a Buffer. */
type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>;
type OptionalBytes = ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;

export type TipState = "new" | "triaged" | "assigned" | "in_progress" | "referred" | "closed";
export type Lane = "queue" | "quarantine" | "set_aside";

export interface TipsTable {
  id: string;
  received_at: Time;
  channel: Channel;
  locale: string;
  lang: string;
  idem_hash: Bytes;
  words_hash: Bytes;
  receipt_hash: Bytes;
  receipt_lookup: OptionalBytes;
  thread_recipient: string;
  sealed: Bytes;
  sealed_contact: OptionalBytes;
  disposition: Disposition;
  machine_band: Band;
  score: number;
  region: Region | null;
  urgency: Urgency;
  eta: Day | null;
  /** What it spoke of is over; the worker marks it. */
  lapsed: Generated<boolean>;
  threat_to_life: boolean;
  categories: Category[];
  place_codes: string[];
  reasons: JSONColumnType<{ code: string; points: number }[]>;
  identifier_counts: JSONColumnType<VerdictSummary["identifiers"]>;
  band: Band;
  lane: Lane;
  state: Generated<TipState>;
  public_status: Generated<PublicStatus>;
  outcome: ColumnType<Outcome | null, Outcome | null | undefined, Outcome | null>;
  source_grade: Generated<SourceGrade>;
  information_grade: Generated<InformationGrade>;
  handling: Generated<Handling>;
  case_id: string | null;
  owner_id: string | null;
  due_at: OptionalTime;
  unread_since: OptionalTime;
  /** Signs of misuse. */
  misuse: Generated<MisuseSign[]>;
  /** An officer has said where it lies. */
  lane_settled: Generated<boolean>;
  /** It has a recording that can be heard; the database keeps it so. */
  audible: Generated<boolean>;
  /** An officer has said which Customs it is for. */
  region_settled: Generated<boolean>;
  version: Generated<number>;
}

export interface CasesTable {
  id: string;
  reference: string;
  opened_at: ColumnType<Date, Date | string | undefined, never>;
  closed_at: OptionalTime;
  outcome: Outcome | null;
  unit: ColumnType<Unit | null, Unit | null | undefined, Unit | null>;
  region: ColumnType<Region | null, Region | null | undefined, Region | null>;
  owner_id: ColumnType<string | null, string | null | undefined, string | null>;
  version: Generated<number>;
}

export interface CaseNumbersTable {
  year: number;
  last: number;
}

export interface SearchTermsTable {
  source_id: string;
  tip_id: string;
  terms: number[];
}

export interface IdentifiersTable {
  tip_id: string;
  type: string;
  hash: Bytes;
  valid: boolean;
  correction_id: Generated<string | null>;
}

export interface MessagesTable {
  id: string;
  tip_id: string;
  from_party: "desk" | "reporter";
  at: Time;
  idem_hash: OptionalBytes;
  sealed: Bytes;
  summary: ColumnType<unknown, string | null | undefined, never>;
}

export interface SendersTable {
  hash: Bytes;
  tip_id: string;
  expires_at: Time;
}

export interface EvidenceTable {
  id: string;
  tip_id: string;
  kind: EvidenceRef["kind"];
  state: Generated<"pending" | "stored" | "missing" | "erased">;
  media_type: string | null;
  /** bigint: the driver answers a string. */
  bytes: ColumnType<string | null, number | string | null | undefined, number | string | null>;
  sha256: string | null;
  recording_sid: string | null;
  call_sid: string | null;
  seconds: number | null;
  /** Which question of a call it answers; null for anything else. */
  part: ColumnType<string | null, string | null | undefined, never>;
  created_at: ColumnType<Date, Date | string | undefined, never>;
  stored_at: OptionalTime;
  source_removed_at: OptionalTime;
  /** The provider's copy stays until then; null when nobody is listening to it. */
  held_until: OptionalTime;
  /** The provider's ids of a picture that came with a text message. */
  message_sid: ColumnType<string | null, string | null | undefined, never>;
  media_sid: ColumnType<string | null, string | null | undefined, never>;
}

export interface EventsTable {
  /** bigint: the driver answers a string. Numbered by the chain trigger. */
  seq: ColumnType<string, never, never>;
  at: Time;
  actor_kind: "public" | "staff" | "worker" | "system";
  actor_id: string | null;
  action: string;
  tip_id: string | null;
  case_id: string | null;
  subject_id: string | null;
  details: JSONColumnType<Record<string, unknown>>;
  sealed: OptionalBytes;
  prev_hash: ColumnType<Buffer, never, never>;
  hash: ColumnType<Buffer, never, never>;
}

export interface EventHeadTable {
  seq: string;
  hash: Buffer;
}

export interface NoticesTable {
  id: string;
  tip_id: string;
  kind: "tip" | "recording";
  state: "waiting" | "sent" | "failed" | "not_configured";
  tries: Generated<number>;
  code: string;
  updated_at: Time;
}

export interface AbsentRecordingsTable {
  tip_id: string;
  noted_at: Time;
}

export interface HandoverMailsTable {
  day: string;
  sent_at: OptionalTime;
}

export interface Database extends TelephoneTables, RelatedTables, PartnerTables, TextTables {
  tips: TipsTable;
  cases: CasesTable;
  case_numbers: CaseNumbersTable;
  search_terms: SearchTermsTable;
  identifiers: IdentifiersTable;
  messages: MessagesTable;
  senders: SendersTable;
  evidence: EvidenceTable;
  events: EventsTable;
  event_head: EventHeadTable;
  notices: NoticesTable;
  absent_recordings: AbsentRecordingsTable;
  handover_mails: HandoverMailsTable;
}
