import type { Locale } from "../../../functions/domain/locales/locales.ts";

/** Characters a second of a calm voice, on the slow side: one letter, one syllable block or one Chinese character. */
const pace: Partial<Record<Locale, number>> = {
  ja: 5.5,
  "zh-hans": 4.2,
  "zh-hant": 4.2,
  ko: 6,
  th: 11,
  vi: 12,
  ru: 12,
  km: 11,
  my: 11,
};

/** How long words take to be said, in seconds. */
export const secondsOf = (locale: Locale, ...words: string[]) => words.join("").length / (pace[locale] ?? 13);
