/** What the page of the queue is given to show. */
import type { Band } from "../triage/verdict.ts";
import type { LinePiece } from "./find-hits.ts";
import type { QueueColumn } from "./queue-columns.ts";
import type { QueueRow } from "./queue-row.ts";
import type { SavedLink } from "./saved-view.ts";
import type { TipFilters } from "./tip-filters.ts";
import type { ShownOfficer, TipDetail } from "./tip-page.ts";
import type { TipLane } from "./tip-state.ts";

/** Counting stops here: "999+" says enough. */
export const mostCounted = 1_000;

export type FacetName = "region" | "state" | "channel" | "lang" | "goods" | "urgency" | "unit";
export type Facets = Readonly<Record<FacetName, Readonly<Record<string, number>>>>;

/** How many tips lie in each lane and view, of what an officer may read. */
export interface TipCounts {
  lanes: Record<TipLane, number>;
  /** In the queue lane. */
  bands: Record<Band, number>;
  /** In the queue: nobody's yet and A or B; with unread words; with a recording that can be heard; my own; with an arrival ahead. */
  fresh: number;
  unread: number;
  recordings: number;
  mine: number;
  arriving: number;
  /** Ended, and out of every other view but the unread; counted up to `mostCounted`. */
  closed: number;
}

export interface QueueView {
  kind: "queue";
  rows: QueueRow[];
  /** Of a search, by tip: the line of its words around what was looked for. */
  lines: Readonly<Record<string, LinePiece[]>>;
  filters: TipFilters;
  /** What this officer has a column for, in the order of the table. */
  columns: QueueColumn[];
  counts: TipCounts;
  /** How many tips fit the filters, up to `mostCounted`; null where a view's own count says it, or a search runs. */
  matching: number | null;
  /** How many tips of the lane each choice of a filter would leave, by its name and value. */
  facets: Facets;
  /** Views that this officer keeps, and those of their region. */
  saved: SavedLink[];
  /** Officers to whom several tips may be given at once. */
  officers: ShownOfficer[];
  /** Officers by whose tips the list can be narrowed. */
  owners: ShownOfficer[];
  /** Address of the following page, or null at the end; of the first page, or null when this is it. */
  nextHref: string | null;
  firstHref: string | null;
  /** With `?tip=`: the tip opened beside the queue, read event and all. */
  selected: TipDetail | null;
  /** Where this list is saved as a file; null for who may not, and for a search. */
  exportHref: string | null;
  /** The search was cut at this many opened candidates, or null. */
  searchCut: number | null;
}
