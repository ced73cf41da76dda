import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { office } from "../../src/i18n/office.ts";

/** The toll-free line however it is written: 0120-461-961, +81 120 461 961, 0 1 2 0, 4 6 1, 9 6 1. */
const written =
  /(?<![\p{Nd}.])(?:0|\+?81[-\s]?)[\s]?1[\s]?2[\s]?0(?:[-\s,،，、]{0,2}\p{Nd}){5,6}(?!\p{Nd})/gu;
const national = (shown: string) => shown.replace(/[^\d]/g, "").replace(/^81/, "0");
const dial = national(office.dial.display);
const ours = [office.dial.display, ...Object.values(office.hotlines)].map(national);

function textsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(json|md|xml|ts|astro|css|svg|mjs)$/.test(name))
    .map((name) => join(folder, name));
}

describe("the number of the line", () => {
  // Invented people of the demonstration have numbers of their own.
  const files = ["content", "src", "functions", "scripts", "public", "docs"]
    .flatMap(textsBelow)
    .filter((path) => !path.startsWith("content/demo/"))
    .concat("README.md", "CHANGELOG.md");
  const found = files.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(written)].map(([shown]) => ({ path, shown: national(shown) })),
  );

  it("is the same wherever a number of its kind is written: words, drawings, code, documents", () => {
    for (const { path, shown } of found) expect(ours, path).toContain(shown);
  });

  it("is written in code in one place only: where triage knows it for nobody's own", () => {
    const code = found.filter(({ path }) => /^(src|functions|scripts)/.test(path)).map(({ path }) => path);
    expect([...new Set(code)].sort()).toEqual([
      "functions/domain/identifiers/phone.ts",
      "src/i18n/office.ts",
    ]);
  });

  it("is spoken alike in every language of the telephone", () => {
    for (const name of readdirSync("content/voice")) {
      const spoken = found.filter(({ path }) => path === `content/voice/${name}`).map(({ shown }) => shown);
      expect(spoken, name).toEqual([dial]);
    }
  });
});
