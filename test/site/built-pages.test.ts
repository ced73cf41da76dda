import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { localeFacts } from "../../functions/domain/locales/locales.ts";
import { isOffered, offeredLocales } from "../../functions/domain/locales/offered.ts";
import { office } from "../../src/i18n/office.ts";
import { attributes, type BuiltPage, brotliSize, client, draw, emptyReport, prerendered } from "./built.ts";

const onDemand: BuiltPage[] = await Promise.all(
  offeredLocales.flatMap((locale) => [
    draw(`/${locale}/report/`, emptyReport).then((html) => ({ path: `/${locale}/report/`, html })),
    draw(`/${locale}/follow-up/`, { kind: "ask", receipt: "", issues: [] }).then((html) => ({
      path: `/${locale}/follow-up/`,
      html,
    })),
  ]),
);
const pages = [...prerendered(), ...onDemand].filter(({ path }) => isOffered(path.split("/")[1]));
const everywhere = [
  ...[
    "",
    "firearms/",
    "drugs/",
    "guides/",
    "being-used/",
    "real-customs/",
    "report/",
    "follow-up/",
    "privacy/",
  ],
  ...["contact/", "faq/", "accessibility/", "border/", "trends/", "404/"],
];
/** Deep reference pages are whole in these languages; the others sum them up. */
const deep = new Map(
  ["border", "trends"].map((name) => [
    `${name}/`,
    offeredLocales.filter((locale) => existsSync(`content/pages/${locale}/${name}.md`)),
  ]),
);
const known = new Set(pages.map(({ path }) => path));
const cases = pages.map((page) => [page.path, page] as const);

/** The site's own address: pages made at build leave it to be filled in, those drawn on demand know it. */
function addressOf(html: string): string {
  return html.includes("{address}/") ? "{address}" : "http://site.example";
}

describe("every public page", () => {
  it("is there in every offered language", () => {
    for (const locale of offeredLocales) {
      for (const page of everywhere) expect(known).toContain(`/${locale}/${page}`);
    }
  });

  it.each(cases)("%s says its language and direction", (path, { html }) => {
    const locale = path.split("/")[1];
    if (!isOffered(locale)) throw new Error("no language");
    const { tag, dir } = localeFacts[locale];
    expect(html).toMatch(new RegExp(`^<!DOCTYPE html><html lang="${tag}" dir="${dir}">`, "i"));
  });

  it.each(cases)("%s says so of each word in the letters of another language", (path, { html }) => {
    const letters = ["Hangul", "Devanagari", "Thai", "Myanmar", "Khmer", "Cyrillic", "Arabic"].concat(
      "Han",
      "Kana",
    );
    const own: Readonly<Record<string, string[]>> = {
      ...{
        ja: ["Han", "Kana"],
        "ja-easy": ["Han", "Kana"],
        "zh-hans": ["Han"],
        "zh-hant": ["Han"],
        ko: ["Hangul"],
      },
      ...{
        ne: ["Devanagari"],
        th: ["Thai"],
        my: ["Myanmar"],
        km: ["Khmer"],
        mn: ["Cyrillic"],
        ru: ["Cyrillic"],
      },
      fa: ["Arabic"],
    };
    const foreign = letters
      .filter((each) => !own[path.split("/")[1] ?? ""]?.includes(each))
      .map((each) => (each === "Kana" ? "\\p{sc=Hiragana}\\p{sc=Katakana}" : `\\p{sc=${each}}`));
    const told = /<(a|span|html)\b[^>]*\slang="[^"]*"[^>]*>[^<]*<\/\1>/g;
    const untold = html.replace(told, "").match(new RegExp(`[^<>]*[${foreign.join("")}][^<>]*`, "u"));
    expect(untold?.[0]).toBeUndefined();
  });

  it.each(cases)("%s has one title, one first heading, and a way past the header", (_, { html }) => {
    expect(html.match(/<title>[^<]+<\/title>/g)).toHaveLength(1);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(html).toContain('href="#main"');
    expect(html).toContain('id="main"');
  });

  it.each(cases)("%s needs nothing inline: no script, style or handler outside a file", (_, { html }) => {
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) expect(tag).toMatch(/ src="\/_astro\//);
    expect(html).not.toMatch(/<style\b/);
    expect(html).not.toMatch(/\sstyle="/);
    expect(html).not.toMatch(/\son[a-z]+="/);
    expect(html).not.toMatch(/javascript:|data:/);
  });

  it.each(cases)(
    "%s asks no other host for anything, and leads to one only by leaving quickly",
    (_, { html }) => {
      const loaded = [
        ...attributes(html, "script", "src"),
        ...attributes(html, "img", "src"),
        ...attributes(html, "link", "href").filter((href) => !href.startsWith(addressOf(html))),
      ];
      for (const address of loaded) expect(address).toMatch(/^\/[^/]/);
      const away = attributes(html, "a", "href").filter(
        (href) => /^[a-z]+:/.test(href) && !href.startsWith("tel:"),
      );
      expect(away).toEqual([office.leaveTo]);
      expect(html).toMatch(new RegExp(`href="${office.leaveTo}" rel="noreferrer nofollow"`));
    },
  );

  it.each(cases)("%s links to pages and files that exist", (path, { html }) => {
    for (const href of attributes(html, "a", "href")) {
      if (href.startsWith("#")) expect(html, `${path} → ${href}`).toContain(`id="${href.slice(1)}"`);
      if (!href.startsWith("/")) continue;
      const [page = "", part] = href.split("#");
      if (/\.\w+$/.test(page)) expect(existsSync(resolve(client, `.${page}`)), page).toBe(true);
      else expect(known, `${path} → ${href}`).toContain(page);
      const target = pages.find((other) => other.path === page)?.html ?? "";
      if (part) expect(target, `${path} → ${href}`).toContain(`id="${part}"`);
    }
    for (const src of [...attributes(html, "img", "src"), ...attributes(html, "link", "href")]) {
      if (/\.\w+$/.test(src)) expect(existsSync(resolve(client, `.${src}`)), src).toBe(true);
    }
  });

  it.each(cases)(
    "%s leads to pages of its own language, but for the choice of languages",
    (path, { html }) => {
      const [, locale] = path.split("/");
      const own = html.replace(/<details class="languages">.*?<\/details>/s, "");
      for (const [link, href = ""] of own.matchAll(/<a\b[^>]*href="(\/[^"]*)"[^>]*>/g)) {
        if (!link.includes("hreflang=")) expect(href.split("/")[1], path).toBe(locale);
      }
    },
  );

  it.each(cases)("%s names itself in every language, Japanese where none fits", (path, { html }) => {
    // A season's home page is served as the home page.
    const rest = path
      .split("/")
      .slice(2)
      .join("/")
      .replace(/^season\/\w+\/$/, "");
    if (rest === "404/") return expect(html).toContain('<meta name="robots" content="noindex">');
    const address = addressOf(html);
    expect(html).toContain(`<link rel="canonical" href="${address}/${path.split("/")[1]}/${rest}">`);
    const links = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g)];
    // Easy Japanese has the tag of Japanese, which answers for both.
    const expected = (deep.get(rest) ?? offeredLocales)
      .filter((locale) => locale !== ("ja-easy" as string))
      .map((locale) => [localeFacts[locale].tag, `/${locale}/${rest}`]);
    expect(links.map(([, tag, href]) => [tag, href?.replace(address, "")])).toEqual([
      ...expected,
      ["x-default", `/ja/${rest}`],
    ]);
  });

  it.each(cases)("%s shows every number as the office's data has it", (_, { html }) => {
    const numbers = new Set([
      office.dial.display,
      ...Object.values(office.hotlines),
      ...office.customs.flatMap(({ telephone }) => telephone ?? []),
    ]);
    for (const [shown] of html.matchAll(/\b0\d{2,3}-\d{2,4}-?\d{3,4}\b/g)) expect(numbers).toContain(shown);
    const dialled = new Set([...numbers].map((number) => `tel:${number.replaceAll("-", "")}`));
    for (const href of attributes(html, "a", "href"))
      if (href.startsWith("tel:")) expect(dialled).toContain(href);
    expect(html).toContain(office.dial.display);
  });

  it.each(cases)("%s is complete, style included, in 14 kB compressed", (_, { html }) => {
    const styles = attributes(html, "link", "href").filter((href) => href.endsWith(".css"));
    expect(styles.length).toBeGreaterThan(0);
    const total = brotliCompressSync(html).length + styles.reduce((sum, href) => sum + brotliSize(href), 0);
    expect(total).toBeLessThanOrEqual(14 * 1024);
  });

  it.each(cases)("%s helps itself with less than 15 kB of script", (_, { html }) => {
    const total = attributes(html, "script", "src").reduce((sum, src) => sum + brotliSize(src), 0);
    expect(total).toBeLessThanOrEqual(15 * 1024);
  });
});

