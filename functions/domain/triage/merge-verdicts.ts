/** One verdict for a tip that got more words: the more serious of the two, in every field. */
import type { VerdictSummary } from "./summary.ts";
import type { Band, Disposition, IdentifierType, Urgency } from "./verdict.ts";

const DISPOSITIONS: readonly Disposition[] = ["actionable", "information", "not_customs", "abuse"];
const BANDS: readonly Band[] = ["A", "B", "C", "D"];
const URGENCIES: readonly Urgency[] = ["now", "soon", "later", "undated", "past"];

const first = <T>(order: readonly T[], a: T, b: T): T => (order.indexOf(a) <= order.indexOf(b) ? a : b);
const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];

function earliest(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  if (b === null) return a;
  return a <= b ? a : b;
}

/** Counts add up; the same identifier said twice is two mentions. */
function addCounts(
  a: VerdictSummary["identifiers"],
  b: VerdictSummary["identifiers"],
): VerdictSummary["identifiers"] {
  const sums = new Map<IdentifierType, VerdictSummary["identifiers"][number]>();
  for (const row of [...a, ...b]) {
    const sum = sums.get(row.type);
    sums.set(
      row.type,
      sum ? { type: row.type, valid: sum.valid + row.valid, invalid: sum.invalid + row.invalid } : { ...row },
    );
  }
  return [...sums.values()];
}

/**
 * Joins the verdict of added words to the verdict of the earlier ones: worst disposition and band, highest score with
 * its reasons (reasons of the other side stay, at no points), union of goods and places, earliest arrival.
 * The language stays that of the earlier words; a recording that nobody has heard yet keeps its reason only until words come.
 */
export function mergeVerdicts(earlier: VerdictSummary, added: VerdictSummary): VerdictSummary {
  const unheard = ({ reasons }: VerdictSummary): boolean =>
    reasons.some(({ code }) => code === "unheard_recording");
  if (unheard(earlier) && !unheard(added)) return { ...added };
  const [high, low] = added.score > earlier.score ? [added, earlier] : [earlier, added];
  const known = new Set(high.reasons.map(({ code }) => code));
  const disposition = first(DISPOSITIONS, earlier.disposition, added.disposition);
  const referTo = disposition === "not_customs" ? (earlier.refer_to ?? added.refer_to ?? null) : null;
  return {
    lang: earlier.lang,
    disposition,
    categories: union(earlier.categories, added.categories),
    region: earlier.region ?? added.region,
    places: union(earlier.places, added.places),
    urgency: first(URGENCIES, earlier.urgency, added.urgency),
    eta: earliest(earlier.eta, added.eta),
    identifiers: addCounts(earlier.identifiers, added.identifiers),
    threat_to_life: earlier.threat_to_life || added.threat_to_life,
    band: first(BANDS, earlier.band, added.band),
    score: high.score,
    reasons: [
      ...high.reasons,
      ...low.reasons.filter(({ code }) => !known.has(code)).map(({ code }) => ({ code, points: 0 })),
    ],
    refer_to: referTo,
  };
}
