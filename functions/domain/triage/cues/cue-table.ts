/** How the word lists of circumstances are written: one file a language. */
import type { Lang } from "../verdict.ts";

export const CUE_KINDS = [
  // what is alleged
  "smuggle",
  "conceal",
  "sea",
  "recruit",
  "carry",
  "consign",
  "abroad",
  "sell",
  "store",
  "secrecy",
  // how the teller knows it
  "firsthand",
  "person",
  "hearsay",
  "unknown",
  "unsure",
  // over, or taken back
  "past",
  "stopped",
  "retract",
  // not an allegation
  "asking",
  "permit",
  "own",
  "held",
  "fraud",
  "verify",
  "news",
  "opinion",
  "complaint",
  "job",
  "immigration",
  "police",
  "agency",
  // not serious
  "insult",
  "advert",
  "prank",
  "test",
  "silence",
  // a life in danger
  "threat",
  "captive",
  "weapon_at_hand",
  "swallowed",
  "help",
  // a findable place
  "address",
] as const;
export type CueKind = (typeof CUE_KINDS)[number];

export interface CueTable {
  langs: readonly Lang[];
  /** Words and phrases separated by `|`, as in the lists of goods. */
  cues: Partial<Record<CueKind, string>>;
  /** Words that deny or only suppose the goods that follow, and those that deny the goods before them. */
  denial?: { before?: string; after?: string };
}
