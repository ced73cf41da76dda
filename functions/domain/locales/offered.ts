import type { Locale } from "./locales.ts";

/**
 * The languages the site is offered in: exactly the files of `content/strings`, each complete
 * (`test/site/strings.test.ts` holds the two together). The first is the master and the fallback.
 */
export const offeredLocales = [
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
] as const satisfies readonly Locale[];
export type OfferedLocale = (typeof offeredLocales)[number];

/** Whether a path's first segment is a language we offer: `isOffered("en")` → true, `isOffered("EN")` → false. */
export function isOffered(segment: string | undefined): segment is OfferedLocale {
  return (offeredLocales as readonly string[]).includes(segment ?? "");
}
