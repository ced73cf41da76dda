/** What the page of one tip shows of others on the same matter, and of the arrival it means: codes only. */
import type { Meeting, NamedType, RelatedWhy, Relation } from "../related/classify-pair.ts";
import type { PlaceLabel } from "../routing/place-label.ts";
import type { QueueRow } from "./queue-row.ts";

export interface ShownRelated {
  tip: Pick<
    QueueRow,
    "id" | "receivedAt" | "channel" | "lang" | "band" | "region" | "categories" | "case" | "owner"
  >;
  /** Another voice, or the same one again. */
  relation: Relation;
  /** Whether it came before this one. */
  earlier: boolean;
  why: RelatedWhy[];
  /** How much of their words is the same, in per cent. */
  likeness: number;
  /** How many echoes it has besides this one. */
  echoes: number;
}

/** Another tip of the same case. */
export type ShownSibling = Pick<
  QueueRow,
  | "id"
  | "receivedAt"
  | "channel"
  | "lang"
  | "band"
  | "threatToLife"
  | "region"
  | "categories"
  | "state"
  | "lane"
  | "owner"
>;

export interface ShownArrival {
  kind: "vessel" | "flight" | "cargo";
  /** A ship's names, a flight's number, a container's or waybill's: what it is called on a list. */
  names: string[];
  /** UN/LOCODE, and what the port or airport is called; null of one that is not known here. */
  port: string;
  portName: PlaceLabel | null;
  /** ISO 8601. */
  dueAt: string;
  /** The number in the tip by which it was found, and how sure that is. */
  foundBy: { type: NamedType; how: Meeting };
}
