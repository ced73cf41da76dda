import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Category, IdentifierType } from "../../../functions/domain/triage/verdict.ts";

const folder = new URL("../../../functions/domain/triage/", import.meta.url);
/** Codes as they stand in the rules themselves: quoted words behind `code:`, `rule:`, `referTo:` and in the table of the telling. */
function codesInSource(): string[] {
  const found = new Set<string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts"))) {
    const source = readFileSync(new URL(file, folder), "utf8");
    for (const [, code] of source.matchAll(/(?:code|rule|referTo): "([a-z_]+)"/g)) if (code) found.add(code);
    for (const [, code] of source.matchAll(/\["[a-z]+", "([a-z_]+)", -?[0-9]+\]/g)) if (code) found.add(code);
    for (const [, code] of source.matchAll(/reason\(\s*"([a-z_]+)"/g)) if (code) found.add(code);
  }
  for (const type of IdentifierType.options) found.add(`valid_${type}`).add(`invalid_${type}`);
  for (const code of Category.options) found.add(`goods_${code}`);
  for (const urgency of ["now", "soon", "later", "past"]) found.add(`time_${urgency}`);
  return [...found, "under_way"];
}

describe("the officer's words for a verdict", () => {
  it.each(["ja", "en"])("in %s has one for every reason and every place a person is sent to", (locale) => {
    const file = new URL(`../../../content/desk/${locale}.json`, import.meta.url);
    const { reasons } = z
      .object({ reasons: z.record(z.string(), z.string().min(2)) })
      .parse(JSON.parse(readFileSync(file, "utf8")));
    const codes = codesInSource();
    expect(codes.length).toBeGreaterThan(80);
    expect(codes.filter((code) => !(code in reasons))).toEqual([]);
  });
});
