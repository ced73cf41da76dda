/** The year of a case's number: the calendar year in Tokyo, e.g. 2027 for 2026-12-31T15:00:00Z. */
export function tokyoYear(at: Date): number {
  return new Date(at.getTime() + 9 * 60 * 60 * 1000).getUTCFullYear();
}
