import type { Locale } from "../../domain/locales/locales.ts";
import { currentText, QuestionCode, questionKey } from "../../domain/texts/desk-text.ts";
import type { DeskContext } from "../staff-context.ts";

export interface ReadyQuestion {
  code: QuestionCode;
  version: number;
  /** As it would be sent. */
  text: string;
  /** In Japanese and in English, for the officer. */
  meaning: { ja: string; en: string };
}

/** The ready-made questions as they stand in a reporter's language. */
export async function listQuestions(ctx: DeskContext, locale: Locale): Promise<ReadyQuestion[]> {
  const rows = await ctx.texts.texts([locale, "ja", "en"]);
  const textOf = (code: QuestionCode, of: Locale) =>
    currentText(ctx.textDefaults, rows, questionKey(code), of);
  return QuestionCode.options.map((code) => {
    const { text, version } = textOf(code, locale);
    return { code, version, text, meaning: { ja: textOf(code, "ja").text, en: textOf(code, "en").text } };
  });
}
