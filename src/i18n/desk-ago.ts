/** How long ago something came, in the reader's language. Small and without words of ours: the browser runs it too. */

const steps = [
  [60, "minute"],
  [60 * 24, "hour"],
  [60 * 24 * 14, "day"],
] as const;
const minutesOf = { minute: 1, hour: 60, day: 60 * 24 } as const;

// Made once each: a list has a hundred of them, and a formatter is dear.
const made = new Map<string, Intl.RelativeTimeFormat>();

function formatter(locale: "ja" | "en", numeric: "auto" | "always"): Intl.RelativeTimeFormat {
  const key = `${locale} ${numeric}`;
  const format = made.get(key) ?? new Intl.RelativeTimeFormat(locale, { style: "narrow", numeric });
  made.set(key, format);
  return format;
}

/** `12分前`, `3 hr ago`; null past a fortnight, when a date says more. */
export function agoWords(iso: string, nowMs: number, locale: "ja" | "en"): string | null {
  const minutes = Math.max(0, Math.floor((nowMs - Date.parse(iso)) / 60_000));
  const step = steps.find(([most]) => minutes < most);
  if (!step) return null;
  const [, unit] = step;
  const count = Math.floor(minutes / minutesOf[unit]);
  return formatter(locale, count === 0 ? "auto" : "always").format(-count, unit);
}

/** How the time to an arrival is said; `{h}`, `{m}` and `{d}` are filled in. */
export interface ClockWords {
  days: string;
  hours: string;
  minutes: string;
  landed: string;
}

/** The time left to an announced arrival: `2時間18分後`, `in 45 min`; past it, how long ago that was. */
export function clockWords(dueIso: string, nowMs: number, words: ClockWords): string {
  const minutes = Math.floor((Date.parse(dueIso) - nowMs) / 60_000);
  const left = Math.abs(minutes);
  const [d, h, m] = [Math.floor(left / 1_440), Math.floor(left / 60), left % 60];
  const template =
    minutes < 0 ? words.landed : left >= 2_880 ? words.days : left >= 60 ? words.hours : words.minutes;
  return template.replace("{d}", String(d)).replace("{h}", String(h)).replace("{m}", String(m));
}
