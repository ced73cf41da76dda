import type { ShownText } from "../domain/cases/texts-page.ts";
import type { ListedText } from "../service/texts/list-texts.ts";

/** A text with its earlier wordings, as pages and the JSON interface show it. */
export function shownText(text: ListedText): Omit<ShownText, "most"> {
  return {
    key: text.key,
    version: text.version,
    text: text.text,
    standard: text.standard,
    own: text.own,
    meaning: text.meaning,
    earlier: text.earlier.map(({ version, text: words, at, officerName }) => ({
      version,
      text: words,
      at: at.toISOString(),
      by: officerName,
    })),
  };
}
