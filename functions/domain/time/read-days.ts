import { monthRange, toCivil, weekdayOf } from "./calendars.ts";
import type { Cursor } from "./cursor.ts";
import { lastDayOfMonth, mondayOf, nearestDate, nextDayOfMonth } from "./dates.ts";
import type { Reading } from "./mention.ts";
import type { Token } from "./tokens.ts";

/** Weekday words short or common enough to mean something else: they need a word before them that asks for a day. */
const ABBREVIATED =
  /^(mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|segunda|terca|quarta|quinta|sexta|linggo|среды|среда)$/;

function day(at: number, last: number): Reading {
  return { from: at, to: at, last };
}

/** 来週の火曜, Tuesday next week, 下周二, next Tuesday, thứ sáu tới, this Friday, Friday. */
export function weekday(cursor: Cursor, at: number): Reading | null {
  const { today } = cursor.moment;
  const week = cursor.means(at, "week");
  if (week !== undefined) {
    const dayAt = cursor.find(at, "wd", 2);
    const monday = mondayOf(today, week.value);
    if (dayAt >= 0) return day(monday + (cursor.means(dayAt, "wd")?.value ?? 0), dayAt);
    const han = cursor.means(at + 1, "number");
    if (
      han?.name === "han" &&
      cursor.gap(at) === "" &&
      han.value >= 1 &&
      han.value <= 6 &&
      /[周期拜週]$/.test(cursor.written(at))
    ) {
      return day(monday + han.value - 1, at + 1);
    }
    if (
      /[周期拜週]$/.test(cursor.written(at)) &&
      /^[日天]/.test(cursor.text.slice(cursor.tokens[at]?.end ?? 0))
    )
      return day(monday + 6, at);
    const weekendAt = cursor.find(at, "weekend", 1);
    if (weekendAt >= 0) return { from: monday + 5, to: monday + 6, last: weekendAt };
    return { from: monday, to: monday + 6, last: at };
  }
  for (const kind of ["next", "this", "last"] as const) {
    if (cursor.means(at, kind) === undefined) continue;
    const dayAt = cursor.find(at, "wd", 1);
    if (dayAt >= 0)
      return day(turned(cursor, cursor.means(dayAt, "wd")?.value ?? 0, kind, cursor.written(at)), dayAt);
    const weekendAt = cursor.find(at, "weekend", 1);
    if (weekendAt >= 0) {
      const saturday = mondayOf(today, kind === "next" ? 1 : kind === "last" ? -1 : 0) + 5;
      return { from: saturday, to: saturday + 1, last: weekendAt };
    }
  }
  if (cursor.means(at, "weekend") !== undefined) {
    const saturday = mondayOf(today, 0) + 5;
    return { from: Math.max(saturday, today), to: saturday + 1, last: at };
  }
  return bareWeekday(cursor, at);
}

