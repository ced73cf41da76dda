import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { offeredLocales } from "../../functions/domain/locales/offered.ts";

/** Terms with one meaning, which no sentence says otherwise; "parcel" or "report" would be words like any others. */
const terms = ["customs", "methamphetamine", "cannabis", "cocaine", "container", "seal"].concat([
  "airWaybill",
  "police",
  "coastGuard",
]);
const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));

/** Each line of a language's words by its place: `strings.home.title` → … */
function lines(locale: string): Map<string, string> {
  const files = ["firearms", "drugs", "guides"].map((name) => `campaigns/${locale}/${name}`);
  return new Map(
    [`strings/${locale}`, ...files].flatMap((file) =>
      leaves(read(`content/${file}.json`), file.replace(`/${locale}`, "")),
    ),
  );
}

function leaves(value: unknown, place: string): [string, string][] {
  if (typeof value === "string") return [[place, value.replace(/《[^》]*》/g, "").toLowerCase()]];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${place}.${key}`));
}

/** A term's words without what endings change: "береговая охрана" → ["берегов", "охран"]. Only these two bend so. */
function stems(locale: string, term: string): string[] {
  const words = term.replace(/《[^》]*》/g, "").toLowerCase();
  if (!["ru", "mn"].includes(locale)) return [words];
  return words.split(" ").map((word) => word.slice(0, Math.max(3, word.length - 2)));
}

const master = lines("ja");
const names = read("content/glossary/ja.json");

describe.each(offeredLocales.filter((locale) => locale !== "ja"))("the words in %s", (locale) => {
  const own = lines(locale);
  const glossary = read(`content/glossary/${locale}.json`);

  it.each(terms)("call %s by the glossary's name wherever the Japanese does", (term) => {
    // The districts of the nine Customs are told in each language's own way.
    const places = [...master].filter(
      ([place, line]) => line.includes(names[term]) && !place.endsWith(".area"),
    );
    expect(places.length).toBeGreaterThan(0);
    for (const [place] of places)
      for (const stem of stems(locale, glossary[term])) expect(own.get(place), place).toContain(stem);
  });
});
