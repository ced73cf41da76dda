import { eraOffsets, fromPersian, monthRange, toCivil, toDay, weekdayOf } from "./calendars.ts";
import {
  dayInMonth,
  fullYear,
  lastDayOfMonth,
  mondayOf,
  nearestBikram,
  nearestDate,
  nearestPersian,
  nextDayOfMonth,
  partOfMonth,
} from "./dates.ts";
import type { Moment, RawMention } from "./mention.ts";
import { as, type Kind, type Meaning, type Token } from "./tokens.ts";

/** One attempt to read a time at a token: what it means and how many tokens it took. Days since 1970-01-01. */
type Reading = { from: number; to: number; last: number; explicit?: boolean; before?: number | null; just?: boolean };

const ABBREVIATED =
  /^(mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|segunda|terca|quarta|quinta|sexta|linggo|среды|среда)$/;

/** Reads the tokens of one text. Every method looks at the tokens from `at` on and gives a reading or null. */
export class Reader {
  constructor(text: string, tokens: readonly Token[], moment: Moment) {
    this.text = text;
    this.tokens = tokens;
    this.moment = moment;
  }
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly moment: Moment;

  private written(at: number): string {
    const token = this.tokens[at];
    return token === undefined ? "" : this.text.slice(token.start, token.end);
  }

  private gap(at: number): string {
    const token = this.tokens[at];
    const next = this.tokens[at + 1];
    return token === undefined || next === undefined ? "?" : this.text.slice(token.end, next.start);
  }

  /** Whether only blanks, brackets or commas part two tokens. */
  private linked(at: number): boolean {
    const gap = this.gap(at);
    return gap.length <= 3 && !/[^\s(),.·・「」\-~〜]/.test(gap);
  }

  private means(at: number, kind: Kind): Meaning | undefined {
    return as(this.tokens[at], kind);
  }

  /** The next token of `kind` behind `at`, over at most `over` little words; -1 when there is none. */
  private find(at: number, kind: Kind, over = 2): number {
    for (let index = at; index <= at + over; index += 1) {
      if (!this.linked(index)) return -1;
      if (this.means(index + 1, kind) !== undefined) return index + 1;
      if (this.means(index + 1, "glue") === undefined) return -1;
    }
    return -1;
  }

  private adjacent(at: number, kind: Kind): number {
    const next = this.tokens[at + 1];
    if (next === undefined || !/^[\s-]?$/.test(this.gap(at))) return -1;
    return this.means(at + 1, kind) === undefined ? -1 : at + 1;
  }

  /** A day of a month: 1-31, and not a bare small word where it would be one by chance. */
  private dayNumber(at: number): number | null {
    const number = this.means(at, "number");
    return number !== undefined && number.value >= 1 && number.value <= 31 ? number.value : null;
  }

  private isOrdinal(at: number): boolean {
    return (
      this.tokens[at]?.meanings.some(
        ({ kind, name }) => kind === "number" && (name === "ordinal" || name === "day"),
      ) ?? false
    );
  }

