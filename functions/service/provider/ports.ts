/** What is fetched from the telephone provider and removed there, as types only. */

/** What asking the telephone provider for a recording or picture gave. */
export type FetchResult =
  | { kind: "ready"; bytes: Uint8Array; mediaType: string }
  /** Not there yet, which for a fresh recording is usual. */
  | { kind: "not_yet" }
  /** Busy, slow, cut short or not what it should be: ask again, after `afterSeconds` when the provider says so. */
  | { kind: "retry"; code: string; afterSeconds?: number };

/** What asking the provider to remove something gave; other refusals are thrown. */
export type RemoveResult = { kind: "removed" } | Extract<FetchResult, { kind: "retry" }>;

/** Recordings at the telephone provider, by our own record of their ids; never by an address that someone posted. */
export interface RecordingSource {
  fetch(recordingSid: string): Promise<FetchResult>;
  /** Removing what is gone already is no error. Throws when it could not be removed. */
  remove(recordingSid: string): Promise<RemoveResult>;
}

/** Pictures of text messages at the telephone provider, by their ids alone. */
export interface MediaSource {
  fetch(messageSid: string, mediaSid: string): Promise<FetchResult>;
  /** Removing what is gone already is no error. Throws when it could not be removed. */
  remove(messageSid: string, mediaSid: string): Promise<RemoveResult>;
}
