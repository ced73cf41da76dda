import { findCues } from "../routing/role-cues.ts";
import { parted } from "../text/sentence.ts";
import type { RawMention } from "./mention.ts";
import { findTimeCues, type TimeCueMatch } from "./time-cues.ts";

/** How far, in UTF-16 units, a word may stand from what it speaks of: spaced scripts need more room. */
const REACH = 60;
const REACH_RUN_ON = 30;

const isRunOn = (text: string, index: number): boolean => {
  const code = text.charCodeAt(index);
  return code >= 0x3000 && code < 0xac00;
};

type Placed = { start: number; end: number; side?: "before" | "after" | "either" };

/** In languages whose verb comes last a time belongs to the verb behind it rather than to the one in front. */
const AGAINST_THE_GRAIN = 25;

/** The units between two stretches of one sentence, or null when they are apart or in different sentences. */
function gapWithin(text: string, a: Placed, b: Placed, reach: number): number | null {
  const from = Math.min(a.end, b.end);
  const to = Math.max(a.start, b.start);
  const gap = Math.max(0, to - from);
  return gap > reach || parted(text, from, to) ? null : gap;
}

function nearestGap(text: string, mention: Placed, cues: readonly Placed[], reach: number): number | null {
  let best: number | null = null;
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.end ?? 0) < mention.start - reach) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < cues.length; index += 1) {
    const cue = cues[index] as Placed;
    if (cue.start > mention.end + reach) break;
    const plain = gapWithin(text, mention, cue, reach);
    const gap =
      plain !== null && cue.side === "after" && cue.end <= mention.start ? plain + AGAINST_THE_GRAIN : plain;
    if (gap !== null && (best === null || gap < best)) best = gap;
  }
  return best;
}

export type Judged = RawMention & {
  /** A word of arrival, delivery, pick-up or departure stands by it. */
  event: "arrival" | "departure" | null;
  /** It dates what the teller saw or heard, or what has come already. */
  observed: boolean;
  arrived: boolean;
};

export type Judgement = {
  times: Judged[];
  underway: TimeCueMatch | null;
  over: TimeCueMatch | null;
  current: boolean;
  /** And to this day, the text says. */
  still: boolean;
};

function isUnderway(text: string, cues: readonly TimeCueMatch[], later: boolean): TimeCueMatch | null {
  const actions = cues.filter(({ cue }) => cue === "action");
  for (const cue of cues) {
    const reach = isRunOn(text, cue.start) ? REACH_RUN_ON : REACH;
    if (cue.cue === "underway" && !later && nearestGap(text, cue, actions, reach * 2) !== null) return cue;
    if (cue.cue === "now" && !later && nearestGap(text, cue, actions, reach) !== null) return cue;
  }
  return null;
}

/** Weighs each time by the words around it, and looks for what needs no date: under way, still there, long over. */
export function judge(text: string, mentions: readonly RawMention[], today: number): Judgement {
  const cues = findTimeCues(text);
  const roles = findCues(text);
  const arrivals = roles.filter(({ cue }) => cue === "landing");
  const departures = roles.filter(({ cue }) => cue === "departure");
  const seen = cues.filter(({ cue }) => cue === "observed");
  const come = cues.filter(({ cue }) => cue === "arrived");
  const times = mentions.map((mention) => {
    const reach = isRunOn(text, mention.start) ? REACH_RUN_ON : REACH;
    const arrival = nearestGap(text, mention, arrivals, reach);
    const departure = nearestGap(text, mention, departures, reach);
    const observation = nearestGap(text, mention, seen, reach);
    const arrived = nearestGap(text, mention, come, reach);
    const event = Math.min(arrival ?? 999, departure ?? 999);
    return {
      ...mention,
      event: event === 999 ? null : event === arrival ? ("arrival" as const) : ("departure" as const),
      observed: observation !== null && observation < event,
      arrived: arrived !== null && arrived <= (observation ?? 999) + 20 && arrived <= event + 6,
    };
  });
  const later = times.some(({ from, kind, observed }) => from > today && kind === "date" && !observed);
  return {
    times,
    underway: isUnderway(text, cues, later),
    over: cues.find(({ cue }) => cue === "quit") ?? cues.find(({ cue }) => cue === "longAgo") ?? null,
    current: cues.some(({ cue }) => cue === "current" || cue === "still"),
    still: cues.some(({ cue }) => cue === "still" || cue === "now"),
  };
}
