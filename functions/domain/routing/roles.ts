import { parted } from "../text/sentence.ts";
import type { PlaceRole } from "./place-mention.ts";
import type { Cue, CueMatch } from "./role-cues.ts";

/** How far a cue may stand from its place, in UTF-16 units: spaced scripts need more room for the same thought. */
const REACH = 34;
const REACH_RUN_ON = 18;

/** Kana and Han say in a few characters what other scripts need a line for. */
const isRunOn = (text: string, index: number): boolean =>
  text.charCodeAt(index) >= 0x3000 && text.charCodeAt(index) < 0xac00;

/** Index of the first cue that could stand within `reach` before `start`; cues are in order and at most that long. */
function firstNear(cues: readonly CueMatch[], from: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.end ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Nearby = { cue: Cue; gap: number };

function nearby(start: number, end: number, text: string, cues: readonly CueMatch[]): Nearby[] {
  const reach = isRunOn(text, start) ? REACH_RUN_ON : REACH;
  const found: Nearby[] = [];
  for (let index = firstNear(cues, start - reach); index < cues.length; index += 1) {
    const { start: from, end: to, cue, side } = cues[index] as CueMatch;
    if (from > end + reach) break;
    if (from >= end && side !== "before" && !parted(text, end, from)) found.push({ cue, gap: from - end });
    if (to <= start && side !== "after" && !parted(text, to, start)) found.push({ cue, gap: start - to });
  }
  return found;
}

const roles: Readonly<Partial<Record<Cue, PlaceRole>>> = {
  landing: "landing",
  departure: "departure",
  storage: "storage",
  teller: "teller",
  past: "past",
  abandoned: "past",
  onward: "unknown",
};

/**
 * What the place at `[start, end)` of `text` is to the matter, from the nearest words that tell. A plan given up counts as
 * past. Ties fall to the order of `roles`.
 */
export function roleOf(start: number, end: number, text: string, cues: readonly CueMatch[]): PlaceRole {
  let best: Nearby | null = null;
  for (const each of nearby(start, end, text, cues)) {
    if (roles[each.cue] === undefined) continue;
    const weight = each.cue === "past" ? each.gap + 8 : each.gap;
    if (best === null || weight < best.gap) best = { cue: each.cue, gap: weight };
  }
  return best === null ? "unknown" : (roles[best.cue] ?? "unknown");
}

const REACH_OF_TRAVEL = 30;
const REACH_OF_MEANS = 300;

/** Whether one of the other places begins in `[from, to)`; `starts` are in order. */
function isTaken(starts: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found = starts[low];
  return found !== undefined && found < to;
}

/**
 * Whether a place is reached there by sea or by air, going by its own arrival cue (none of the other places, which begin at
 * `starts`, stands between) and the vessel or flight nearest to it.
 */
export function travel(
  start: number,
  end: number,
  cues: readonly CueMatch[],
  starts: readonly number[],
): "port" | "airport" | null {
  let arrives = false;
  let nearest: { means: "port" | "airport"; gap: number } | null = null;
  for (let index = firstNear(cues, start - REACH_OF_MEANS); index < cues.length; index += 1) {
    const { start: from, end: to, cue, side } = cues[index] as CueMatch;
    if (from > end + REACH_OF_MEANS) break;
    const behind = from >= end;
    const gap = behind ? from - end : start - to;
    if (cue === "landing" || cue === "departure") {
      const apt = behind ? side !== "before" : side !== "after";
      if (!apt || gap > REACH_OF_TRAVEL || gap < 0) continue;
      const between = behind ? isTaken(starts, start + 1, from) : isTaken(starts, to, start);
      if (!between) arrives = true;
    } else if ((cue === "sea" || cue === "air") && (nearest === null || gap < nearest.gap)) {
      nearest = { means: cue === "sea" ? "port" : "airport", gap };
    }
  }
  return arrives && nearest !== null ? nearest.means : null;
}
