import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { offeredLocales } from "../../functions/domain/locales/offered.ts";
import { isProvisional } from "../../src/i18n/signed.ts";
import { prerendered } from "./built.ts";

/** The files whose words a page shows, besides the strings of every page. */
function ownFile(locale: string, page: string): string | undefined {
  const name = page.replace("/", "");
  return [`content/pages/${locale}/${name}.md`, `content/campaigns/${locale}/${name}.json`].find(existsSync);
}

const isSigned = (file: string) => /^\s*"?signedBy"?:/m.test(readFileSync(file, "utf8"));
const pages = prerendered().flatMap(({ path, html }) => {
  const [, locale = "", ...rest] = path.split("/");
  return (offeredLocales as readonly string[]).includes(locale)
    ? [{ path, locale, page: rest.join("/"), html }]
    : [];
});

describe("the mark of a provisional translation", () => {
  it("is gone once the file names who answers for it, and never stands on the Japanese one", () => {
    expect(isProvisional("en", undefined)).toBe(true);
    expect(isProvisional("en", "Translation unit, Tokyo Customs")).toBe(false);
    expect(isProvisional("ja-easy", undefined)).toBe(true);
    expect(isProvisional("ja", undefined)).toBe(false);
  });

  it("stands on exactly the pages that show words nobody has signed", () => {
    expect(pages.length).toBeGreaterThan(200);
    for (const { path, locale, page, html } of pages) {
      const files = [`content/strings/${locale}.json`, ownFile(locale, page)].filter(
        (file) => file !== undefined,
      );
      const unsigned = locale !== "ja" && files.some((file) => !isSigned(file));
      expect(html.includes('class="provisional"'), path).toBe(unsigned);
    }
  });
});
