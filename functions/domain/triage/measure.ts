/** How well verdicts agree with labelled reports. Field rules of the labels: `docs/triage.md`. */
import { z } from "zod";
import { VerdictSummary } from "./summary.ts";
import { Band, IdentifierType, type Verdict } from "./verdict.ts";

/** The fields that a label and a stored verdict have alike, and the numbers as the report has them. */
export const Gold = VerdictSummary.omit({ score: true, reasons: true, refer_to: true }).extend({
  identifiers: z.array(
    z.object({
      type: IdentifierType,
      value: z.string(),
      valid: z.boolean(),
      intended: z.string().optional(),
    }),
  ),
});
export type Gold = z.infer<typeof Gold>;

export interface Pair {
  id: string;
  gold: Gold;
  verdict: Verdict;
}

/** A share of 1, with what it is a share of. */
export interface Share {
  right: number;
  of: number;
}

export interface Measures {
  shares: Record<string, Share>;
  /** Every disagreement: the report, the field, what was expected and what was found. */
  misses: { id: string; field: string; gold: string; found: string }[];
}

const NEAR = 0.001;

function sameIdentifier(
  a: { type: IdentifierType; value: string; valid: boolean },
  b: { type: IdentifierType; value: string; valid: boolean },
): boolean {
  if (a.type !== b.type || a.valid !== b.valid) return false;
  if (a.type !== "coordinates") return a.value === b.value;
  const [x, y] = [a.value, b.value].map((value) => value.split(",").map(Number));
  return (x ?? []).every((degrees, index) => Math.abs(degrees - (y?.[index] ?? 999)) <= NEAR);
}

/** Right and of for F1: twice the agreements, of both sides' totals. */
function overlap<T>(gold: readonly T[], found: readonly T[], same: (a: T, b: T) => boolean): Share {
  const right = gold.filter((item) => found.some((other) => same(item, other))).length;
  return { right: 2 * right, of: gold.length + found.length };
}

const show = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** Compares verdicts with labels, field by field. Sets are scored by micro-F1, single values by accuracy. */
export function measure(pairs: readonly Pair[]): Measures {
  const shares: Record<string, Share> = {};
  const misses: Measures["misses"] = [];
  const add = (field: string, { right, of }: Share, id: string, gold: unknown, found: unknown): void => {
    const share = shares[field] ?? { right: 0, of: 0 };
    shares[field] = { right: share.right + right, of: share.of + of };
    if (right < of) misses.push({ id, field, gold: show(gold), found: show(found) });
  };
  for (const { id, gold, verdict } of pairs) {
    const single = (field: string, expected: unknown, found: unknown): void =>
      add(field, { right: expected === found ? 1 : 0, of: 1 }, id, expected, found);
    single("language", gold.lang, verdict.lang);
    single("disposition", gold.disposition, verdict.disposition);
    const codes = verdict.categories.map(({ code }) => code);
    add(
      "categories",
      overlap(gold.categories, codes, (a, b) => a === b),
      id,
      gold.categories,
      codes,
    );
    single("region", gold.region, verdict.region);
    const places = verdict.places.map(({ code }) => code);
    add(
      "places",
      overlap(gold.places, places, (a, b) => a === b),
      id,
      gold.places,
      places,
    );
    single("urgency", gold.urgency, verdict.urgency);
    single("eta", gold.eta, verdict.eta);
    const found = verdict.identifiers.map(({ type, value, valid }) => ({ type, value, valid }));
    add("identifiers", overlap(gold.identifiers, found, sameIdentifier), id, gold.identifiers, found);
    single("threat", gold.threat_to_life, verdict.threat_to_life);
    single("band", gold.band, verdict.band);
    const apart = Math.abs(Band.options.indexOf(gold.band) - Band.options.indexOf(verdict.band));
    add("band within one", { right: apart <= 1 ? 1 : 0, of: 1 }, id, gold.band, verdict.band);
    for (const wrong of gold.identifiers.filter(({ intended }) => intended !== undefined)) {
      const candidates = verdict.identifiers.find(({ value }) => value === wrong.value)?.candidates ?? [];
      const right = wrong.intended !== undefined && candidates.includes(wrong.intended) ? 1 : 0;
      add("corrections", { right, of: 1 }, id, wrong.intended, candidates);
    }
  }
  return { shares, misses };
}
