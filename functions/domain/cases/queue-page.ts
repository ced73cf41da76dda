/** What the page of the queue is given to show. */
import type { Band, Channel, Region } from "../triage/verdict.ts";
import type { QueueRow } from "./queue-row.ts";
import type { ShownOfficer, TipDetail } from "./tip-page.ts";
import type { TipLane, TipState } from "./tip-state.ts";

/** As in the address of the page, all optional there. */
export interface QueueFilters {
  lane: TipLane;
  band: Band[];
  region: (Region | "none")[];
  state: TipState[];
  channel: Channel[];
  q: string;
  /** Only mine; only with unread words; only with recordings. */
  owner: "me" | null;
  /** What arrives next on top. */
  arriving: boolean;
  unread: boolean;
  recording: boolean;
}

export interface QueueView {
  kind: "queue";
  rows: QueueRow[];
  filters: QueueFilters;
  /** Of what this officer may read. */
  counts: {
    lanes: Record<TipLane, number>;
    /** In the queue lane. */
    bands: Record<Band, number>;
    /** In the queue: nobody's yet and A or B; with unread words; with recordings; my own; with an arrival ahead. */
    fresh: number;
    unread: number;
    recordings: number;
    mine: number;
    arriving: number;
    /** Ended, and out of every other view but the unread. */
    closed: number;
  };
  /** Views that this officer keeps, and those of their region. */
  saved: { id: string; name: string; href: string; mine: boolean; shared: boolean }[];
  /** Officers to whom several tips may be given at once. */
  officers: ShownOfficer[];
  /** Address of the following page, or null at the end; of the first page, or null when this is it. */
  nextHref: string | null;
  firstHref: string | null;
  /** With `?tip=`: the tip opened beside the queue, read event and all. */
  selected: TipDetail | null;
  /** The search was cut at this many opened candidates, or null. */
  searchCut: number | null;
}
