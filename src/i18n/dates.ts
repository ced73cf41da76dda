import { office } from "./office.ts";
import type { Language } from "./strings.ts";

/** Date and time as the page's language writes them, at the office's place, always in Latin digits. */
export function showTime(at: Date, language: Pick<Language, "tag">): string {
  return new Intl.DateTimeFormat(`${language.tag}-u-nu-latn-ca-gregory`, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: office.timeZone,
  }).format(at);
}

/** A calendar date or month as the page's language writes it: `showDate("1997-04-18", ja, "day")` → `1997年4月18日`. */
export function showDate(date: string, language: Pick<Language, "tag">, to: "day" | "month"): string {
  return new Intl.DateTimeFormat(`${language.tag}-u-nu-latn-ca-gregory`, {
    year: "numeric",
    month: "long",
    ...(to === "day" && { day: "numeric" }),
    timeZone: "UTC",
  }).format(new Date(`${date}T00:00:00Z`));
}
