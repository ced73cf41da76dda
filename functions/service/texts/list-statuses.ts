import { PublicStatusCode } from "../../domain/cases/public-status.ts";
import type { Locale } from "../../domain/locales/locales.ts";
import { currentText, statusKey } from "../../domain/texts/desk-text.ts";
import type { DeskContext } from "../staff-context.ts";

/** What the holder of a receipt reads: a heading and a sentence. */
export interface StatusReading {
  label: string;
  text: string;
}

export interface StatusInWords extends StatusReading {
  code: PublicStatusCode;
  /** In Japanese and in English, for the officer. */
  meaning: { ja: StatusReading; en: StatusReading };
}

/** The public statuses as they stand in a reporter's language. */
export async function listStatuses(ctx: DeskContext, locale: Locale): Promise<StatusInWords[]> {
  const rows = await ctx.texts.texts([locale, "ja", "en"]);
  const inWords = (code: PublicStatusCode, of: Locale): StatusReading => ({
    label: currentText(ctx.textDefaults, rows, statusKey(code, "label"), of).text,
    text: currentText(ctx.textDefaults, rows, statusKey(code, "text"), of).text,
  });
  return PublicStatusCode.options.map((code) => ({
    code,
    ...inWords(code, locale),
    meaning: { ja: inWords(code, "ja"), en: inWords(code, "en") },
  }));
}
