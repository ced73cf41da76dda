/** What else is asked of the telephone provider, and what the desk needs of recordings, as types only. */
import type { NewEvent } from "../cases/ports.ts";
import type { AdditionEntry } from "../ports.ts";
import type { CopyKind } from "../worker-ports.ts";

/** A recording as the provider lists it. */
export interface ListedRecording {
  recordingSid: string;
  callSid: string;
  /** Whole seconds, or null when it is not told. */
  seconds: number | null;
  madeAt: Date;
}

/** What the provider still holds of the account, newest first. Throws when it cannot be told. */
export interface RecordingList {
  /** `whole` is false when there are more than one look lists. */
  list(after: Date): Promise<{ recordings: ListedRecording[]; whole: boolean }>;
  /** The number a call went to (E.164), and that of the call it was dialled from; none for a call that is gone. */
  numbersCalled(callSid: string): Promise<readonly string[]>;
}

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
  /** It is its writer's first work on the tip. */
  begins: boolean;
}

export interface RecordingDesk {
  /** All of a tip, in the order they were made. */
  ofTip(tipId: string): Promise<RecordingRow[]>;
  /** Joins the words to the tip as later words do, with the event, in one transaction; null when the version was another. */
  addTranscript(transcript: NewTranscript): Promise<{ version: number } | null>;
}
