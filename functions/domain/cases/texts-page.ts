/** What the page of the words that the desk edits is given to show. */
import type { Locale } from "../locales/locales.ts";
import type { DeskTextKey } from "../texts/desk-text.ts";

export interface ShownText {
  key: DeskTextKey;
  version: number;
  text: string;
  /** The program's own words for it. */
  standard: string;
  own: boolean;
  /** In the officer's own language, so that it can be told what it means. */
  meaning: string;
  most: number;
  /** Earlier wordings, the newest first. */
  earlier: { version: number; text: string | null; at: string; by: string }[];
}

export interface TextsView {
  kind: "texts";
  locale: Locale;
  texts: ShownText[];
  /** Words kept from a refused form. */
  draft: { key: string; text: string } | null;
}
