/** How the word lists of goods are written: one file a language, read by people first. */
import type { Category, Lang } from "../triage/verdict.ts";

export interface GoodsRow {
  /** `none` swallows a harmless longer word, so that "ice cream" is not "ice". */
  code: Category | "none";
  /** Words separated by `|`; `stem*` takes any ending, `*word` any beginning, `=Word` only in exactly this script and spelling. */
  words: string;
  /** Where the words come from, or what to know about them. */
  note: string;
  /**
   * An everyday word with a hidden sense. 1: some sign of smuggling must stand near (concealment, a strange parcel,
   * secrecy); 2: two signs, or one of drugs or weapons by their own name.
   */
  support?: 1 | 2;
  /** Says the kind but not the substance ("drugs"): dropped when the text names the substance elsewhere. */
  generic?: boolean;
  /** Counts in a text of any language (scientific names, street names known everywhere). */
  anywhere?: boolean;
}

export interface GoodsTable {
  langs: readonly Lang[];
  rows: readonly GoodsRow[];
}
