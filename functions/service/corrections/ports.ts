/** What mending a number needs of the world, as types only. */
import type { Band } from "../../domain/triage/verdict.ts";

/** The verdict of a tip in codes, as it is put back when a correction is taken back. */
export interface VerdictColumns {
  band: Band;
  machineBand: Band;
  score: number;
  reasons: readonly { code: string; points: number }[];
  identifiers: readonly { type: string; valid: number; invalid: number }[];
}

export interface CorrectionRow {
  id: string;
  officerName: string | null;
  at: Date;
  sealed: Uint8Array;
  before: VerdictColumns;
}

export interface NewCorrection {
  id: string;
  type: string;
  sealed: Uint8Array;
  hash: Uint8Array;
  before: VerdictColumns;
}

export interface CorrectionReader {
  /** Those that stand, the oldest first. */
  ofTip(tipId: string): Promise<CorrectionRow[]>;
}
