import { type Normalised, normalise } from "../text/normalise.ts";
import type { Span, Urgency } from "../triage/verdict.ts";
import { toIso, tokyoDay } from "./calendars.ts";
import { readTimes } from "./grammar.ts";
import { type Judged, type Judgement, judge } from "./judge.ts";
import type { Moment } from "./mention.ts";
import { findTimeCues } from "./time-cues.ts";
import { tokenise, warmTokens } from "./tokens.ts";

export type TimeKind = "date" | "range" | "now" | "habit" | "past";

/** One time as the text names it; `from` and `to` are days in Asia/Tokyo, `YYYY-MM-DD`, both inclusive. */
export type TimeMention = {
  span: Span;
  evidence: string;
  from: string | null;
  to: string | null;
  kind: TimeKind;
};

export type TimeFinding = {
  urgency: Urgency;
  /** Expected arrival, landing, delivery or pick-up (for exports the departure), `YYYY-MM-DD` in Asia/Tokyo. */
  eta: string | null;
  mentions: TimeMention[];
  /** The day the report came in, Asia/Tokyo; empty when that could not be read. */
  today: string;
  /** Goods are being moved as the teller writes or speaks. */
  inProgress: boolean;
};

const nothing: TimeFinding = { urgency: "undated", eta: null, mentions: [], today: "", inProgress: false };

/** Builds what the first tip would otherwise wait for. */
export function warmTime(): void {
  warmTokens();
  findTimeCues("");
}

/** East Asia, and Filipinos and Americans, write the month first; the others of the line's languages the day. */
function writesMonthFirst(text: string): boolean {
  if (/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/.test(text)) return true;
  return /\b(the|and|is|of|ang|mga|po|sa)\b/.test(text);
}

function urgencyOf(from: number, today: number): Urgency {
  const ahead = from - today;
  return ahead <= 1 ? "now" : ahead <= 7 ? "soon" : "later";
}

/** The higher, the likelier that this time is when the goods come. */
function promise(time: Judged): number {
  const event = time.event === "arrival" ? 4 : time.event === "departure" ? 3 : 0;
  return (
    event +
    (time.kind === "date" ? 2 : 0) +
    (time.explicit ? 1 : 0) -
    (time.observed ? 5 : 0) -
    (time.arrived ? 2 : 0)
  );
}

/** Days after which goods seen lying somewhere have most likely been sold or moved. */
const LONG_GONE = 60;

function chooseTime(times: readonly Judged[], today: number): Judged | null {
  let best: Judged | null = null;
  for (const time of times) {
    if (time.kind === "habit" || time.to < today || (time.just && !time.arrived)) continue;
    if (time.until && (time.event === null || time.kind === "range")) continue;
    // A stretch that has begun ("this year") dates what goes on, unless something is said to come in it.
    if (time.from < today && (time.event === null || time.to - today > 31)) continue;
    if (time.from <= today && time.to >= today && time.observed && time.event === null) continue;
    if (
      best === null ||
      promise(time) > promise(best) ||
      (promise(time) === promise(best) && time.from < best.from)
    )
      best = time;
  }
  return best;
}

/** A bare weekday or day of month beside words of the past means the one before. */
function turnBack(time: Judged): Judged {
  const isPast = time.before !== null && (time.arrived || (time.observed && time.event === null));
  return isPast && time.before !== null ? { ...time, from: time.before, to: time.before } : time;
}

/** The day a time stands for: no one can say that a stretch of several days means today, or that a month means its first. */
function expected({ from, to, kind }: Judged, today: number): number {
  if (kind !== "range" || to - from < 2) return Math.max(from, today);
  const start = to - from < 9 ? from : Math.floor((Math.max(from, today) + to) / 2);
  return Math.min(Math.max(start, today + 2), Math.max(to, today));
}

function conclude(judgement: Judgement, today: number): Omit<TimeFinding, "mentions" | "today"> {
  const times = judgement.times.map(turnBack);
  if (judgement.underway !== null) return { urgency: "now", eta: toIso(today), inProgress: true };
  const chosen = chooseTime(times, today);
  const givenUp =
    judgement.over?.cue === "quit" && (chosen === null || (chosen.event === null && chosen.from <= today));
  if (chosen !== null && !givenUp) {
    const { from, kind, arrived } = chosen;
    const eta = kind === "date" && !(arrived && from === today) ? toIso(from) : null;
    return { urgency: urgencyOf(expected(chosen, today), today), eta, inProgress: false };
  }
  const past = times.some(({ to, kind }) => kind !== "habit" && to < today);
  // What was seen lying somewhere long ago is taken to be gone unless the teller says that it still is there.
  const isOld = times.some(({ to, kind }) => kind !== "habit" && to < today - LONG_GONE);
  const isThere = judgement.current && (judgement.still || !isOld);
  const isOver = givenUp || ((past || judgement.over !== null) && !isThere);
  return { urgency: isOver ? "past" : "undated", eta: null, inProgress: false };
}

/**
 * When the matter comes due, from the text's own words in any language of the line, resolved against `receivedAt` (ISO 8601 with
 * offset) in Asia/Tokyo; weeks run Monday to Sunday. An unreadable `receivedAt` gives an undated finding. Linear, never
 * throws. E.g. `("来週火曜 関空着", "2026-11-18T12:31:00+09:00")` → urgency `soon`, eta `2026-11-24`.
 */
export function resolveTime(
  text: string,
  receivedAt: string,
  normalised: Normalised = normalise(text),
): TimeFinding {
  const received = tokyoDay(receivedAt);
  if (received === null) return nothing;
  const { unaccented, folded } = normalised;
  const moment: Moment = { today: received.day, hour: received.hour, monthFirst: writesMonthFirst(folded) };
  const raw = readTimes(unaccented, tokenise(unaccented, folded), moment);
  const judgement = judge(unaccented, raw, received.day);
  const mentions = raw.map(({ start, end, from, to, kind }): TimeMention => {
    const span = normalised.toOriginal(start, end);
    const isPast = to < received.day && kind !== "habit";
    return {
      span,
      evidence: text.slice(span[0], span[1]),
      from: toIso(from),
      to: toIso(to),
      kind: isPast ? "past" : kind,
    };
  });
  if (judgement.underway !== null) {
    const span = normalised.toOriginal(judgement.underway.start, judgement.underway.end);
    const today = toIso(received.day);
    mentions.push({ span, evidence: text.slice(span[0], span[1]), from: today, to: today, kind: "now" });
  }
  return { ...conclude(judgement, received.day), mentions, today: toIso(received.day) };
}
