/** What the arrival clock needs of the world, as types only. */
import type { Arrival } from "../../domain/arrivals/arrival.ts";
import type { ArrivalCandidate, ExpectingTip } from "../../domain/arrivals/choose-arrival.ts";
import type { Meeting, NamedType } from "../../domain/related/classify-pair.ts";
import type { BlindIndex, Clock, Log } from "../ports.ts";

/** A hash by which tips find an arrival. */
export interface ArrivalKey {
  type: NamedType;
  how: Exclude<Meeting, "one_slip">;
  hash: Uint8Array;
}

export interface ImportedCounts {
  added: number;
  changed: number;
  unchanged: number;
}

/** What the staff role does with arrivals. */
export interface ArrivalImporter {
  /** Takes all of them in one transaction, or none; `keysOf` is asked only for those that are new or changed. */
  importAll(
    arrivals: readonly Arrival[],
    keysOf: (arrival: Arrival) => ArrivalKey[],
    about: { at: Date; actor: { kind: "system" } | { kind: "staff"; id: string }; refused: number },
  ): Promise<ImportedCounts>;
  /** How many of them are new, changed or as they were; writes nothing. */
  compare(arrivals: readonly Arrival[], at: Date): Promise<ImportedCounts>;
}

export interface ImportContext {
  clock: Clock;
  log: Log;
  index: Pick<BlindIndex, "identifier" | "nameKey">;
  arrivals: ArrivalImporter;
}

/** What the worker does with them. */
export interface ArrivalClockStore {
  /** Has every open tip that a new or changed arrival may concern looked at again. Answers how many. */
  wakeTips(now: Date): Promise<number>;
  candidates(tipId: string): Promise<{ tip: ExpectingTip; candidates: ArrivalCandidate[] } | undefined>;
  /** Sets or clears the arrival a tip means, its due time, score and band, with the event. The same again does nothing. */
  setArrival(tipId: string, arrival: ArrivalCandidate | null, now: Date): Promise<void>;
  /** Tips that an arrival close to `now` may raise. */
  nearing(now: Date): Promise<string[]>;
  /** Marks what has been due for more than `overHours`, and takes the mark from what is due later by now. */
  markLapsed(now: Date): Promise<void>;
  /** Raises one of them as far as its arrival calls for. */
  raise(tipId: string, now: Date): Promise<void>;
}

export interface ArrivalClockContext {
  clock: Clock;
  log: Log;
  arrivals: ArrivalClockStore;
}

/** The arrival a tip means, as the desk shows it. */
export interface TipArrival extends Omit<Arrival, "dueAt" | "cancelled" | "base" | "pin"> {
  tipId: string;
  arrivalId: string;
  dueAt: Date;
  /** By which identifier of the tip it was found, and how sure that is. */
  type: NamedType;
  how: Meeting;
}

/** What the desk reads of it. */
export interface ArrivalReader {
  arrivalsOf(tipIds: readonly string[]): Promise<TipArrival[]>;
}
