/** A period of the year, inclusive, as month and day at the office's place. */
export interface Season {
  code: string;
  from: string;
  to: string;
}

/**
 * The season of a moment, if any: `seasonOn(new Date("2026-05-06T15:00:00Z"), seasons, "Asia/Tokyo")` → `"spring"`.
 * A period may run over the turn of the year.
 */
export function seasonOn(now: Date, seasons: readonly Season[], timeZone: string): string | undefined {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone, month: "2-digit", day: "2-digit" }).format(now);
  return seasons.find(({ from, to }) => (from <= to ? from <= day && day <= to : day >= from || day <= to))
    ?.code;
}
