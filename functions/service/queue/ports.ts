/** What the list of the queue needs of the world beside the tips themselves, as types only. */
import type { ReadableScope } from "../../domain/access/permits.ts";
import type { QueueColumn } from "../../domain/cases/queue-columns.ts";
import type { Facets } from "../../domain/cases/queue-page.ts";
import type { TipLane } from "../../domain/cases/tip-state.ts";
import type { TipQuery, TipRow } from "../cases/ports.ts";

/** A list by its filters, without a place in it. */
export type ListQuery = Pick<TipQuery, "scope" | "filters" | "officerId">;

export interface QueueStore {
  /** The first page of a list, and how many rows it has in all, counted up to `most`. */
  firstPage(
    query: Omit<TipQuery, "search" | "after">,
    most: number,
  ): Promise<{ rows: TipRow[]; matching: number }>;
  /** How many tips a list has, counted up to `most`. */
  countList(query: ListQuery, most: number): Promise<number>;
  /**
   * Of these tips, and of those that came since a moment, the ones that the scope takes in, each with whether the list
   * has it; the newest `most`.
   */
  among(
    query: ListQuery,
    given: { ids: readonly string[]; since: Date | null },
    most: number,
  ): Promise<{ id: string; listed: boolean }[]>;
  /** How many open tips of a lane each choice of a filter takes in; may be some seconds old. */
  facets(scope: ReadableScope, lane: TipLane): Promise<Facets>;
  /** What an officer chose, or null. */
  columns(officerId: string): Promise<QueueColumn[] | null>;
  setColumns(officerId: string, columns: readonly QueueColumn[]): Promise<void>;
}

export interface Present {
  /** How many officers have the desk open. */
  officers: number;
  /** Who has which tip before them, of the tips that a scope takes in. */
  eyes: { tipId: string; officerId: string; name: string }[];
}

/** An open page of the desk; forgotten half a minute after it was last heard of. */
export interface PresenceStore {
  arrive(page: { connection: string; officerId: string; tipId: string | null }): Promise<void>;
  stay(connection: string): Promise<void>;
  leave(connection: string): Promise<void>;
  present(scope: ReadableScope): Promise<Present>;
}
