import type { PublicStatusCode } from "../../domain/cases/public-status.ts";
import type { Locale } from "../../domain/locales/locales.ts";
import { currentText, type EditedText, statusKey, type TextDefaults } from "../../domain/texts/desk-text.ts";
import type { Clock, Log } from "../ports.ts";
import type { TextReader } from "./ports.ts";

/** A heading and a sentence. */
export interface StatusWords {
  label: string;
  text: string;
}

export type ReadStatusWords = (status: PublicStatusCode, locale: Locale) => Promise<StatusWords>;

const freshMs = 60_000;
const patienceMs = 1_000;

/**
 * What a holder of a receipt is told, in the desk's own words where it has some. They are read once a minute; while the
 * database is away or slow the last ones known stand, and before any the program's own. Never throws.
 */
export function statusWordsFrom(world: {
  reader: TextReader;
  defaults: TextDefaults;
  clock: Clock;
  log: Log;
}): ReadStatusWords {
  const { reader, defaults, clock, log } = world;
  let known: { rows: EditedText[]; at: number } = { rows: [], at: Number.NEGATIVE_INFINITY };
  let asking: Promise<void> | null = null;

  async function ask(): Promise<void> {
    try {
      known = { rows: await reader.statusTexts(), at: clock().getTime() };
    } catch {
      log.warn({ code: "status_words_away" }, "the desk's words could not be read");
      // Not before the next minute: whoever asks meanwhile must not wait for what is away.
      known = { ...known, at: clock().getTime() };
    } finally {
      asking = null;
    }
  }

  return async (status, locale) => {
    if (clock().getTime() - known.at >= freshMs) {
      asking ??= ask();
      await Promise.race([asking, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())]);
    }
    const textOf = (part: "label" | "text") =>
      currentText(defaults, known.rows, statusKey(status, part), locale).text;
    return { label: textOf("label"), text: textOf("text") };
  };
}
