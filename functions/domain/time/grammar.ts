import { Cursor } from "./cursor.ts";
import type { Moment, RawMention, Reading } from "./mention.ts";
import { monthThenDay, namedMonth, numeric, relativeMonth } from "./read-dates.ts";
import { counted, dayOfMonth, single, weekday } from "./read-days.ts";
import type { Token } from "./tokens.ts";

/** In the order of how much of the text they take: a whole date before a day of month, a count before a number. */
const readers = [numeric, monthThenDay, namedMonth, relativeMonth, counted, weekday, dayOfMonth, single];

/** 25時 on a day is one o'clock of the next: Japanese timetables and night people count on past midnight. */
function from24(tail: string): number {
  const hour = /^[\sの、,夜深]{0,4}(2[4-9]|30)\s?(?:時|:\d\d|시)/.exec(tail)?.[1];
  return hour === undefined ? 0 : 1;
}

/** Whether a word for "until" stands by the time; 까지 and まで behind it, the others in front. まで に is a deadline. */
function isUntil(text: string, start: number, end: number): boolean {
  return (
    /^\s?(まで(?!に)|까지)/.test(text.slice(end, end + 5)) ||
    /(until|till|hasta|ate|до|vong den)\s$/.test(text.slice(Math.max(0, start - 9), start))
  );
}

/** "Wednesdays and Saturdays, always": a habit named behind the last day holds for the one right before it. */
function spreadHabit(mentions: RawMention[]): void {
  for (let index = mentions.length - 2; index >= 0; index -= 1) {
    const mention = mentions[index];
    const next = mentions[index + 1];
    if (mention === undefined || next?.kind !== "habit" || next.start - mention.end > 4) continue;
    if (mention.before !== null) mention.kind = "habit";
  }
}

/** Every time named by `tokens`, in order; readings never overlap. */
export function readTimes(text: string, tokens: readonly Token[], moment: Moment): RawMention[] {
  const cursor = new Cursor(text, tokens, moment);
  const mentions: RawMention[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    let reading: Reading | null = null;
    for (const read of readers) {
      reading = read(cursor, at);
      if (reading !== null) break;
    }
    const first = tokens[at];
    const last = reading === null ? undefined : tokens[reading.last];
    if (reading === null || first === undefined || last === undefined) continue;
    const shift = from24(text.slice(last.end, last.end + 12));
    const from = reading.from + shift;
    const to = reading.to + shift;
    const kind = cursor.isHabit(at, reading.last) ? "habit" : from === to ? "date" : "range";
    mentions.push({
      start: first.start,
      end: last.end,
      from,
      to,
      kind,
      explicit: reading.explicit ?? false,
      before: reading.before ?? null,
      just: reading.just ?? false,
      until: isUntil(text, first.start, last.end),
    });
    at = reading.last;
  }
  spreadHabit(mentions);
  return mentions;
}
