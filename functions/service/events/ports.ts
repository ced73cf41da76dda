/** What the event log's own verbs need of the world, as types only. */

/** An event as the digest covers it: each part as the text the database makes of it; null where there is none. */
export interface ChainedEvent {
  seq: number;
  /** UTC, to the microsecond: `2026-11-20T13:10:00.123456`. */
  at: string;
  actorKind: string;
  actorId: string | null;
  action: string;
  tipId: string | null;
  caseId: string | null;
  subjectId: string | null;
  /** As PostgreSQL writes its `jsonb`. */
  details: string;
  sealed: Uint8Array | null;
  prevHash: Uint8Array;
  hash: Uint8Array;
}

/** A place in the chain that someone wrote down: the number of an event and its digest in hexadecimal. */
export interface ChainPlace {
  seq: number;
  hash: string;
}

export interface LogReader {
  /** Where the database says that the chain ends. */
  head(): Promise<ChainPlace>;
  /** All events with numbers above `after`, in their order. */
  chain(after: number): AsyncIterable<ChainedEvent>;
  /** Everyone who ever had an account, by name. */
  names(): Promise<{ id: string; name: string; left: boolean }[]>;
  caseIdOf(reference: string): Promise<string | undefined>;
}
