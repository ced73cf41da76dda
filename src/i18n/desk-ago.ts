/** How long ago something came, in the reader's language. Small and without words of ours: the browser runs it too. */

const steps = [
  [60, "minute"],
  [60 * 24, "hour"],
  [60 * 24 * 14, "day"],
] as const;
const minutesOf = { minute: 1, hour: 60, day: 60 * 24 } as const;

/** `12分前`, `3 hr ago`; null past a fortnight, when a date says more. */
export function agoWords(iso: string, nowMs: number, locale: "ja" | "en"): string | null {
  const minutes = Math.max(0, Math.floor((nowMs - Date.parse(iso)) / 60_000));
  const step = steps.find(([most]) => minutes < most);
  if (!step) return null;
  const [, unit] = step;
  const count = Math.floor(minutes / minutesOf[unit]);
  return new Intl.RelativeTimeFormat(locale, {
    style: "narrow",
    numeric: count === 0 ? "auto" : "always",
  }).format(-count, unit);
}
