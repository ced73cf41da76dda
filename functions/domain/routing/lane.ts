import type { VerdictSummary } from "../triage/summary.ts";

export type IntakeLane = "queue" | "quarantine";

/**
 * Where a new tip waits. What is not for Customs, and abuse, go to quarantine, from where one key restores them;
 * a life in danger stays in the queue whatever else was said.
 */
export function laneOf(summary: Pick<VerdictSummary, "disposition" | "threat_to_life">): IntakeLane {
  if (summary.threat_to_life) return "queue";
  return summary.disposition === "abuse" || summary.disposition === "not_customs" ? "quarantine" : "queue";
}
