/** What the page of one tip is given of its recordings. */
import type { Segment, ShownEvidence } from "./tip-page.ts";

/** A stretch of what was said. `at` is in seconds, null for what stands between two words that have times. */
export interface SpokenPiece {
  text: string;
  at: number | null;
  /** False where the machine itself doubts. */
  sure: boolean;
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
