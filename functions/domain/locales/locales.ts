/** The 18 languages of the site, their BCP 47 tags, direction and own names. */
import { z } from "zod";
import type { Lang } from "../triage/verdict.ts";

export const Locale = z.enum([
  "ja",
  "ja-easy",
  "en",
  "zh-hans",
  "zh-hant",
  "ko",
  "vi",
  "fil",
  "pt-br",
  "es",
  "ne",
  "id",
  "th",
  "my",
  "km",
  "mn",
  "ru",
  "fa",
]);
export type Locale = z.infer<typeof Locale>;

export interface LocaleFacts {
  /** Value of the `lang` attribute. */
  readonly tag: string;
  readonly dir: "ltr" | "rtl";
  /** The language's name in itself, for the language list. */
  readonly name: string;
  /** What triage calls the language. */
  readonly lang: Lang;
}

export const localeFacts: Readonly<Record<Locale, LocaleFacts>> = {
  ja: { tag: "ja", dir: "ltr", name: "日本語", lang: "ja" },
  "ja-easy": { tag: "ja", dir: "ltr", name: "やさしい日本語", lang: "ja" },
  en: { tag: "en", dir: "ltr", name: "English", lang: "en" },
  "zh-hans": { tag: "zh-Hans", dir: "ltr", name: "简体中文", lang: "zh-Hans" },
  "zh-hant": { tag: "zh-Hant", dir: "ltr", name: "繁體中文", lang: "zh-Hant" },
  ko: { tag: "ko", dir: "ltr", name: "한국어", lang: "ko" },
  vi: { tag: "vi", dir: "ltr", name: "Tiếng Việt", lang: "vi" },
  fil: { tag: "fil", dir: "ltr", name: "Filipino", lang: "fil" },
  "pt-br": { tag: "pt-BR", dir: "ltr", name: "Português", lang: "pt-BR" },
  es: { tag: "es", dir: "ltr", name: "Español", lang: "es" },
  ne: { tag: "ne", dir: "ltr", name: "नेपाली", lang: "ne" },
  id: { tag: "id", dir: "ltr", name: "Indonesia", lang: "id" },
  th: { tag: "th", dir: "ltr", name: "ไทย", lang: "th" },
  my: { tag: "my", dir: "ltr", name: "မြန်မာ", lang: "my" },
  km: { tag: "km", dir: "ltr", name: "ខ្មែរ", lang: "km" },
  mn: { tag: "mn", dir: "ltr", name: "Монгол", lang: "mn" },
  ru: { tag: "ru", dir: "ltr", name: "Русский", lang: "ru" },
  fa: { tag: "fa", dir: "rtl", name: "فارسی", lang: "fa" },
};

export const allLocales: readonly Locale[] = Locale.options;
