import { eraOffsets, fromPersian, monthRange, toCivil, toDay } from "./calendars.ts";
import type { Cursor } from "./cursor.ts";
import { dayInMonth, fullYear, nearestBikram, nearestDate, nearestPersian, partOfMonth } from "./dates.ts";
import type { Reading } from "./mention.ts";

const parts = ["early", "mid", "late"] as const;

/** A year right behind `at`, with its era or Buddhist count; the day it makes with month and day, else null. */
function yearBehind(cursor: Cursor, at: number): { year: number; last: number } | null {
  for (const index of [cursor.find(at, "number", 1), cursor.find(at, "era", 0)]) {
    if (index < 0) continue;
    const era = cursor.means(index, "era");
    const number = cursor.means(era === undefined ? index : index + 1, "number");
    if (number === undefined || number.name !== "digits") continue;
    const written = number.value;
    const year =
      era !== undefined && era.name !== "buddhist"
        ? written + (eraOffsets[era.name] ?? 0)
        : written >= 1990
          ? fullYear(written)
          : null;
    if (year !== null) return { year, last: era === undefined ? index : index + 1 };
  }
  return null;
}

function dated(cursor: Cursor, month: number, day: number, last: number): Reading | null {
  const year = yearBehind(cursor, last);
  const found =
    year === null ? nearestDate(month, day, cursor.moment.today) : toDay({ year: year.year, month, day });
  return found === null ? null : { from: found, to: found, last: year?.last ?? last, explicit: true };
}

/** 2026-12-05, 2026年12月5日, 5/12, 05.12.2026, 令和8年12月5日. */
export function numeric(cursor: Cursor, at: number): Reading | null {
  const era = cursor.means(at, "era");
  const first = era === undefined ? at : at + 1;
  const a = cursor.means(first, "number");
  if (a === undefined || (a.name !== "digits" && a.name !== "han")) return null;
  const isYear = cursor.adjacent(first, "yearsuf") >= 0 || /^[-/.]$/.test(cursor.gap(first));
  const year = era === undefined ? fullYear(a.value) : a.value + (eraOffsets[era.name] ?? 0);
  if (isYear && year !== null && (era !== undefined || a.value >= 1990)) {
    const monthAt = cursor.adjacent(first, "yearsuf") >= 0 ? cursor.find(first + 1, "number", 0) : first + 1;
    const month = cursor.means(monthAt, "number");
    const suffix = monthAt < 0 ? -1 : cursor.adjacent(monthAt, "monsuf");
    const dayAt =
      suffix >= 0
        ? cursor.find(suffix, "number", 0)
        : monthAt >= 0 && /^[-/.]$/.test(cursor.gap(monthAt))
          ? monthAt + 1
          : -1;
    const day = dayAt < 0 ? null : cursor.dayNumber(dayAt);
    if (month !== undefined && day !== null) {
      const found = toDay({ year, month: month.value, day });
      return found === null
        ? null
        : { from: found, to: found, last: cursor.withSuffix(dayAt), explicit: true };
    }
    if (month !== undefined && suffix >= 0 && month.value >= 1 && month.value <= 12) {
      const [from, to] = monthRange(year, month.value);
      return { from, to, last: suffix, explicit: true };
    }
    return null;
  }
  return slashed(cursor, at);
}

