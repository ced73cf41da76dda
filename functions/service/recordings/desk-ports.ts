/** What the desk's verbs need of recordings and their transcripts, as types only. */
import type { NewEvent } from "../cases/ports.ts";
import type { AdditionEntry } from "../ports.ts";
import type { CopyKind } from "../worker-ports.ts";

export interface RecordingCopy {
  id: string;
  kind: CopyKind;
  mediaType: string;
  sha256: string;
}

/** One recording of a tip with what was made of it. */
export interface RecordingRow {
  evidenceId: string;
  part: string | null;
  at: Date;
  state: "pending" | "stored" | "missing" | "erased";
  copies: RecordingCopy[];
  /** What officers wrote down, the newest first; the id is also the message's that holds the words. */
  typed: { id: string; at: Date; officerName: string | null }[];
}

export interface NewTranscript {
  tipId: string;
  evidenceId: string;
  /** Refused when the tip is at another version. */
  version: number;
  words: AdditionEntry;
  event: Pick<NewEvent, "action" | "actorId">;
}

export interface RecordingDesk {
  /** All of a tip, in the order they were made. */
  ofTip(tipId: string): Promise<RecordingRow[]>;
  /** Joins the words to the tip as later words do, with the event, in one transaction; null when the version was another. */
  addTranscript(transcript: NewTranscript): Promise<{ version: number } | null>;
}
