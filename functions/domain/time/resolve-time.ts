import type { Span, Urgency } from "../triage/verdict.ts";

export type TimeKind = "date" | "range" | "now" | "habit" | "storage" | "past";

/** One time as the text names it; `from` and `to` are dates in Asia/Tokyo, `YYYY-MM-DD`, both inclusive. */
export type TimeMention = {
  span: Span;
  evidence: string;
  from: string | null;
  to: string | null;
  kind: TimeKind;
};

export type TimeFinding = {
  urgency: Urgency;
  /** Expected arrival, landing, delivery, pick-up (for exports: departure), `YYYY-MM-DD` in Asia/Tokyo. */
  eta: string | null;
  mentions: TimeMention[];
  inProgress: boolean;
};

/** When the matter comes due, from the text's own words, resolved against `receivedAt` (ISO 8601 with offset). */
export function resolveTime(text: string, receivedAt: string): TimeFinding {
  const today = new Date(Date.parse(receivedAt) + 9 * 3_600_000).toISOString().slice(0, 10);
  const at = text.search(/今夜|今日|本日/);
  if (at < 0) return { urgency: "undated", eta: null, mentions: [], inProgress: false };
  const mention: TimeMention = {
    span: [at, at + 2],
    evidence: text.slice(at, at + 2),
    from: today,
    to: today,
    kind: "date",
  };
  return { urgency: "now", eta: today, mentions: [mention], inProgress: false };
}
