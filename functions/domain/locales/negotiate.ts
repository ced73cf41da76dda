import type { Locale } from "./locales.ts";

interface Wish {
  tag: string;
  quality: number;
}

/**
 * The offered locale that an `Accept-Language` header asks for first, else `fallback`.
 * Matching follows RFC 4647 lookup: the tag, then its prefixes. `zh-TW`, `zh-HK` and `zh-MO` ask for traditional
 * characters, any other `zh` for simplified; `tl` is the older code of Filipino.
 * `negotiateLocale("pt-PT, en;q=0.5", ["ja", "en", "pt-br"], "ja")` → `"pt-br"`.
 */
export function negotiateLocale(
  header: string | undefined,
  offered: readonly Locale[],
  fallback: Locale,
): Locale {
  for (const wish of parseWishes(header ?? "")) {
    const found = lookup(wish.tag, offered);
    if (found) return found;
  }
  return fallback;
}

function parseWishes(header: string): Wish[] {
  const wishes: Wish[] = [];
  for (const part of header.slice(0, 1000).split(",")) {
    const [rawTag = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    if (!/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/.test(rawTag)) continue;
    const quality = parameters.find((parameter) => parameter.startsWith("q="));
    const value = quality ? Number(quality.slice(2)) : 1;
    if (Number.isFinite(value) && value > 0) wishes.push({ tag: rawTag, quality: value });
  }
  return wishes.sort((left, right) => right.quality - left.quality);
}

function lookup(tag: string, offered: readonly Locale[]): Locale | undefined {
  const exact = offered.find((locale) => locale === tag);
  if (exact) return exact;
  const [language] = tag.split("-");
  if (language === "zh") {
    const traditional = /-(hant|tw|hk|mo)\b/.test(tag);
    return offered.find((locale) => locale === (traditional ? "zh-hant" : "zh-hans"));
  }
  const alias: Record<string, Locale> = { tl: "fil", pt: "pt-br", in: "id" };
  const wanted = alias[language ?? ""] ?? language;
  return offered.find((locale) => locale === wanted);
}
