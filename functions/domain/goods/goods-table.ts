/** How the word lists of goods are written: one file a language, read by people first. */
import type { Category, Lang } from "../triage/verdict.ts";

export interface GoodsRow {
  code: Category | "none";
  /** Words and stems separated by `|`; `stem*` takes any ending. */
  words: string;
  /** Where the words come from, or what to know about them. */
  note: string;
  /** An everyday word: it counts only when the text speaks of smuggling, drugs or weapons otherwise. */
  homonym?: boolean;
  /** Counts in a text of any language (scientific names, brand-like street names). */
  anywhere?: boolean;
}

export interface GoodsTable {
  langs: readonly Lang[];
  rows: readonly GoodsRow[];
}