function slashed(cursor: Cursor, at: number): Reading | null {
  const a = cursor.means(at, "number");
  const b = cursor.means(at + 1, "number");
  const gap = cursor.gap(at);
  if (a?.name !== "digits" || b?.name !== "digits" || (gap !== "/" && gap !== "." && gap !== "-"))
    return null;
  const token = cursor.tokens[at];
  const next = cursor.tokens[at + 1];
  if (token === undefined || next === undefined || /[\w/.:+#-]/.test(cursor.text.charAt(token.start - 1)))
    return null;
  const c = cursor.means(at + 2, "number");
  const third =
    c !== undefined && c.name === "digits" && cursor.gap(at + 1) === gap ? fullYear(c.value) : null;
  const tail = cursor.text.slice(next.end, next.end + 2);
  if (third === null && (gap === "-" || /^[-/%:\w]/.test(tail) || /^\.\d/.test(tail))) return null;
  if (
    gap === "." &&
    third === null &&
    (cursor.written(at + 1).length !== 2 || b.value > 12 || /^\s?(kg|г|кг|g|k|м|т)/.test(tail))
  )
    return null;
  const dayFirst = gap === "." || (gap === "-" && third !== null) || !cursor.moment.monthFirst;
  const options = dayFirst
    ? [
        [b.value, a.value],
        [a.value, b.value],
      ]
    : [
        [a.value, b.value],
        [b.value, a.value],
      ];
  for (const [month = 0, day = 0] of options) {
    if (month < 1 || month > 12 || day < 1 || day > 31 || (month === 7 && day === 24 && a.value === 24))
      continue;
    const found =
      third === null ? nearestDate(month, day, cursor.moment.today) : toDay({ year: third, month, day });
    if (found !== null)
      return { from: found, to: found, last: third === null ? at + 1 : at + 2, explicit: true };
  }
  return null;
}

/** 12月5日, 십이월 오일, 12月上旬, 12月. */
export function monthThenDay(cursor: Cursor, at: number): Reading | null {
  const month = cursor.means(at, "number");
  const suffix = cursor.adjacent(at, "monsuf");
  if (month === undefined || suffix < 0 || month.value < 1 || month.value > 12) return null;
  const dayAt = cursor.find(suffix, "number", 1);
  const day = dayAt < 0 ? null : cursor.dayNumber(dayAt);
  if (
    day !== null &&
    (cursor.adjacent(dayAt, "daysuf") >= 0 || cursor.isOrdinal(dayAt) || cursor.gap(suffix).length <= 1)
  ) {
    if (cursor.adjacent(dayAt, "monsuf") < 0)
      return dated(cursor, month.value, day, cursor.withSuffix(dayAt));
  }
  return monthAlone(cursor, month.value, suffix);
}

function monthAlone(cursor: Cursor, month: number, last: number): Reading | null {
  const { year } = toCivil(cursor.moment.today);
  const part = parts.findIndex((kind) => cursor.find(last, kind, 1) >= 0) + 1;
  const end = part > 0 ? last + 1 : last;
  for (const each of [year, year + 1]) {
    const [from, to] = partOfMonth(each, month, part);
    if (to >= cursor.moment.today - 150) return { from, to, last: end, explicit: true };
  }
  return null;
}

/** 5 December, 5 de diciembre, December 5th, ngày 5 tháng 12, ๕ ธันวาคม; other calendars' months too. */
export function namedMonth(cursor: Cursor, at: number): Reading | null {
  const prefix = cursor.means(at, "daypre") === undefined ? at : cursor.find(at, "number", 0);
  const day = prefix < 0 ? null : cursor.dayNumber(prefix);
  if (day !== null) {
    const behind = cursor.withSuffix(prefix);
    for (const kind of ["mn", "pm", "bm", "monpre"] as const) {
      const monthAt = cursor.find(behind, kind, 2);
      if (monthAt >= 0) {
        const reading = ofMonth(cursor, kind, monthAt, day);
        if (reading !== null) return reading;
      }
    }
  }
  for (const kind of ["mn", "bm", "pm"] as const) {
    const month = cursor.means(at, kind);
    if (month === undefined) continue;
    const dayAt = cursor.find(at, "number", 1);
    const number = dayAt < 0 ? null : cursor.dayNumber(dayAt);
    if (number !== null && (kind !== "mn" || cursor.plainNumber(dayAt))) {
      if (kind === "mn") return dated(cursor, month.value, number, cursor.withSuffix(dayAt));
      const found = kind === "bm" ? nearestBikram(month.value, number, cursor.moment.today) : null;
      if (found !== null) return { from: found, to: found, last: cursor.withSuffix(dayAt), explicit: true };
    }
    if (kind === "mn" && cursor.written(at).length > 4) {
      const before =
        parts.findIndex(
          (part) =>
            at > 0 && (cursor.means(at - 1, part) !== undefined || cursor.means(at - 2, part) !== undefined),
        ) + 1;
      const alone = monthAlone(cursor, month.value, at);
      if (alone === null || before === 0) return alone;
      const civil = toCivil(alone.from);
      const [from, to] = partOfMonth(civil.year, civil.month, before);
      return { ...alone, from, to };
    }
  }
  return null;
}

function ofMonth(
  cursor: Cursor,
  kind: "mn" | "pm" | "bm" | "monpre",
  at: number,
  day: number,
): Reading | null {
  const { today } = cursor.moment;
  if (kind === "monpre") {
    const monthAt = cursor.find(at, "number", 0);
    const month = cursor.means(monthAt, "number");
    return month !== undefined && month.value <= 12 ? dated(cursor, month.value, day, monthAt) : null;
  }
  const month = cursor.means(at, kind)?.value ?? 1;
  if (kind === "mn") return dated(cursor, month, day, at);
  const year = kind === "pm" ? cursor.means(at + 1, "number") : undefined;
  const found =
    year !== undefined && year.value >= 1380 && year.value <= 1480
      ? fromPersian({ year: year.value, month, day })
      : kind === "pm"
        ? nearestPersian(month, day, today)
        : nearestBikram(month, day, today);
  return found === null ? null : { from: found, to: found, last: at, explicit: true };
}

/** 来月10日, the 10th of next month, 10 числа следующего месяца; 来月, 来月末. */
export function relativeMonth(cursor: Cursor, at: number): Reading | null {
  const { today } = cursor.moment;
  const month = cursor.means(at, "month");
  if (month !== undefined) {
    const prefix = cursor.find(at, "daypre", 1);
    const dayAt = cursor.find(prefix < 0 ? at : prefix, "number", 1);
    const day = dayAt < 0 ? null : cursor.dayNumber(dayAt);
    const marked =
      dayAt >= 0 && (prefix >= 0 || cursor.adjacent(dayAt, "daysuf") >= 0 || cursor.isOrdinal(dayAt));
    if (day !== null && marked && !cursor.isCount(dayAt)) {
      const found = dayInMonth(month.value, day, today);
      if (found !== null) return { from: found, to: found, last: cursor.withSuffix(dayAt), explicit: true };
    }
    const civil = toCivil(today);
    const whole = toCivil(monthRange(civil.year, civil.month + month.value)[0]);
    const part =
      parts.findIndex(
        (kind) => cursor.find(at, kind, 1) >= 0 || (at > 0 && cursor.means(at - 1, kind) !== undefined),
      ) + 1;
    const [from, to] = partOfMonth(whole.year, whole.month, part);
    return {
      from,
      to,
      last: part > 0 && cursor.find(at, parts[part - 1] ?? "mid", 1) >= 0 ? at + 1 : at,
    };
  }
  const dayAt = cursor.means(at, "daypre") === undefined ? at : cursor.find(at, "number", 0);
  const day = dayAt < 0 ? null : cursor.dayNumber(dayAt);
  if (day === null) return null;
  const monthAt = cursor.find(cursor.withSuffix(dayAt), "month", 2);
  if (monthAt < 0 || (dayAt === at && !cursor.isOrdinal(at) && cursor.withSuffix(at) === at)) return null;
  const found = dayInMonth(cursor.means(monthAt, "month")?.value ?? 0, day, today);
  return found === null ? null : { from: found, to: found, last: monthAt, explicit: true };
}
