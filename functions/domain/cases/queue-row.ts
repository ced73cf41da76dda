/** A tip as one line of the queue, in codes only. */
import type { MisuseSign } from "../misuse/signs.ts";
import type {
  Band,
  Category,
  Channel,
  Disposition,
  IdentifierType,
  Region,
  Urgency,
} from "../triage/verdict.ts";
import type { Handling } from "./grading.ts";
import type { Outcome } from "./outcome.ts";
import type { TipLane, TipState } from "./tip-state.ts";
import type { Unit } from "./unit.ts";

export type TipActionName =
  | "take"
  | "assign"
  | "route"
  | "band"
  | "grade"
  | "correct"
  | "set-aside"
  | "restore"
  | "undo"
  | "message"
  | "status"
  | "close"
  | "reopen"
  | "note"
  | "strike-note"
  | "join"
  | "part";

/** Names and columns of the JSON interface, with what a row shows besides. */
export interface QueueRow {
  id: string;
  receivedAt: string;
  channel: Channel;
  locale: string;
  lang: string;
  band: Band;
  /** The machine's own band, where an officer chose another. */
  machineBand: Band;
  score: number;
  disposition: Disposition;
  categories: Category[];
  region: Region | null;
  placeCodes: string[];
  urgency: Urgency;
  /** `YYYY-MM-DD` in Tokyo, or null. */
  eta: string | null;
  /** The announced time of the arrival it means, ISO 8601, or null. */
  dueAt: string | null;
  threatToLife: boolean;
  identifiers: { type: IdentifierType; valid: number; invalid: number }[];
  state: TipState;
  lane: TipLane;
  /** Signs of misuse that it bears: why it may lie in quarantine. */
  misuse: readonly MisuseSign[];
  /** How it ended, once it is closed. */
  outcome: Outcome | null;
  /** Reference of its case, `SK-2026-000123`, or null. */
  case: string | null;
  /** How many tips its case has, this one among them; 0 without a case. */
  caseTips: number;
  /** The unit its case is given to, or null. */
  unit: Unit | null;
  /** Tasks of its case that are due and not done. */
  overdueTasks: number;
  /** Source and information, `F6`. */
  grade: string;
  handling: Handling;
  owner: { id: string; name: string } | null;
  hasRecording: boolean;
  recordingState: "pending" | "stored" | "missing" | null;
  files: number;
  /** The reporter wrote again and nobody has looked since; ISO 8601 or null. */
  unreadSince: string | null;
  version: number;
  actions: TipActionName[];
}
