/** What is learnt of a tip after its triage, put into its verdict: other voices, an arrival. Never lowers a band. */
import { STRONG } from "../triage/band.ts";
import { scoreFacts, type TriageFacts, total } from "../triage/score-table.ts";
import type { Band, Disposition } from "../triage/verdict.ts";

export interface ScoredTip {
  disposition: Disposition;
  score: number;
  reasons: readonly { code: string; points: number }[];
  machineBand: Band;
  /** As it stands: an officer may have set another. */
  band: Band;
}

export interface Learnt extends TriageFacts {
  /** It repeats an earlier tip, so that other voices count for that one. */
  echo: boolean;
  /** A more urgent band that something learnt calls for, with the rule's code. */
  raise?: { band: Band; rule: string };
}

export interface Rescored {
  score: number;
  reasons: { code: string; points: number }[];
  machineBand: Band;
  band: Band;
}

/** The lines of a score that come from here; what triage itself gave under these codes is replaced. */
const learntCodes: ReadonlySet<string> = new Set(["corroborated", "echo", "arrival_known", "source_history"]);

/**
 * The verdict with what is known now. The same facts again change nothing. A band that an officer set stands unless
 * the raised one is more urgent.
 */
export function applyLearnt(tip: ScoredTip, learnt: Learnt): Rescored {
  const isTip = tip.disposition === "actionable" || tip.disposition === "information";
  const voices = isTip && !learnt.echo ? (learnt.corroboration?.independent ?? 0) : 0;
  const lines = scoreFacts({
    corroboration: { independent: voices },
    ...(isTip && learnt.arrivalAt !== undefined && { arrivalAt: learnt.arrivalAt }),
    ...(isTip && learnt.source && { source: learnt.source }),
  }).map(({ code, points }) => ({ code, points }));
  const told = tip.reasons.filter(({ code }) => !learntCodes.has(code));
  const reasons = [
    ...told.filter(({ code }) => !isRule(code)),
    ...lines,
    ...(learnt.echo ? [{ code: "echo", points: 0 }] : []),
    ...told.filter(({ code }) => isRule(code)),
  ];
  const score = total(reasons);
  // Who says it never moves a band, only the place within it.
  const strength = total(reasons.filter(({ code }) => code !== "source_history"));
  const borneOut = tip.disposition === "actionable" && voices > 0 && strength >= STRONG;
  const raises = [...(learnt.raise ? [learnt.raise] : []), ...(borneOut ? [borneOutRule] : [])];
  return raises.reduce<Rescored>(raised, {
    score,
    reasons,
    machineBand: tip.machineBand,
    band: tip.band,
  });
}

const isRule = (code: string) => code.startsWith("rule_");

const borneOutRule = { band: "B", rule: "rule_borne_out" } as const;

function raised(tip: Rescored, { band, rule }: { band: Band; rule: string }): Rescored {
  if (tip.machineBand <= band) return tip;
  return {
    ...tip,
    machineBand: band,
    band: tip.band < band ? tip.band : band,
    // A band has one rule.
    reasons: [...tip.reasons.filter((line) => !isRule(line.code)), { code: rule, points: 0 }],
  };
}
