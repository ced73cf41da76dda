/** What kind of time a text names: a day, a span of days, or a habit. */
export type RawKind = "date" | "range" | "habit";

/** A time in days since 1970-01-01 (Asia/Tokyo), at `[start, end)` of the normalised text; `from` and `to` inclusive. */
export type RawMention = {
  start: number;
  end: number;
  from: number;
  to: number;
  kind: RawKind;
  /** A calendar date rather than a day counted from today: it wins over the other when both stand for one event. */
  explicit: boolean;
  /** A bare weekday or day of month looks ahead; in a sentence about the past it means the one before: its from day. */
  before: number | null;
  /** A moment ago: counts only beside a word for what came. */
  just: boolean;
  /** "Until then": something goes on rather than comes. */
  until: boolean;
};

/** When the text was received, and how it writes day and month. */
export type Moment = { today: number; hour: number; monthFirst: boolean };

/** One attempt to read a time at a token: what it means and the last token it took. Days since 1970-01-01. */
export type Reading = {
  from: number;
  to: number;
  last: number;
  explicit?: boolean;
  before?: number | null;
  just?: boolean;
};
