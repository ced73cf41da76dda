import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Gold, measure, type Pair } from "../../../functions/domain/triage/measure.ts";
import { triageTip } from "../../../functions/domain/triage/triage.ts";
import { TriageInput } from "../../../functions/domain/triage/verdict.ts";

const folder = new URL("../../examples/tips/", import.meta.url);
const Line = TriageInput.extend({ gold: Gold });

const pairs: Pair[] = readdirSync(folder)
  .filter((name) => name.endsWith(".jsonl"))
  .flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n"))
  .filter((line) => line.trim() !== "")
  .map((line) => {
    const { gold, ...input } = Line.parse(JSON.parse(line));
    return { id: input.id ?? "", gold, verdict: triageTip(input) };
  });

/** The least each field may agree with the labels, over all languages. Raise it when triage gets better; never lower it to land. */
const FLOORS: Record<string, number> = {
  language: 0.99,
  disposition: 0.89,
  categories: 0.87,
  region: 0.95,
  places: 0.93,
  urgency: 0.9,
  eta: 0.94,
  identifiers: 0.95,
  threat: 0.98,
  band: 0.87,
  "band within one": 0.97,
  corrections: 1,
};

describe("triage on invented, labelled reports in fifteen languages", () => {
  const { shares } = measure(pairs);

  it("reads enough of them to mean something", () => {
    expect(pairs.length).toBeGreaterThan(280);
    expect(Object.keys(shares).sort()).toEqual(Object.keys(FLOORS).sort());
  });

  it.each(Object.entries(FLOORS))("agrees on the %s in at least %d of 1", (field, floor) => {
    const { right, of } = shares[field] ?? { right: 0, of: 1 };
    expect(right / of).toBeGreaterThanOrEqual(floor);
  });
});