  /** A year right behind `at`, with its era or Buddhist count; the day it makes with month and day, else null. */
  private yearBehind(at: number): { year: number; last: number } | null {
    for (const index of [this.find(at, "number", 1), this.find(at, "era", 0)]) {
      if (index < 0) continue;
      const era = this.means(index, "era");
      const number = this.means(era === undefined ? index : index + 1, "number");
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

  private dated(month: number, day: number, last: number): Reading | null {
    const year = this.yearBehind(last);
    const found =
      year === null ? nearestDate(month, day, this.moment.today) : toDay({ year: year.year, month, day });
    return found === null ? null : { from: found, to: found, last: year?.last ?? last, explicit: true };
  }

  private withSuffix(at: number): number {
    const suffix = this.adjacent(at, "daysuf");
    return suffix < 0 ? at : suffix;
  }

  /** 2026-12-05, 2026年12月5日, 5/12, 05.12.2026, 令和8年12月5日. */
  numeric(at: number): Reading | null {
    const era = this.means(at, "era");
    const first = era === undefined ? at : at + 1;
    const a = this.means(first, "number");
    if (a === undefined || (a.name !== "digits" && a.name !== "han")) return null;
    const isYear = this.adjacent(first, "yearsuf") >= 0 || /^[-/.]$/.test(this.gap(first));
    const year = era === undefined ? fullYear(a.value) : a.value + (eraOffsets[era.name] ?? 0);
    if (isYear && year !== null && (era !== undefined || a.value >= 1990)) {
      const monthAt = this.adjacent(first, "yearsuf") >= 0 ? this.find(first + 1, "number", 0) : first + 1;
      const month = this.means(monthAt, "number");
      const suffix = monthAt < 0 ? -1 : this.adjacent(monthAt, "monsuf");
      const dayAt =
        suffix >= 0
          ? this.find(suffix, "number", 0)
          : monthAt >= 0 && /^[-/.]$/.test(this.gap(monthAt))
            ? monthAt + 1
            : -1;
      const day = dayAt < 0 ? null : this.dayNumber(dayAt);
      if (month !== undefined && day !== null) {
        const found = toDay({ year, month: month.value, day });
        return found === null
          ? null
          : { from: found, to: found, last: this.withSuffix(dayAt), explicit: true };
      }
      if (month !== undefined && suffix >= 0 && month.value >= 1 && month.value <= 12) {
        const [from, to] = monthRange(year, month.value);
        return { from, to, last: suffix, explicit: true };
      }
      return null;
    }
    return this.slashed(at);
  }

  private slashed(at: number): Reading | null {
    const a = this.means(at, "number");
    const b = this.means(at + 1, "number");
    const gap = this.gap(at);
    if (a?.name !== "digits" || b?.name !== "digits" || (gap !== "/" && gap !== "." && gap !== "-"))
      return null;
    const token = this.tokens[at];
    const next = this.tokens[at + 1];
    if (token === undefined || next === undefined || /[\w/.:+#-]/.test(this.text.charAt(token.start - 1)))
      return null;
    const c = this.means(at + 2, "number");
    const third =
      c !== undefined && c.name === "digits" && this.gap(at + 1) === gap ? fullYear(c.value) : null;
    const tail = this.text.slice(next.end, next.end + 2);
    if (third === null && (gap === "-" || /^[-/%:\w]/.test(tail) || /^\.\d/.test(tail))) return null;
    if (
      gap === "." &&
      third === null &&
      (this.written(at + 1).length !== 2 || b.value > 12 || /^\s?(kg|г|кг|g|k|м|т)/.test(tail))
    )
      return null;
    const dayFirst = gap === "." || (gap === "-" && third !== null) || !this.moment.monthFirst;
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
        third === null ? nearestDate(month, day, this.moment.today) : toDay({ year: third, month, day });
      if (found !== null)
        return { from: found, to: found, last: third === null ? at + 1 : at + 2, explicit: true };
    }
    return null;
  }

  /** 12月5日, 십이월 오일, 12月上旬, 12月. */
  monthThenDay(at: number): Reading | null {
    const month = this.means(at, "number");
    const suffix = this.adjacent(at, "monsuf");
    if (month === undefined || suffix < 0 || month.value < 1 || month.value > 12) return null;
    const dayAt = this.find(suffix, "number", 1);
    const day = dayAt < 0 ? null : this.dayNumber(dayAt);
    if (
      day !== null &&
      (this.adjacent(dayAt, "daysuf") >= 0 || this.isOrdinal(dayAt) || this.gap(suffix).length <= 1)
    ) {
      if (this.adjacent(dayAt, "monsuf") < 0) return this.dated(month.value, day, this.withSuffix(dayAt));
    }
    return this.monthAlone(month.value, suffix);
  }

  private monthAlone(month: number, last: number): Reading | null {
    const { year } = toCivil(this.moment.today);
    const part = (["early", "mid", "late"] as const).findIndex((kind) => this.find(last, kind, 1) >= 0) + 1;
    const end = part > 0 ? last + 1 : last;
    for (const each of [year, year + 1]) {
      const [from, to] = partOfMonth(each, month, part);
      if (to >= this.moment.today - 150) return { from, to, last: end, explicit: true };
    }
    return null;
  }

  /** 5 December, 5 de diciembre, December 5th, ngày 5 tháng 12, ๕ ธันวาคม; other calendars' months too. */
  namedMonth(at: number): Reading | null {
    const prefix = this.means(at, "daypre") === undefined ? at : this.find(at, "number", 0);
    const day = prefix < 0 ? null : this.dayNumber(prefix);
    if (day !== null) {
      const behind = this.withSuffix(prefix);
      for (const kind of ["mn", "pm", "bm", "monpre"] as const) {
        const monthAt = this.find(behind, kind, 2);
        if (monthAt >= 0) {
          const reading = this.ofMonth(kind, monthAt, day);
          if (reading !== null) return reading;
        }
      }
    }
    for (const kind of ["mn", "bm", "pm"] as const) {
      const month = this.means(at, kind);
      if (month === undefined) continue;
      const dayAt = this.find(at, "number", 1);
      const number = dayAt < 0 ? null : this.dayNumber(dayAt);
      if (number !== null && (kind !== "mn" || this.plainNumber(dayAt))) {
        if (kind === "mn") return this.dated(month.value, number, this.withSuffix(dayAt));
        const found = kind === "bm" ? nearestBikram(month.value, number, this.moment.today) : null;
        if (found !== null) return { from: found, to: found, last: this.withSuffix(dayAt), explicit: true };
      }
      if (kind === "mn" && this.written(at).length > 4) {
        const before =
          (["early", "mid", "late"] as const).findIndex(
            (part) =>
              at > 0 && (this.means(at - 1, part) !== undefined || this.means(at - 2, part) !== undefined),
          ) + 1;
        const alone = this.monthAlone(month.value, at);
        if (alone === null || before === 0) return alone;
        const civil = toCivil(alone.from);
        const [from, to] = partOfMonth(civil.year, civil.month, before);
        return { ...alone, from, to };
      }
    }
    return null;
  }

  /** A number behind a month is a day unless it begins a time of day, an amount or a longer code. */
  private plainNumber(at: number): boolean {
    const token = this.tokens[at];
    return token !== undefined && !/^[:/%]/.test(this.text.slice(token.end, token.end + 1));
  }

  private ofMonth(kind: "mn" | "pm" | "bm" | "monpre", at: number, day: number): Reading | null {
    const { today } = this.moment;
    if (kind === "monpre") {
      const monthAt = this.find(at, "number", 0);
      const month = this.means(monthAt, "number");
      return month !== undefined && month.value <= 12 ? this.dated(month.value, day, monthAt) : null;
    }
    const month = this.means(at, kind)?.value ?? 1;
    if (kind === "mn") return this.dated(month, day, at);
    const year = kind === "pm" ? this.means(at + 1, "number") : undefined;
    const found =
      year !== undefined && year.value >= 1380 && year.value <= 1480
        ? fromPersian({ year: year.value, month, day })
        : kind === "pm"
          ? nearestPersian(month, day, today)
          : nearestBikram(month, day, today);
    return found === null ? null : { from: found, to: found, last: at, explicit: true };
  }

  /** 来月10日, the 10th of next month, 10 числа следующего месяца; 来月, 来月末. */
  relativeMonth(at: number): Reading | null {
    const { today } = this.moment;
    const month = this.means(at, "month");
    if (month !== undefined) {
      const prefix = this.find(at, "daypre", 1);
      const dayAt = this.find(prefix < 0 ? at : prefix, "number", 1);
      const day = dayAt < 0 ? null : this.dayNumber(dayAt);
      const marked =
        dayAt >= 0 && (prefix >= 0 || this.adjacent(dayAt, "daysuf") >= 0 || this.isOrdinal(dayAt));
      if (day !== null && marked && !this.isCount(dayAt)) {
        const found = dayInMonth(month.value, day, today);
        if (found !== null) return { from: found, to: found, last: this.withSuffix(dayAt), explicit: true };
      }
      const civil = toCivil(today);
      const whole = toCivil(monthRange(civil.year, civil.month + month.value)[0]);
      const part =
        (["early", "mid", "late"] as const).findIndex(
          (kind) => this.find(at, kind, 1) >= 0 || (at > 0 && this.means(at - 1, kind) !== undefined),
        ) + 1;
      const [from, to] = partOfMonth(whole.year, whole.month, part);
      return {
        from,
        to,
        last:
          part > 0 && this.find(at, (["early", "mid", "late"] as const)[part - 1] ?? "mid", 1) >= 0
            ? at + 1
            : at,
      };
    }
    const dayAt = this.means(at, "daypre") === undefined ? at : this.find(at, "number", 0);
    const day = dayAt < 0 ? null : this.dayNumber(dayAt);
    if (day === null) return null;
    const monthAt = this.find(this.withSuffix(dayAt), "month", 2);
    if (monthAt < 0 || (dayAt === at && !this.isOrdinal(at) && this.withSuffix(at) === at)) return null;
    const found = dayInMonth(this.means(monthAt, "month")?.value ?? 0, day, today);
    return found === null ? null : { from: found, to: found, last: monthAt, explicit: true };
  }

  private isCount(at: number): boolean {
    const behind = this.withSuffix(at);
    return this.adjacent(behind, "later") >= 0 || this.adjacent(behind, "ago") >= 0;
  }

  /** 来週の火曜, Tuesday next week, 下周二, next Tuesday, thứ sáu tới, this Friday, Friday. */
  weekday(at: number): Reading | null {
    const { today } = this.moment;
    const week = this.means(at, "week");
    if (week !== undefined) {
      const dayAt = this.find(at, "wd", 2);
      const monday = mondayOf(today, week.value);
      if (dayAt >= 0) return day(monday + (this.means(dayAt, "wd")?.value ?? 0), dayAt);
      const han = this.means(at + 1, "number");
      if (
        han?.name === "han" &&
        this.gap(at) === "" &&
        han.value >= 1 &&
        han.value <= 6 &&
        /[周期拜週]$/.test(this.written(at))
      ) {
        return day(monday + han.value - 1, at + 1);
      }
      if (/[周期拜週]$/.test(this.written(at)) && /^[日天]/.test(this.text.slice(this.tokens[at]?.end ?? 0)))
        return day(monday + 6, at);
      const weekendAt = this.find(at, "weekend", 1);
      if (weekendAt >= 0) return { from: monday + 5, to: monday + 6, last: weekendAt };
      return { from: monday, to: monday + 6, last: at };
    }
    for (const kind of ["next", "this", "last"] as const) {
      if (this.means(at, kind) === undefined) continue;
      const dayAt = this.find(at, "wd", 1);
      if (dayAt >= 0)
        return day(this.turned(this.means(dayAt, "wd")?.value ?? 0, kind, this.written(at)), dayAt);
      const weekendAt = this.find(at, "weekend", 1);
      if (weekendAt >= 0) {
        const saturday = mondayOf(today, kind === "next" ? 1 : kind === "last" ? -1 : 0) + 5;
        return { from: saturday, to: saturday + 1, last: weekendAt };
      }
    }
    if (this.means(at, "weekend") !== undefined) {
      const saturday = mondayOf(today, 0) + 5;
      return { from: Math.max(saturday, today), to: saturday + 1, last: at };
    }
    return this.bareWeekday(at);
  }

  private bareWeekday(at: number): Reading | null {
    const { today } = this.moment;
    const weekday = this.means(at, "wd");
    if (weekday === undefined) return null;
    const weekAt = this.find(at, "week", 2);
    if (weekAt >= 0)
      return day(mondayOf(today, this.means(weekAt, "week")?.value ?? 0) + weekday.value, weekAt);
    for (const kind of ["next", "this", "last"] as const) {
      const relAt = this.find(at, kind, 0);
      if (relAt >= 0) return day(this.turned(weekday.value, kind, `~${this.written(relAt)}`), relAt);
    }
    const token = this.tokens[at];
    const bracketed =
      token !== undefined && /[(（]\s*$/.test(this.text.slice(Math.max(0, token.start - 2), token.start));
    const lead = token === undefined ? "" : this.text.slice(Math.max(0, token.start - 7), token.start);
    if (
      ABBREVIATED.test(this.written(at)) &&
      !bracketed &&
      !/(^|\s)(on|by|until|na|nesta|essa|sa|ngayong|в|во|к)\s$/.test(lead)
    )
      return null;
    const ahead = (weekday.value - weekdayOf(today) + 7) % 7;
    return { ...day(today + ahead, at), before: today + ahead - 7 };
  }

  /** English "next Tuesday" is next week's; elsewhere, and with "coming", the word means the one that comes first. */
  private turned(weekday: number, kind: "next" | "this" | "last", word: string): number {
    const { today } = this.moment;
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
  counted(at: number): Reading | null {
    const opener = this.means(at, "in") ?? this.means(at, "ago");
    const numberAt = opener === undefined ? at : this.find(at, "number", 1);
    const number = this.means(numberAt, "number");
    if (number === undefined || number.value > 400) return null;
    const unitAt = this.adjacent(numberAt, "unit");
    const unit = this.means(unitAt, "unit");
    if (unit === undefined) return null;
    const laterAt = this.find(unitAt, "later", 1);
    const agoAt = this.find(unitAt, "ago", 1);
    const isLater = laterAt >= 0 || this.means(at, "in") !== undefined;
    const isAgo = agoAt >= 0 || this.means(at, "ago") !== undefined;
    if (!isLater && !isAgo) return null;
    const last = isLater && laterAt >= 0 ? laterAt : !isLater && agoAt >= 0 ? agoAt : unitAt;
    const within =
      isLater &&
      /以内|内|이내|안|within|ภายใน|vong|loob/.test(
        this.written(last) + (opener === undefined ? "" : this.written(at)),
      );
    return this.moved(unit.name, number.value * (isLater ? 1 : -1), last, within);
  }

  private moved(unit: string, count: number, last: number, within: boolean): Reading {
    const { today, hour } = this.moment;
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
  dayOfMonth(at: number): Reading | null {
    const { today } = this.moment;
    const prefixed = this.means(at, "daypre") !== undefined;
    const numberAt = prefixed ? this.find(at, "number", 0) : at;
    const value = numberAt < 0 ? null : this.dayNumber(numberAt);
    if (value === null) return null;
    const suffix = this.adjacent(numberAt, "daysuf");
    const isOrdinal = this.isOrdinal(numberAt);
    const token = this.tokens[suffix < 0 ? numberAt : suffix];
    if (token === undefined || !this.mayEnd(token, numberAt)) return null;
    const named =
      this.tokens[numberAt]?.meanings.some(({ kind, name }) => kind === "number" && name === "day") ?? false;
    const spelled = this.means(numberAt, "number")?.name === "ordinal";
    if (suffix < 0 && !prefixed && !(named && value !== 5)) return null;
    if (
      suffix < 0 &&
      prefixed &&
      /^(the|on the)$/.test(this.written(at)) &&
      (!isOrdinal || (spelled && value < 4 && !/\d/.test(this.written(numberAt))))
    )
      return null;
    if (suffix < 0 && prefixed && this.adjacent(numberAt, "unit") >= 0) return null;
    const last = suffix < 0 ? numberAt : suffix;
    const weekdayAt = this.find(last, "wd", 1);
    const weekday = weekdayAt < 0 ? null : (this.means(weekdayAt, "wd")?.value ?? null);
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
  private mayEnd(token: Token, numberAt: number): boolean {
    const tail = this.text.slice(token.end, token.end + 3);
    const number = this.tokens[numberAt];
    if (number === undefined || /[\w#№-]/.test(this.text.charAt(number.start - 1))) return false;
    if (/^\s?(동안|간|kg|kilo|gram|man\b|:|%|h\b|:)/.test(tail)) return false;
    return !/^(間|以上|分|本|常|市|町|月|室|倉|楼|码|棟|車|线|線|库|庫|房|目|给|ほど|店|墙|机|館|馆|바|후|뒤|전|に?[一二三123]回)/.test(
      tail,
    );
  }

  /** 今夜, tomorrow, 月末, 数日中, next year. */
  single(at: number): Reading | null {
    const { today } = this.moment;
    const civil = toCivil(today);
    const offset = this.means(at, "day");
    if (offset !== undefined) return day(today + offset.value, at);
    if (this.means(at, "just") !== undefined) return { ...day(today, at), just: true };
    if (this.means(at, "soon") !== undefined) return { from: today + 2, to: today + 5, last: at };
    if (this.means(at, "end_of_month") !== undefined) {
      const monthAt = this.means(at - 1, "month")?.value ?? 0;
      const [, to] = monthRange(civil.year, civil.month + monthAt);
      return { from: to - 4, to, last: at };
    }
    if (this.means(at, "end_of_year") !== undefined) {
      const to = Date.UTC(civil.year, 11, 31) / 86_400_000;
      return { from: to - 7, to, last: at };
    }
    const year = this.means(at, "year");
    if (year === undefined) return null;
    return {
      from: Date.UTC(civil.year + year.value, 0, 1) / 86_400_000,
      to: Date.UTC(civil.year + year.value, 11, 31) / 86_400_000,
      last: at,
    };
  }

  /** Whether a word of habit stands right before the tokens `[at, last]` or right behind them. */
  isHabit(at: number, last: number): boolean {
    const near = (index: number, step: number): boolean => {
      for (let hop = 0; hop < 2; hop += 1) {
        const left = step < 0 ? index - 1 : index;
        if (!this.linked(left)) return false;
        index += step;
        if (this.means(index, "habit") !== undefined) return true;
        if (this.means(index, "glue") === undefined) return false;
      }
      return false;
    };
    return near(at, -1) || near(last, 1);
  }
}

function day(at: number, last: number): Reading {
  return { from: at, to: at, last };
}

const methods = [
  "numeric",
  "monthThenDay",
  "namedMonth",
  "relativeMonth",
  "counted",
  "weekday",
  "dayOfMonth",
  "single",
] as const;

/** 25時 on a day is one o'clock of the next: Japanese timetables and night people count on past midnight. */
function from24(tail: string): number {
  const hour = /^[\sの、,夜深]{0,4}(2[4-9]|30)\s?(?:時|:\d\d|시)/.exec(tail)?.[1];
  return hour === undefined ? 0 : 1;
}

/** Every time named by `tokens`, in order; readings never overlap. */
export function readTimes(text: string, tokens: readonly Token[], moment: Moment): RawMention[] {
  const reader = new Reader(text, tokens, moment);
  const mentions: RawMention[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    let reading: Reading | null = null;
    for (const method of methods) {
      reading = reader[method](at);
      if (reading !== null) break;
    }
    const first = tokens[at];
    const last = reading === null ? undefined : tokens[reading.last];
    if (reading === null || first === undefined || last === undefined) continue;
    const shift = from24(text.slice(last.end, last.end + 12));
    const from = reading.from + shift;
    const to = reading.to + shift;
    const kind = reader.isHabit(at, reading.last) ? "habit" : from === to ? "date" : "range";
    mentions.push({
      start: first.start,
      end: last.end,
      from,
      to,
      kind,
      explicit: reading.explicit ?? false,
      before: reading.before ?? null,
      just: reading.just ?? false,
    });
    at = reading.last;
  }
  return mentions;
}
