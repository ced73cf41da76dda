import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { offeredLocales } from "../../functions/domain/locales/offered.ts";
import { campaign, campaigns, figureWords, guides } from "../../src/i18n/campaigns.ts";
import { office } from "../../src/i18n/office.ts";
import { indexOf, meetings, reference, volumes } from "../../src/i18n/reference.ts";
import { sitePages } from "../../src/i18n/site-pages.ts";
import { fill, language } from "../../src/i18n/strings.ts";
import { lettersOf } from "./letters.ts";

/** Pages that every language has; the deep reference pages are whole in some and summed up in the others. */
const deep = ["border.md", "trends.md"];
const everywhere = readdirSync("content/pages/ja").filter((name) => !deep.includes(name));
const read = (path: string) => readFileSync(path, "utf8");

/** The shape of a Markdown page: its headings, list items and numbers by name, without its words. */
function shape(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => /^(##|-) /.test(line))
    .map((line) => [line.slice(0, 2).trim(), ...placeholders(line)].join(" "));
}

/** Every text of a campaign, but the names of its drawings and of its signer. */
function words(value: unknown, key = ""): string[] {
  if (typeof value === "string") return ["drawing", "signedBy"].includes(key) ? [] : [value];
  return Object.entries(value as object).flatMap(([name, inner]) => words(inner, name));
}

/** Easy Japanese writes readings as 税関《ぜいかん》. */
function withoutReadings(text: string): string {
  return text.replace(/《[^》]*》/g, "");
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
}

describe.each(offeredLocales)("the pages in %s", (locale) => {
  it("are the pages of every language, each with its own deep words or none", () => {
    const found = readdirSync(`content/pages/${locale}`);
    expect(found.filter((name) => !deep.includes(name)).sort()).toEqual([...everywhere].sort());
    for (const name of deep)
      if (found.includes(name)) expect(existsSync(`content/reference/${locale}.json`)).toBe(true);
  });

  it.each(everywhere)("say in %s what the Japanese page says, point by point", (name) => {
    expect(shape(read(`content/pages/${locale}/${name}`))).toEqual(shape(read(`content/pages/ja/${name}`)));
  });

  it("are written in its own letters, page by page and sign by sign", () => {
    const { own, foreign } = lettersOf(locale);
    const lines = [
      ...everywhere.flatMap((name) =>
        read(`content/pages/${locale}/${name}`)
          .split("\n")
          .filter((line) => !["", "---"].includes(line) && !line.startsWith("signedBy:")),
      ),
      ...[...campaigns, "guides"].flatMap((name) =>
        words(JSON.parse(read(`content/campaigns/${locale}/${name}.json`))),
      ),
    ];
    expect(lines.length).toBeGreaterThan(200);
    for (const line of lines) {
      if (own) expect(line).toMatch(own);
      if (foreign) expect(line).not.toMatch(foreign);
    }
  });

  it("lead only to pages of their own language", () => {
    for (const name of readdirSync(`content/pages/${locale}`)) {
      for (const [, first] of read(`content/pages/${locale}/${name}`).matchAll(/\]\(\/([^/)]+)/g))
        expect(first, name).toBe(locale);
    }
  });

  it("have both campaigns and the guides, with the same signs and numbers as in Japanese", () => {
    const master = language("ja");
    const own = language(locale);
    for (const name of campaigns) {
      const [words, original] = [campaign(name, own), campaign(name, master)];
      expect(words.notice).toHaveLength(original.notice.length);
      expect(words.dont).toHaveLength(original.dont.length);
      expect(words.looks.map(({ drawing }) => drawing)).toEqual(original.looks.map(({ drawing }) => drawing));
      expect(placeholders(words.have.text)).toEqual(placeholders(original.have.text));
      expect(words.figures.map(placeholders)).toEqual(original.figures.map(placeholders));
      for (const line of [...words.figures, words.source]) fill(line, figureWords(own));
    }
    for (const role of Object.values(guides(own).roles)) for (const line of role.act) fill(line);
  });

  it("call the things of the field by one name each, the glossary's", () => {
    const glossary = JSON.parse(read(`content/glossary/${locale}.json`)) as Record<string, string>;
    const original = JSON.parse(read("content/glossary/ja.json")) as Record<string, string>;
    expect(Object.keys(glossary)).toEqual(Object.keys(original));
    const files = [
      `content/strings/${locale}.json`,
      ...[...campaigns, "guides"].map((name) => `content/campaigns/${locale}/${name}.json`),
      ...everywhere.map((name) => `content/pages/${locale}/${name}`),
    ];
    const words = withoutReadings(files.map(read).join("\n")).toLowerCase();
    for (const [term, name] of Object.entries(glossary))
      expect(words.includes(withoutReadings(name).toLowerCase()), `${term}: ${name}`).toBe(true);
  });

  it("name each of the nine Customs once", () => {
    const { customs } = language(locale).t.contact;
    expect(Object.keys(customs).sort()).toEqual(office.customs.map(({ code }) => code).sort());
  });
});

describe("the accessibility page", () => {
  it("tells of a check of every page there is, with no fault left, by the axe that is installed", () => {
    const told = JSON.parse(read("content/data/accessibility.json"));
    const { version } = JSON.parse(read("node_modules/axe-core/package.json"));
    // Each page of the site in each language, and the page for what does not exist. `npm run accessibility` records it.
    const pages = offeredLocales.length * (sitePages.length + 1);
    expect(told).toEqual({ date: expect.stringMatching(/^20\d\d-\d\d-\d\d$/), pages, faults: 0, version });
    expect(Date.parse(told.date)).toBeLessThanOrEqual(Date.now());
  });
});

describe("the deep pages", () => {
  it("count their indexes from the first year, as the printed table does but for one slip of its own", () => {
    const printed: Record<string, number[]> = {
      passengers: [100, 106.5, 91.4, 113.1, 118.9, 122.7],
      cargo: [100, 146.5, 156.4, 173.8, 185.2, 190.5],
      mail: [100, 82.9, 83.4, 77.5, 71.7, 68.8],
      ships: [100, 104.8, 108.9, 108.9, 109.7, 111.3],
      aircraft: [100, 118.4, 117.5, 131.6, 140.4, 145.6],
    };
    for (const { code, values } of volumes.series)
      expect(values.map((_, at) => indexOf(values, at))).toEqual(printed[code]);
  });

  it("list every meeting of the three councils in order, each number once", () => {
    expect(meetings.map(({ date }) => date)).toEqual(meetings.map(({ date }) => date).sort());
    const numbers = (body: string) =>
      meetings.filter((held) => held.body === body).map(({ number }) => number);
    expect(numbers("drugs")).toEqual([...Array(14).keys()]);
    expect(numbers("firearms")).toEqual([...Array(14).keys()]);
    expect(numbers("crime")).toEqual([...Array(9).keys()]);
  });

  it("name what each meeting did, in the languages that have them whole", () => {
    for (const locale of offeredLocales.filter((each) => existsSync(`content/reference/${each}.json`))) {
      const { items } = reference({ locale }).timeline;
      for (const { code, fiscal } of meetings.flatMap((held) => held.items))
        expect(fill(items[code] ?? "{missing}", fiscal === undefined ? {} : { fiscal })).not.toBe("");
    }
  });
});
