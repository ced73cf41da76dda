/** The words of the desk, in its two languages. */
import en from "../../content/desk/en.json";
import ja from "../../content/desk/ja.json";

export type DeskLocale = "ja" | "en";
/** Japanese is the master: English has the same keys or the type check fails, and a test holds both to it. */
export type DeskWords = typeof ja;

const words: Record<DeskLocale, DeskWords> = { ja, en };

export function deskWords(locale: DeskLocale): DeskWords {
  return words[locale];
}

/** The word of a code that triage or an event may add later: itself, readable, until content names it. */
export function wordOf(dictionary: Readonly<Record<string, string>>, code: string): string {
  return dictionary[code] ?? code.replaceAll(/[_.]/g, " ");
}

/** Fills `{name}` in words. */
export function put(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
