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
