/** What the desk needs to keep what a caller told an officer, as types only. */
import type { ReadableScope } from "../../domain/access/permits.ts";
import type { TipRow } from "../cases/ports.ts";
import type { AdditionEntry, TipEntry } from "../ports.ts";

export interface SpokenDesk {
  /** Calls of the telephone line received since then, newest first. */
  recentCalls(query: { scope: ReadableScope; since: Date; limit: number }): Promise<TipRow[]>;
  /** Files a tip with its event; the same again changes nothing and answers the one that is there. */
  file(tip: TipEntry, officerId: string): Promise<{ tipId: string }>;
  /** Joins words to a call's tip with their event, in one transaction; the same again changes nothing. */
  join(given: {
    tipId: string;
    words: AdditionEntry;
    /** A way to reach the caller; the last one counts. */
    sealedContact: Uint8Array | null;
    officerId: string;
  }): Promise<void>;
}
