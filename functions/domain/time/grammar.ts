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
    });
    at = reading.last;
  }
  return mentions;
}
