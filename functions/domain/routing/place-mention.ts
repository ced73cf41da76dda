import type { Region, Span } from "../triage/verdict.ts";

export type PlaceKind =
  | "port"
  | "airport"
  | "prefecture"
  | "city"
  | "ward"
  | "town"
  | "district"
  | "fishing_port"
  | "waters"
  | "foreign";

/**
 * What a place is to the matter: where goods land or change hands, where they lie, where they leave Japan, where abroad
 * they come from, where something happened that is over, or only where the teller lives or works.
 */
export type PlaceRole = "landing" | "storage" | "departure" | "origin" | "past" | "teller" | "unknown";

/** One place as the text names it. `prefecture` is romaji in lower case (`"kochi"`); `name` is English. */
export type PlaceMention = {
  name: string;
  /** UN/LOCODE, only where the text means the port or airport itself. */
  code: string | null;
  kind: PlaceKind;
  prefecture: string | null;
  region: Region | null;
  span: Span;
  evidence: string;
  role: PlaceRole;
};
