import type { QueueRow } from "../../functions/domain/cases/queue-row.ts";
import { type DeskLocale, type DeskWords, put } from "./desk.ts";
import { clockWords } from "./desk-ago.ts";

const tags: Record<DeskLocale, string> = { ja: "ja-JP", en: "en-GB" };

// Made once: a formatter takes a millisecond and some 30 kB outside the heap, and a page needs a hundred.
const short = formatters({ month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" });
const full = formatters({ dateStyle: "medium", timeStyle: "medium" });

/** `11/20 22:10` of a moment, in Tokyo. */
export function shortTime(iso: string, locale: DeskLocale): string {
  return short[locale].format(new Date(iso));
}

/** Date and time to the second, in Tokyo. */
export function fullTime(iso: string, locale: DeskLocale): string {
  return full[locale].format(new Date(iso));
}

function formatters(options: Intl.DateTimeFormatOptions): Record<DeskLocale, Intl.DateTimeFormat> {
  const of = (locale: DeskLocale) =>
    new Intl.DateTimeFormat(tags[locale], { timeZone: "Asia/Tokyo", hourCycle: "h23", ...options });
  return { ja: of("ja"), en: of("en") };
}

/** How soon a tip is due, in words: by a known arrival, else by its expected day, else by what it said of time. */
export function dueWords(
  row: Pick<QueueRow, "dueAt" | "eta" | "urgency">,
  nowIso: string,
  words: DeskWords,
): string {
  if (row.dueAt !== null) return clockWords(row.dueAt, Date.parse(nowIso), words.clock);
  if (row.eta === null) return words.when[row.urgency];
  const today = new Date(Date.parse(nowIso) + 9 * 3_600_000).toISOString().slice(0, 10);
  const days = Math.round((Date.parse(row.eta) - Date.parse(today)) / 86_400_000);
  if (days === 0) return words.when.today;
  if (days === 1) return words.when.tomorrow;
  if (days === -1) return words.when.yesterday;
  return days > 0 ? put(words.when.days, { n: days }) : put(words.when.ago, { n: -days });
}
