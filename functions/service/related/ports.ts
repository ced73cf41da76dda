/** What comparing tips needs of the world, as types only. */
import type { ComparedTip, PairVerdict, SharedIdentifier } from "../../domain/related/classify-pair.ts";
import type { KeptRelation } from "../../domain/related/corroborate.ts";
import type { TipRow } from "../cases/ports.ts";
import type { Clock, Log } from "../ports.ts";

/** A tip that waits to be compared, since when. */
export interface WaitingTip {
  tipId: string;
  since: Date;
}

/** A tip and those that share an identifier or much of their words with it. */
export interface Comparison {
  tip: ComparedTip;
  others: { id: string; tip: ComparedTip; shared: SharedIdentifier[] }[];
}

export interface RelationStore {
  /** Tips that wait at `now`, the longest waiting first. */
  waiting(now: Date, limit: number): Promise<WaitingTip[]>;
  compare(tipId: string): Promise<Comparison | undefined>;
  /**
   * Keeps the relations found, scores every tip they touch anew and writes the events, in one transaction. A pair
   * that is there already is no news. Answers how many pairs are new.
   */
  keep(tipId: string, relations: readonly KeptRelation[], at: Date): Promise<number>;
  /** Takes the tip off the waiting ones, unless something was added since. */
  done(waiting: WaitingTip): Promise<void>;
  /** Lets others go first. */
  postpone(waiting: WaitingTip, until: Date): Promise<void>;
}

export interface RelationContext {
  clock: Clock;
  log: Log;
  relations: RelationStore;
}

/** One tip related to another, as the desk shows it. */
export interface RelatedRow {
  row: TipRow;
  relation: "independent" | "echo";
  /** Whether the other came before. */
  earlier: boolean;
  why: PairVerdict["why"];
  /** How much of their words is the same, in per cent. */
  likeness: number;
  /** How many echoes the other tip has besides. */
  echoes: number;
}

/** What the desk reads of it. */
export interface RelatedReader {
  relatedTo(tipId: string): Promise<RelatedRow[]>;
}
