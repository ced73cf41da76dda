import { mayAtDesk } from "../../domain/access/permits.ts";
import type { Locale } from "../../domain/locales/locales.ts";
import { type CurrentText, currentText, DeskTextKey } from "../../domain/texts/desk-text.ts";
import { NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import type { TextRow } from "./ports.ts";

export interface ListedText extends CurrentText {
  standard: string;
  /** In the language the officer reads. */
  meaning: string;
  earlier: (TextRow & { officerName: string })[];
}

/** Every text of one language with its earlier wordings, the newest first. @throws `NotFound` for whoever may not */
export async function listTexts(
  ctx: DeskContext,
  input: { locale: Locale; reads: "ja" | "en" },
): Promise<ListedText[]> {
  if (!mayAtDesk(ctx.officer, "texts")) throw new NotFound();
  const { locale, reads } = input;
  const rows = await ctx.texts.texts([locale, reads]);
  return DeskTextKey.options.map((key) => ({
    ...currentText(ctx.textDefaults, rows, key, locale),
    standard: ctx.textDefaults[locale][key],
    meaning: currentText(ctx.textDefaults, rows, key, reads).text,
    earlier: rows
      .filter((row) => row.key === key && row.locale === locale)
      .sort((a, b) => b.version - a.version)
      .slice(1),
  }));
}
