const japanese = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const kana = /[\p{sc=Hiragana}\p{sc=Katakana}]/u;
const scripts: Readonly<Record<string, RegExp>> = {
  ko: /\p{sc=Hangul}/u,
  ne: /\p{sc=Devanagari}/u,
  th: /\p{sc=Thai}/u,
  my: /\p{sc=Myanmar}/u,
  km: /\p{sc=Khmer}/u,
  mn: /\p{sc=Cyrillic}/u,
  ru: /\p{sc=Cyrillic}/u,
  fa: /\p{sc=Arabic}/u,
};

/** What every line of a language is written in, and what must not occur in it. */
export function lettersOf(locale: string): { own?: RegExp; foreign?: RegExp } {
  if (locale.startsWith("ja")) return { own: japanese };
  if (locale.startsWith("zh")) return { own: /\p{sc=Han}/u, foreign: kana };
  const own = scripts[locale];
  return { ...(own && { own }), foreign: japanese };
}
