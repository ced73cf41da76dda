/** Loads the words of every offered language, each complete or the build stops. */
import { localeFacts } from "../../functions/domain/locales/locales.ts";
import { isOffered, type OfferedLocale, offeredLocales } from "../../functions/domain/locales/offered.ts";
import { officeWords } from "./office.ts";
import { Strings } from "./schema.ts";

const files = import.meta.glob<unknown>("../../content/strings/*.json", { eager: true, import: "default" });

const loaded = new Map(offeredLocales.map((locale) => [locale, parse(locale)]));

function parse(locale: OfferedLocale): Strings {
  const parsed = Strings.safeParse(files[`../../content/strings/${locale}.json`]);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`content/strings/${locale}.json: ${faults.join("; ")}`);
}

export interface Language {
  locale: OfferedLocale;
  t: Strings;
  tag: string;
  dir: "ltr" | "rtl";
}

/** The language of a page by the first part of its path. Throws on one that is not offered: such a page is never routed. */
export function language(locale: string | undefined): Language {
  if (!isOffered(locale)) throw new Error("language not offered");
  const t = loaded.get(locale);
  if (!t) throw new Error("language not loaded");
  const { tag, dir } = localeFacts[locale];
  return { locale, t, tag, dir };
}

/**
 * Fills `{name}` in words with `values` and the office's numbers.
 * `fill("Call {police}.")` → `"Call 110."`. Throws on a name nobody gave: a page must never show a bare brace.
 */
export function fill(template: string, values: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? officeWords[name];
    if (value === undefined) throw new Error(`no value for {${name}}`);
    return rightToLeft.test(template) ? isolated(String(value)) : String(value);
  });
}

const rightToLeft = /[\p{sc=Arabic}\p{sc=Hebrew}]/u;

/** Among letters that run from the right, the groups of a number would change places: U+2066 … U+2069 hold them (UAX #9). */
function isolated(value: string): string {
  return /^\d+(-\d+)+$/.test(value) ? `\u2066${value}\u2069` : value;
}

/** For `getStaticPaths` of a page that exists in every offered language. */
export function localePaths(): { params: { locale: OfferedLocale } }[] {
  return offeredLocales.map((locale) => ({ params: { locale } }));
}
