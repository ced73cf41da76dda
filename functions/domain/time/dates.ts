import { fromBikram, fromPersian, monthRange, persianYear, toCivil, toDay, weekdayOf } from "./calendars.ts";

/** A day of month may lie this far back and still be meant rather than next year's. */
const LOOK_BACK = 150;

/** The year a month and day mean when none is named: this one's, unless long past; or last year's when that is nearer. */
export function nearestDate(month: number, day: number, today: number): number | null {
  const { year } = toCivil(today);
  const options = [year - 1, year, year + 1].flatMap((each) => toDay({ year: each, month, day }) ?? []);
  const ahead = options.find((option) => option >= today);
  const behind = options.filter((option) => option < today && today - option <= LOOK_BACK).at(-1);
  if (behind === undefined) return ahead ?? null;
  return ahead === undefined || ahead - today > 365 - LOOK_BACK ? behind : ahead;
}

/** A full year from what was written: 26 → 2026, 8 in an era, 2569 of the Buddhist era. Null for one no tip means. */
export function fullYear(written: number): number | null {
  if (written >= 2400 && written <= 2700) return written - 543;
  if (written >= 1380 && written <= 1480) return null;
  if (written >= 1990 && written <= 2100) return written;
  return written >= 20 && written < 60 ? 2000 + written : null;
}

/** The next day with this number, from today on: this month's or the first later month that has it. */
export function nextDayOfMonth(day: number, today: number, weekday: number | null): number | null {
  const { year, month } = toCivil(today);
  for (let ahead = 0; ahead < 12; ahead += 1) {
    const [first] = monthRange(year, month + ahead);
    const civil = toCivil(first);
    const found = toDay({ ...civil, day });
    if (found !== null && found >= today && (weekday === null || weekdayOf(found) === weekday)) return found;
    if (weekday === null && ahead > 1) break;
  }
  return null;
}

/** The latest day with this number before today. */
export function lastDayOfMonth(day: number, today: number): number | null {
  const { year, month } = toCivil(today);
  for (let back = 0; back < 3; back += 1) {
    const civil = toCivil(monthRange(year, month - back)[0]);
    const found = toDay({ ...civil, day });
    if (found !== null && found < today) return found;
  }
  return null;
}

/** Day `day` of the month `offset` months from today's. */
export function dayInMonth(offset: number, day: number, today: number): number | null {
  const { year, month } = toCivil(today);
  return toDay({ ...toCivil(monthRange(year, month + offset)[0]), day });
}

/** A part of a month: 0 all, 1 first ten days, 2 middle, 3 last. */
export function partOfMonth(year: number, month: number, part: number): [from: number, to: number] {
  const [first, last] = monthRange(year, month);
  if (part === 1) return [first, first + 9];
  if (part === 2) return [first + 10, first + 19];
  return part === 3 ? [first + 20, last] : [first, last];
}

/** A Persian month and day, in the year that makes it nearest. */
export function nearestPersian(month: number, day: number, today: number): number | null {
  const year = persianYear(today);
  const options = [year - 1, year, year + 1].map((each) => fromPersian({ year: each, month, day }));
  return nearest(options, today);
}

/** A Nepali month and day, in the year that makes it nearest. */
export function nearestBikram(month: number, day: number, today: number): number | null {
  return nearest(fromBikram(month, day), today);
}

function nearest(options: readonly number[], today: number): number | null {
  let best: number | null = null;
  for (const option of options) {
    if (today - option > LOOK_BACK) continue;
    if (best === null || Math.abs(option - today) < Math.abs(best - today)) best = option;
  }
  return best;
}

/** The Monday of the week `offset` weeks from today's. */
export function mondayOf(today: number, offset: number): number {
  return today - weekdayOf(today) + offset * 7;
}