function bareWeekday(cursor: Cursor, at: number): Reading | null {
  const { today } = cursor.moment;
  const weekday = cursor.means(at, "wd");
  if (weekday === undefined) return null;
  const weekAt = cursor.find(at, "week", 2);
  if (weekAt >= 0)
    return day(mondayOf(today, cursor.means(weekAt, "week")?.value ?? 0) + weekday.value, weekAt);
  for (const kind of ["next", "this", "last"] as const) {
    const relAt = cursor.find(at, kind, 0);
    if (relAt >= 0) return day(turned(cursor, weekday.value, kind, `~${cursor.written(relAt)}`), relAt);
  }
  const token = cursor.tokens[at];
  const bracketed =
    token !== undefined && /[(（]\s*$/.test(cursor.text.slice(Math.max(0, token.start - 2), token.start));
  const lead = token === undefined ? "" : cursor.text.slice(Math.max(0, token.start - 7), token.start);
  if (
    ABBREVIATED.test(cursor.written(at)) &&
    !bracketed &&
    !/(^|\s)(on|by|until|na|nesta|essa|sa|ngayong|в|во|к)\s$/.test(lead)
  )
    return null;
  const ahead = (weekday.value - weekdayOf(today) + 7) % 7;
  return { ...day(today + ahead, at), before: today + ahead - 7 };
}

/** English "next Tuesday" is next week's; elsewhere, and with "coming", the word means the one that comes first. */
function turned(cursor: Cursor, weekday: number, kind: "next" | "this" | "last", word: string): number {
  const { today } = cursor.moment;
  if (kind === "last") {
    const back = (weekdayOf(today) - weekday + 7) % 7;
    return today - (back === 0 ? 7 : back);
  }
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (kind === "this") return today + ahead;
  if (/^(next|следующ\S*|~หน้า|अर्को|다음|~sau)$/.test(word)) return mondayOf(today, 1) + weekday;
  return today + (ahead === 0 ? 7 : ahead);
}

/** 3日後, in ten days, через 3 дня, 2時間後; 三天前, two years ago, hace 3 días. */
export function counted(cursor: Cursor, at: number): Reading | null {
  const opener = cursor.means(at, "in") ?? cursor.means(at, "ago");
  const numberAt = opener === undefined ? at : cursor.find(at, "number", 1);
  const number = cursor.means(numberAt, "number");
  if (number === undefined || number.value > 400) return null;
  const unitAt = cursor.adjacent(numberAt, "unit");
  const unit = cursor.means(unitAt, "unit");
  if (unit === undefined) return null;
  const laterAt = cursor.find(unitAt, "later", 1);
  const agoAt = cursor.find(unitAt, "ago", 1);
  const isLater = laterAt >= 0 || cursor.means(at, "in") !== undefined;
  const isAgo = agoAt >= 0 || cursor.means(at, "ago") !== undefined;
  if (!isLater && !isAgo) return null;
  const last = isLater && laterAt >= 0 ? laterAt : !isLater && agoAt >= 0 ? agoAt : unitAt;
  const within =
    isLater &&
    /以内|内|이내|안|within|ภายใน|vong|loob/.test(
      cursor.written(last) + (opener === undefined ? "" : cursor.written(at)),
    );
  return moved(cursor, unit.name, number.value * (isLater ? 1 : -1), last, within);
}

function moved(cursor: Cursor, unit: string, count: number, last: number, within: boolean): Reading {
  const { today, hour } = cursor.moment;
  if (unit === "hour" || unit === "minute") {
    return day(today + Math.floor((hour + (unit === "hour" ? count : count / 60)) / 24), last);
  }
  const days = { day: 1, week: 7, month: 30, year: 365 }[unit] ?? 1;
  const target = today + count * days;
  if (within) return { from: today, to: target, last };
  if (unit === "month" || unit === "year")
    return { from: target - days / 2, to: target + (count < 0 ? 0 : days / 2), last };
  return unit === "week" && count < 0 ? { from: target - 3, to: target + 3, last } : day(target, last);
}

/** 20日, ngày 20, dia 20, on the 20th, 20-го. */
export function dayOfMonth(cursor: Cursor, at: number): Reading | null {
  const { today } = cursor.moment;
  const prefixed = cursor.means(at, "daypre") !== undefined;
  const numberAt = prefixed ? cursor.find(at, "number", 0) : at;
  const value = numberAt < 0 ? null : cursor.dayNumber(numberAt);
  if (value === null) return null;
  const suffix = cursor.adjacent(numberAt, "daysuf");
  const isOrdinal = cursor.isOrdinal(numberAt);
  const token = cursor.tokens[suffix < 0 ? numberAt : suffix];
  if (token === undefined || !mayEnd(cursor, token, numberAt)) return null;
  const named =
    cursor.tokens[numberAt]?.meanings.some(({ kind, name }) => kind === "number" && name === "day") ?? false;
  const spelled = cursor.means(numberAt, "number")?.name === "ordinal";
  if (suffix < 0 && !prefixed && !(named && value !== 5)) return null;
  if (
    suffix < 0 &&
    prefixed &&
    /^(the|on the)$/.test(cursor.written(at)) &&
    (!isOrdinal || (spelled && value < 4 && !/\d/.test(cursor.written(numberAt))))
  )
    return null;
  if (suffix < 0 && prefixed && cursor.adjacent(numberAt, "unit") >= 0) return null;
  const last = suffix < 0 ? numberAt : suffix;
  const weekdayAt = cursor.find(last, "wd", 1);
  const weekday = weekdayAt < 0 ? null : (cursor.means(weekdayAt, "wd")?.value ?? null);
  const found = nextDayOfMonth(value, today, weekday) ?? nextDayOfMonth(value, today, null);
  if (found === null) return null;
  return {
    from: found,
    to: found,
    last: weekdayAt < 0 ? last : weekdayAt,
    explicit: true,
    before: lastDayOfMonth(value, today),
  };
}

/** 号 is also a room's or berth's number, 日 also counts days and begins names of towns. */
function mayEnd(cursor: Cursor, token: Token, numberAt: number): boolean {
  const tail = cursor.text.slice(token.end, token.end + 3);
  const number = cursor.tokens[numberAt];
  if (number === undefined || /[\w#№-]/.test(cursor.text.charAt(number.start - 1))) return false;
  if (/^\s?(동안|간|kg|kilo|gram|man\b|:|%|h\b|:)/.test(tail)) return false;
  return !/^(間|以上|分|本|常|市|町|月|室|倉|楼|码|棟|車|线|線|库|庫|房|目|给|ほど|店|墙|机|館|馆|바|후|뒤|전|に?[一二三123]回)/.test(
    tail,
  );
}

/** 今夜, tomorrow, 月末, 数日中, next year. */
export function single(cursor: Cursor, at: number): Reading | null {
  const { today } = cursor.moment;
  const civil = toCivil(today);
  const offset = cursor.means(at, "day");
  if (offset !== undefined) return day(today + offset.value, at);
  const feast = cursor.means(at, "feast");
  if (feast !== undefined) {
    const found = nearestDate(Math.floor(feast.value / 100), feast.value % 100, today);
    return found === null ? null : day(found, at);
  }
  if (cursor.means(at, "just") !== undefined) return { ...day(today, at), just: true };
  if (cursor.means(at, "soon") !== undefined) return { from: today + 2, to: today + 5, last: at };
  if (cursor.means(at, "end_of_month") !== undefined) {
    const monthAt = cursor.means(at - 1, "month")?.value ?? 0;
    const [, to] = monthRange(civil.year, civil.month + monthAt);
    return { from: to - 4, to, last: at };
  }
  if (cursor.means(at, "end_of_year") !== undefined) {
    const to = Date.UTC(civil.year, 11, 31) / 86_400_000;
    return { from: to - 7, to, last: at };
  }
  const year = cursor.means(at, "year");
  if (year === undefined) return null;
  return {
    from: Date.UTC(civil.year + year.value, 0, 1) / 86_400_000,
    to: Date.UTC(civil.year + year.value, 11, 31) / 86_400_000,
    last: at,
  };
}
