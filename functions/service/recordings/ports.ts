/** What else is asked of the telephone provider, as types only. */
import type { FetchResult } from "../ports.ts";

/** Pictures of text messages at the telephone provider, by their ids alone. */
export interface MediaSource {
  fetch(messageSid: string, mediaSid: string): Promise<FetchResult>;
  /** Removing what is gone already is no error. Throws when it could not be removed. */
  remove(messageSid: string, mediaSid: string): Promise<void>;
}

/** A recording as the provider lists it. */
export interface ListedRecording {
  recordingSid: string;
  callSid: string;
  /** Whole seconds, or null when it is not told. */
  seconds: number | null;
  madeAt: Date;
}

/** What the provider still holds of our line, newest first. Throws when it cannot be told. */
export interface RecordingList {
  list(after: Date): Promise<ListedRecording[]>;
}
