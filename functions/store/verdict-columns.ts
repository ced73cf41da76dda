import type { VerdictSummary } from "../domain/triage/summary.ts";

/** The readable part of a verdict as columns of `tips`. */
export function verdictColumns(summary: VerdictSummary) {
  return {
    disposition: summary.disposition,
    band: summary.band,
    score: summary.score,
    region: summary.region,
    urgency: summary.urgency,
    eta: summary.eta,
    threat_to_life: summary.threat_to_life,
    categories: summary.categories,
    place_codes: summary.places,
    reasons: JSON.stringify(summary.reasons),
    identifier_counts: JSON.stringify(summary.identifiers),
  };
}
