import { type Locale, localeFacts } from "../domain/locales/locales.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** Puts the day in three days, as Tokyo has it and the language writes it, in place of `{day:3}`. */
export function fillDays<Tip extends { locale: Locale; text: string }>(tip: Tip, from: Date): Tip {
  const write = new Intl.DateTimeFormat(localeFacts[tip.locale].tag, {
    timeZone: "Asia/Tokyo",
    calendar: "gregory",
    numberingSystem: "latn",
    month: "long",
    day: "numeric",
  });
  const text = tip.text.replaceAll(/\{day:(\d+)\}/g, (_, days: string) =>
    write.format(new Date(from.getTime() + Number(days) * dayMs)),
  );
  return { ...tip, text };
}
