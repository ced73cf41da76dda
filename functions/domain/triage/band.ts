/** How soon someone must act: A now, B today, C this week, D file. */
import { isArm } from "../goods/find-goods.ts";
import type { CueKind } from "./cues/cue-table.ts";
import type { Reading } from "./read-report.ts";
import type { Band, Disposition, Urgency } from "./verdict.ts";

export interface BandFacts {
  disposition: Disposition;
  urgency: Urgency;
  threat: boolean;
  score: number;
  /** Independent reports of the same matter. */
  independent: number;
}

/** The band, and the rule that set it, as the code of a reason. */
export interface BandFinding {
  band: Band;
  rule: string;
}

/** From this score on a report that others bear out is for today, dated or not. */
export const STRONG = 50;

/** Kinds of words that may lead an officer somewhere though no goods are named. */
const LEADS: readonly CueKind[] = ["smuggle", "sea", "conceal", "recruit", "address", "help"];

function isUsable({ route, identifiers, vessels, time, goods, cues }: Reading): boolean {
  if (route.chosen !== null || identifiers.length > 0 || vessels.length > 0) return true;
  // What is over leads nowhere without a place or a name.
  return time.urgency !== "past" && (goods.categories.length > 0 || LEADS.some((kind) => cues.has(kind)));
}

/** Sets the band. Danger to life, and what lands now, are never below A; arms with a place or a person never below B. */
export function setBand(reading: Reading, facts: BandFacts): BandFinding {
  const { disposition, urgency, threat, score, independent } = facts;
  if (threat) return { band: "A", rule: "rule_threat_to_life" };
  if (disposition === "not_customs" || disposition === "abuse")
    return { band: "D", rule: "rule_not_for_customs" };
  if (disposition === "actionable") {
    if (urgency === "now") return { band: "A", rule: "rule_landing_now" };
    if (urgency === "soon") return { band: "B", rule: "rule_within_a_week" };
    if (reading.goods.categories.some(({ code }) => isArm(code))) return { band: "B", rule: "rule_arms" };
    if (independent > 0 && score >= STRONG) return { band: "B", rule: "rule_borne_out" };
    return { band: "C", rule: "rule_to_check" };
  }
  return isUsable(reading)
    ? { band: "C", rule: "rule_may_help" }
    : { band: "D", rule: "rule_nothing_to_use" };
}
