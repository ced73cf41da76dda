import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allLocales } from "../../functions/domain/locales/locales.ts";
import { offeredLocales } from "../../functions/domain/locales/offered.ts";
import { Strings } from "../../src/i18n/schema.ts";
import { fill, language } from "../../src/i18n/strings.ts";
import { lettersOf } from "./letters.ts";

const folder = "content/strings";
const read = (locale: string): unknown => JSON.parse(readFileSync(`${folder}/${locale}.json`, "utf8"));
const masterWords = leaves(read("ja"));
const englishWords = leaves(read("en"));

function leaves(value: unknown, path = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[path, value]]);
  const entries = Object.entries(value as object).flatMap(([key, inner]) => [
    ...leaves(inner, path === "" ? key : `${path}.${key}`),
  ]);
  return new Map(entries);
}

function withLeaf(path: string, change: (parent: Record<string, unknown>, key: string) => void): unknown {
  const copy = structuredClone(read("en")) as Record<string, unknown>;
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const parent = keys.reduce((node, key) => node[key] as Record<string, unknown>, copy);
  change(parent, last);
  return copy;
}

const paths = [...masterWords.keys()].map((path) => path.replace(/\.\d+$/, ""));

describe("the words of the site", () => {
  it("are offered in exactly the languages that have a file, each a language of the line", () => {
    const files = readdirSync(folder).map((name) => name.replace(/\.json$/, ""));
    expect(files.sort()).toEqual([...offeredLocales].sort());
    for (const locale of offeredLocales) expect(allLocales).toContain(locale);
  });

  it.each(offeredLocales)("are complete in %s", (locale) => {
    expect(Strings.safeParse(read(locale)).error?.issues ?? []).toEqual([]);
  });

  it.each([...new Set(paths)])("are refused without %s", (path) => {
    const missing = withLeaf(path, (parent, key) => delete parent[key]);
    expect(Strings.safeParse(missing).success).toBe(false);
  });

  it("are refused with a key that no page shows", () => {
    const extra = withLeaf("home.title", (parent) => {
      parent.subtitle = "x";
    });
    expect(Strings.safeParse(extra).success).toBe(false);
  });

  it.each(["", " ", " padded"])("are refused when one is %j", (value) => {
    const empty = withLeaf("home.title", (parent, key) => {
      parent[key] = value;
    });
    expect(Strings.safeParse(empty).success).toBe(false);
  });

  it.each(offeredLocales)("take the same values in %s as in Japanese", (locale) => {
    const names = (words: string | undefined) =>
      [...(words ?? "").matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
    for (const [path, words] of leaves(read(locale))) {
      if (masterWords.has(path)) expect(names(words), path).toEqual(names(masterWords.get(path)));
    }
  });

  it.each(offeredLocales)("hold no telephone number themselves in %s", (locale) => {
    for (const [path, words] of leaves(read(locale))) {
      const withoutYears = words.replace(/(?<!\d)(19|20)\d\d(?![\d-])/g, "");
      expect(withoutYears, path).not.toMatch(/\d[\d-]{2,}/);
    }
  });

  it.each(offeredLocales)("are written in the letters of %s, none left in another language's", (locale) => {
    const letters = lettersOf(locale);
    for (const [path, words] of leaves(read(locale))) {
      if (path.startsWith("line.readings") || ["signedBy", "site.brand"].includes(path)) continue;
      if (letters.own) expect(words, path).toMatch(letters.own);
      if (letters.foreign) expect(words, path).not.toMatch(letters.foreign);
      if (locale !== "en" && words.length > 20) expect(words, path).not.toBe(englishWords.get(path));
    }
  });

  it("are given for an offered language only", () => {
    expect(language("en")).toMatchObject({ locale: "en", tag: "en", dir: "ltr" });
    expect(() => language("xx")).toThrow("not offered");
    expect(() => language(undefined)).toThrow("not offered");
  });

  it("are filled with the office's numbers and never shown with a bare brace", () => {
    expect(fill("{police} {max}", { max: 5 })).toBe("110 5");
    expect(() => fill("{nobody}")).toThrow("{nobody}");
  });

  it("keep the groups of a number in their order among letters that run from the right", () => {
    expect(fill("با {dial} یا {police}")).toBe("با \u20660120-461-961\u2069 یا 110");
    expect(fill("Call {dial}")).toBe("Call 0120-461-961");
  });
});
