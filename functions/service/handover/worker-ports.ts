/** What the morning mail needs of the world, as types only. */
import type { Region } from "../../domain/triage/verdict.ts";
import type { Clock, Log } from "../ports.ts";
import type { Mail, Mailer } from "../worker-ports.ts";

/** Counts alone: the worker reads no more of a tip. */
export interface MorningCounts {
  A: number;
  B: number;
  arriving: number;
  answers: number;
  quarantine: number;
}

export interface MorningStore {
  /** New A and B tips since then, what is due, unread answers and quarantine; of one region, or of all. */
  counts(since: Date, region: Region | null): Promise<MorningCounts>;
  /** True once for a day that was not mailed. */
  begin(day: string): Promise<boolean>;
  sent(day: string, at: Date): Promise<void>;
}

export interface MorningContext {
  clock: Clock;
  log: Log;
  mornings: MorningStore;
  /** Null when no mail is configured. */
  mailer: Mailer | null;
  /** One mail for each group of addresses, by region; null is the whole. */
  groups: readonly { region: Region | null; to: readonly string[] }[];
  compose(region: Region | null, to: readonly string[], counts: MorningCounts): Omit<Mail, "key">;
}
