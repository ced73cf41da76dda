import type { Moment } from "./mention.ts";
import { as, type Kind, type Meaning, type Token } from "./tokens.ts";

/** The words of time of one text, and how they stand to each other. Positions are indexes of tokens. */
export class Cursor {
  constructor(text: string, tokens: readonly Token[], moment: Moment) {
    this.text = text;
    this.tokens = tokens;
    this.moment = moment;
  }
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly moment: Moment;

  written(at: number): string {
    const token = this.tokens[at];
    return token === undefined ? "" : this.text.slice(token.start, token.end);
  }

  gap(at: number): string {
    const token = this.tokens[at];
    const next = this.tokens[at + 1];
    return token === undefined || next === undefined ? "?" : this.text.slice(token.end, next.start);
  }

  /** Whether only blanks, brackets or commas part two tokens. */
  linked(at: number): boolean {
    const gap = this.gap(at);
    return gap.length <= 3 && !/[^\s(),.·・「」\-~〜]/.test(gap);
  }

  means(at: number, kind: Kind): Meaning | undefined {
    return as(this.tokens[at], kind);
  }

  /** The next token of `kind` behind `at`, over at most `over` little words; -1 when there is none. */
  find(at: number, kind: Kind, over = 2): number {
    for (let index = at; index <= at + over; index += 1) {
      if (!this.linked(index)) return -1;
      if (this.means(index + 1, kind) !== undefined) return index + 1;
      if (this.means(index + 1, "glue") === undefined) return -1;
    }
    return -1;
  }

  adjacent(at: number, kind: Kind): number {
    const next = this.tokens[at + 1];
    if (next === undefined || !/^[\s-]?$/.test(this.gap(at))) return -1;
    return this.means(at + 1, kind) === undefined ? -1 : at + 1;
  }

  /** A day of a month: 1-31, and not a bare small word where it would be one by chance. */
  dayNumber(at: number): number | null {
    const number = this.means(at, "number");
    return number !== undefined && number.value >= 1 && number.value <= 31 ? number.value : null;
  }

  isOrdinal(at: number): boolean {
    return (
      this.tokens[at]?.meanings.some(
        ({ kind, name }) => kind === "number" && (name === "ordinal" || name === "day"),
      ) ?? false
    );
  }

  withSuffix(at: number): number {
    const suffix = this.adjacent(at, "daysuf");
    return suffix < 0 ? at : suffix;
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

  isCount(at: number): boolean {
    const behind = this.withSuffix(at);
    return this.adjacent(behind, "later") >= 0 || this.adjacent(behind, "ago") >= 0;
  }

  /** A number behind a month is a day unless it begins a time of day, an amount or a longer code. */
  plainNumber(at: number): boolean {
    const token = this.tokens[at];
    return token !== undefined && !/^[:/%]/.test(this.text.slice(token.end, token.end + 1));
  }
}
