/**
 * The office's working calendar in Tokyo time. Holidays follow the Act on National Holidays (国民の祝日に関する法律,
 * Act 178 of 1948, as it stands since 2022) and the offices' own closure over New Year (行政機関の休日に関する法律,
 * Act 91 of 1988: 29 December to 3 January). The equinoxes are announced each February for the year after; until then
 * the usual approximation stands, good from 1980 to 2099. Days are `YYYY-MM-DD`.
 */

const hourMs = 3_600_000;
const tokyoMs = 9 * hourMs;

/** From the opening to the close of the office's day, as minutes after midnight: 08:30 to 17:15. */
export const officeHours = { opens: 8 * 60 + 30, closes: 17 * 60 + 15 } as const;

const pad = (number: number) => String(number).padStart(2, "0");
const dayOf = (year: number, month: number, day: number) => `${year}-${pad(month)}-${pad(day)}`;
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The day `count` days later, e.g. `2026-12-31` and 1 → `2027-01-01`. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 24 * hourMs).toISOString().slice(0, 10);
}

/** The day in Tokyo of a moment. */
export function tokyoDay(at: Date): string {
  return new Date(at.getTime() + tokyoMs).toISOString().slice(0, 10);
}

/** The moment of a day at so many minutes after midnight in Tokyo. */
export function tokyoMoment(day: string, minutes: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - tokyoMs + minutes * 60_000);
}

function nthMonday(year: number, month: number, nth: number): string {
  const first = weekday(dayOf(year, month, 1));
  return dayOf(year, month, 1 + ((8 - first) % 7) + 7 * (nth - 1));
}

/** The equinox of March (`base` 20.8431) or of September (23.2488). */
function equinox(year: number, month: number, base: number): string {
  return dayOf(year, month, Math.floor(base + 0.242194 * (year - 1980)) - Math.floor((year - 1980) / 4));
}

/** The days that article 2 names. */
function namedHolidays(year: number): Set<string> {
  return new Set([
    dayOf(year, 1, 1),
    nthMonday(year, 1, 2),
    dayOf(year, 2, 11),
    dayOf(year, 2, 23),
    equinox(year, 3, 20.8431),
    dayOf(year, 4, 29),
    dayOf(year, 5, 3),
    dayOf(year, 5, 4),
    dayOf(year, 5, 5),
    nthMonday(year, 7, 3),
    dayOf(year, 8, 11),
    nthMonday(year, 9, 3),
    equinox(year, 9, 23.2488),
    nthMonday(year, 10, 2),
    dayOf(year, 11, 3),
    dayOf(year, 11, 23),
  ]);
}

/** The named days, the day that makes up for a Sunday, and a day between two of them (article 3). */
function holidaysOf(year: number): Set<string> {
  const named = namedHolidays(year);
  const all = new Set(named);
  for (const day of named) {
    if (weekday(day) === 0) {
      let instead = addDays(day, 1);
      while (named.has(instead)) instead = addDays(instead, 1);
      all.add(instead);
    }
    const between = addDays(day, 1);
    if (!named.has(between) && weekday(between) !== 0 && named.has(addDays(between, 1))) all.add(between);
  }
  return all;
}

const known = new Map<number, Set<string>>();

/** Whether a day is a national holiday, e.g. `2026-09-22`, which lies between two: true. */
export function isHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4));
  const holidays = known.get(year) ?? holidaysOf(year);
  known.set(year, holidays);
  return holidays.has(day);
}

/** Whether the office works that day: no weekend, no holiday, not over New Year. */
export function isOfficeDay(day: string): boolean {
  const date = day.slice(5);
  if (date >= "12-29" || date <= "01-03") return false;
  return weekday(day) !== 0 && weekday(day) !== 6 && !isHoliday(day);
}

/** The close of the `count`th office day: 1 is today's while the office is open, else the next one's. */
export function officeClose(from: Date, count: number): Date {
  let day = tokyoDay(from);
  let left = count;
  for (;;) {
    const close = tokyoMoment(day, officeHours.closes);
    if (isOfficeDay(day) && close > from) left -= 1;
    if (left <= 0) return close;
    day = addDays(day, 1);
  }
}
