/** Which announced arrival a tip means. */
import type { Meeting, NamedType } from "../related/classify-pair.ts";
import type { Region, Urgency } from "../triage/verdict.ts";
import { tokyoDate } from "./arrival.ts";
import { regionOfPort } from "./port-region.ts";

export interface ExpectingTip {
  receivedAt: Date;
  /** `YYYY-MM-DD` in Asia/Tokyo. */
  eta: string | null;
  urgency: Urgency;
  region: Region | null;
  placeCodes: readonly string[];
}

/** An arrival that shares an identifier with the tip, and how they meet. */
export interface ArrivalCandidate {
  arrivalId: string;
  type: NamedType;
  how: Meeting;
  port: string;
  scheduledOn: string;
  dueAt: Date;
}

const day = 24 * 3_600_000;

/** Consignments are met once; ships and flights come again, and a name may be another ship's. */
const exactness: Partial<Record<NamedType, number>> = { container: 0, awb: 0, imo: 1, mmsi: 1, flight: 1 };
const inexact: Readonly<Record<Meeting, number>> = { same: 2, one_slip: 3, sounds_like: 2, nearly: 4 };

function rankOf({ type, how }: ArrivalCandidate): number {
  return how === "same" ? (exactness[type] ?? 2) : inexact[how];
}

/**
 * The likeliest arrival, or null when none fits: a consignment by its number alone, a ship by its number within a week of the
 * day told or at its next call, a flight on its day, a name or a number with a slip only where day or port agree.
 */
export function chooseArrival(
  tip: ExpectingTip,
  candidates: readonly ArrivalCandidate[],
): ArrivalCandidate | null {
  const fitting = candidates.filter((candidate) => fits(tip, candidate));
  const order = (a: ArrivalCandidate, b: ArrivalCandidate) =>
    rankOf(a) - rankOf(b) ||
    Number(atPlace(tip, b)) - Number(atPlace(tip, a)) ||
    Number(inRegion(tip, b)) - Number(inRegion(tip, a)) ||
    distance(tip, a) - distance(tip, b) ||
    (a.arrivalId < b.arrivalId ? -1 : 1);
  return [...fitting].sort(order)[0] ?? null;
}

function fits(tip: ExpectingTip, candidate: ArrivalCandidate): boolean {
  const ahead = (candidate.dueAt.getTime() - tip.receivedAt.getTime()) / day;
  if (ahead < -3 || ahead > 120) return false;
  const gap = tip.eta === null ? null : gapTo(tip.eta, candidate);
  const here = atPlace(tip, candidate) || inRegion(tip, candidate);
  const { type, how } = candidate;
  if (how === "one_slip") return (gap !== null && gap <= 3) || (gap === null && here && ahead <= 30);
  if (how === "nearly") return gap !== null && gap <= 2 && here;
  if (type === "vessel_name") return gap === null ? here && ahead <= 14 : gap <= 3;
  if (type === "container" || type === "awb") return gap === null || gap <= 30;
  if (type === "imo" || type === "mmsi") return gap === null ? ahead >= -1 && ahead <= 45 : gap <= 7;
  if (type !== "flight") return false;
  // The same number flies every day: the day must be told.
  return gap === null ? tip.urgency === "now" && ahead >= -0.5 && ahead <= 1.5 : gap === 0;
}

/** Whole days between the day told and the arrival's; a delayed one is also known by the day first announced. */
function gapTo(eta: string, { dueAt, scheduledOn }: ArrivalCandidate): number {
  const from = (date: string) => Math.round(Math.abs(Date.parse(date) - Date.parse(eta)) / day);
  return Math.min(from(tokyoDate(dueAt)), from(scheduledOn));
}

function distance(tip: ExpectingTip, { dueAt }: ArrivalCandidate): number {
  if (tip.eta !== null) return Math.abs(dueAt.getTime() - Date.parse(`${tip.eta}T12:00+09:00`));
  const ahead = dueAt.getTime() - tip.receivedAt.getTime();
  // Without a day told the next one is meant; one that came before only when there is no next.
  return ahead >= -day / 2 ? ahead : 200 * day - ahead;
}

function atPlace(tip: ExpectingTip, { port }: ArrivalCandidate): boolean {
  return tip.placeCodes.includes(port);
}

function inRegion(tip: ExpectingTip, { port }: ArrivalCandidate): boolean {
  return tip.region !== null && regionOfPort(port) === tip.region;
}
