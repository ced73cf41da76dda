/**
 * Days as numbers (days since 1970-01-01, civil calendar of Asia/Tokyo) and the other calendars tips are written in.
 */

/** A civil day. Months 1-12. */
export type Civil = { year: number; month: number; day: number };

/** The day of a civil date, or null when there is none (31 April). */
export function toDay({ year, month, day }: Civil): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? Math.floor(time / 86_400_000) : null;
}

export function toCivil(day: number): Civil {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `YYYY-MM-DD`. */
export function toIso(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** 0 Monday … 6 Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** First and last day of a month (1-12; numbers outside roll over the year). */
export function monthRange(year: number, month: number): [from: number, to: number] {
  return [Date.UTC(year, month - 1, 1) / 86_400_000, Date.UTC(year, month, 0) / 86_400_000];
}

/** The day in Asia/Tokyo and the hour of day (with fraction) of an ISO instant; null when it is none. */
export function tokyoDay(instant: string): { day: number; hour: number } | null {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return null;
  const shifted = time + 9 * 3_600_000;
  return { day: Math.floor(shifted / 86_400_000), hour: (shifted % 86_400_000) / 3_600_000 };
}

/** First years of the Japanese eras, less one: Reiwa 8 → 2018 + 8. Minguo years count from 1911, Buddhist from 543 BC. */
export const eraOffsets: Readonly<Record<string, number>> = {
  reiwa: 2018,
  heisei: 1988,
  minguo: 1911,
  buddhist: -543,
};

/**
 * A date of the Solar Hijri calendar (Iran, Afghanistan) as a day. The year's start follows the 33-year leap cycle, right
 * for 1343-1472 (1965-2094), as in the published tables.
 */
export function fromPersian({ year, month, day }: Civil): number {
  const years = year - 1;
  const leaps = Math.floor((8 * year + 21) / 33);
  const startOfYear = 365 * years + leaps;
  // 1 Farvardin 1403 was 2024-03-20.
  const reference = 365 * 1402 + Math.floor((8 * 1403 + 21) / 33);
  const inYear = month <= 6 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  return Date.UTC(2024, 2, 20) / 86_400_000 + startOfYear - reference + inYear + day - 1;
}

/** The Solar Hijri year running on a day. */
export function persianYear(day: number): number {
  const { year } = toCivil(day);
  return day >= fromPersian({ year: year - 621, month: 1, day: 1 }) ? year - 621 : year - 622;
}

/** Month lengths of the Bikram Sambat calendar (Nepal) from its year 2080, which began on 2023-04-14; published tables. */
const bikramMonths: readonly (readonly number[])[] = [
  [31, 32, 31, 32, 31, 30, 30, 30, 29, 29, 30, 30],
  [31, 31, 32, 32, 31, 30, 30, 30, 29, 30, 29, 31],
  [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30],
  [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30],
  [31, 32, 31, 32, 31, 30, 30, 30, 29, 29, 30, 31],
  [30, 32, 31, 32, 31, 30, 30, 30, 29, 30, 29, 31],
  [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30],
  [31, 31, 32, 31, 31, 31, 30, 30, 29, 30, 30, 30],
  [30, 31, 32, 32, 30, 31, 30, 30, 29, 30, 30, 30],
  [30, 32, 31, 32, 31, 30, 30, 30, 29, 30, 30, 30],
];

/** Days on which a Bikram Sambat month and day fall, for every year of the table; empty for no such day. */
export function fromBikram(month: number, day: number): number[] {
  const days: number[] = [];
  let start = Date.UTC(2023, 3, 14) / 86_400_000;
  for (const months of bikramMonths) {
    let at = start;
    months.forEach((length, index) => {
      if (index + 1 === month && day <= length) days.push(at + day - 1);
      at += length;
    });
    start = at;
  }
  return days;
}
