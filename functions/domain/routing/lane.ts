import { isSetApart, type MisuseSign } from "../misuse/signs.ts";
import type { VerdictSummary } from "../triage/summary.ts";

export type IntakeLane = "queue" | "quarantine";

/**
 * Where a new tip waits. What is not for Customs, abuse, and what bears signs of misuse and nothing to act on go to
 * quarantine, from where one key restores them; a life in danger stays in the queue whatever else was said.
 */
export function laneOf(
  summary: Pick<VerdictSummary, "disposition" | "threat_to_life" | "identifiers">,
  misuse: { signs: readonly MisuseSign[]; keyed?: boolean } = { signs: [] },
): IntakeLane {
  const { threat_to_life, disposition } = summary;
  if (threat_to_life) return "queue";
  if (disposition === "abuse" || disposition === "not_customs") return "quarantine";
  return isSetApart(misuse.signs, { ...summary, keyed: misuse.keyed ?? false }) ? "quarantine" : "queue";
}