describe("pages where someone writes or reads a report", () => {
  it.each(onDemand.map((page) => [page.path, page] as const))(
    "%s have a tab that gives nothing away",
    (_, { html }) => {
      const [, title] = html.match(/<title>([^<]+)<\/title>/) ?? [];
      expect(title).not.toMatch(/customs|smuggl|税関|密輸/i);
    },
  );
});

describe("what is not a page", () => {
  it("lists every page in every language where it is whole, each with its other languages", () => {
    const map = readFileSync(resolve(client, "sitemap.xml"), "utf8");
    const listed = [...map.matchAll(/<loc>\{address\}([^<]+)<\/loc>/g)].map(([, path = ""]) => path);
    const expected = everywhere
      .filter((page) => page !== "404/")
      .flatMap((page) => (deep.get(page) ?? offeredLocales).map((locale) => `/${locale}/${page}`));
    expect([...listed].sort()).toEqual(expected.sort());
    for (const [entry] of map.matchAll(/<url>.*?<\/url>/g)) expect(entry).toContain('hreflang="x-default"');
  });

  it("lets a home screen show a neutral name, and nothing of what it is about", () => {
    for (const locale of offeredLocales) {
      const text = readFileSync(resolve(client, `${locale}/manifest.webmanifest`), "utf8");
      expect(text).not.toMatch(/customs|smuggl|税関|密輸/i);
      expect(JSON.parse(text)).toMatchObject({ start_url: `/${locale}/`, lang: localeFacts[locale].tag });
    }
  });

  it("holds the table of the trends page for a spreadsheet", () => {
    const [mark, ...lines] = readFileSync(resolve(client, "en/customs-volumes.csv"), "utf8").split(
      /(?<=\uFEFF)|\r\n/,
    );
    expect(mark).toBe("\uFEFF");
    expect(lines[0]).toBe("Year,1996,2002,2003,2004,2005,2006");
    expect(lines).toContain('"Aircraft entering (10,000 aircraft)",11.4,13.5,13.4,15,16,16.6');
  });

  it("tells whoever finds a weakness whom to write to, until when the program says", () => {
    const text = readFileSync(resolve(client, ".well-known/security.txt"), "utf8");
    expect(text).toContain(`Contact: ${office.securityContact}\n`);
    expect(text).toContain("Expires: {expires}\n");
  });
});
