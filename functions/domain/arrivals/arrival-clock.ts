/** What an arrival does to its tip as the time nears. It only ever raises. */
import type { Meeting } from "../related/classify-pair.ts";
import type { Band, Disposition } from "../triage/verdict.ts";

const hour = 3_600_000;

/** Hours before the arrival from when a tip is for today, and from when someone must act now. */
export const todayFromHours = 72;
export const nowFromHours = 24;
/** Goods are still being landed this long after it came in. */
export const landingHours = 12;
/** From this long after the arrival its tip stands behind those that are still to come. */
export const overHours = 6;

export type ClockRule = "rule_arrival_within_day" | "rule_arrival_within_3_days";

/**
 * The band that an arrival calls for at `now`, with the rule, or null for none. Only what can be checked and acted on
 * becomes an A; rumour, and an arrival that is met by a slip or a sound, is to be looked at today.
 */
export function arrivalBand(
  tip: { disposition: Disposition; dueAt: Date; how: Meeting },
  now: Date,
): { band: Band; rule: ClockRule } | null {
  if (tip.disposition !== "actionable" && tip.disposition !== "information") return null;
  const hours = (tip.dueAt.getTime() - now.getTime()) / hour;
  if (hours > todayFromHours || hours < -landingHours) return null;
  if (hours > nowFromHours) return { band: "B", rule: "rule_arrival_within_3_days" };
  const sure = tip.disposition === "actionable" && tip.how === "same";
  return { band: sure ? "A" : "B", rule: "rule_arrival_within_day" };
}
