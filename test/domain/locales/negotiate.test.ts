import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allLocales, localeFacts } from "../../../functions/domain/locales/locales.ts";
import { negotiateLocale } from "../../../functions/domain/locales/negotiate.ts";

describe("choosing a language from Accept-Language", () => {
  it.each([
    ["ja", "ja"],
    ["en-US,en;q=0.9,ja;q=0.8", "en"],
    ["zh-TW,zh;q=0.9", "zh-hant"],
    ["zh-Hant-HK", "zh-hant"],
    ["zh-CN", "zh-hans"],
    ["zh", "zh-hans"],
    ["pt-PT", "pt-br"],
    ["tl", "fil"],
    ["fa-IR", "fa"],
    ["de, vi;q=0.4, en;q=0.2", "vi"],
    ["en;q=0.2, my;q=0.9", "my"],
    ["de", "ja"],
    ["", "ja"],
    ["*", "ja"],
    ["en;q=0", "ja"],
  ])("%j asks for %s", (header, locale) => {
    expect(negotiateLocale(header, allLocales, "ja")).toBe(locale);
  });

  it("never answers a language that is not offered, whatever the header says", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3_000 }), (header) => {
        expect(["ja", "en"]).toContain(negotiateLocale(header, ["ja", "en"], "ja"));
      }),
    );
  });

  it("knows eighteen languages, each with its own name and direction", () => {
    expect(allLocales).toHaveLength(18);
    expect(new Set(allLocales.map((locale) => localeFacts[locale].name)).size).toBe(18);
    expect(allLocales.filter((locale) => localeFacts[locale].dir === "rtl")).toEqual(["fa"]);
  });
});
