/** The form identifiers are looked for in: one cell for each letter or digit of a code, however it was written or said. */
import type { Meaning } from "./spoken/lexicon.ts";

/** What stands between a cell and the one before it, from nothing to words that end any code. */
export const Gap = { none: 0, space: 1, dash: 2, dot: 3, bracket: 4, loose: 5, barrier: 6 } as const;
export type Gap = (typeof Gap)[keyof typeof Gap];

/** One letter or digit of a possible code; offsets are UTF-16 units of the normalised text. */
export type Cell = {
  /** What it is in a digit slot, or "". */
  digit: string;
  /** What it is in a letter slot (A-Z), or "". */
  letter: string;
  /** Read as a digit only by likeness: the letter O or I. */
  softDigit: boolean;
  /** Read as a letter only by likeness: the digit 0 or 1. */
  softLetter: boolean;
  start: number;
  end: number;
  gap: Gap;
  /** A plus sign stands before it. */
  plus: boolean;
  /** Said as a word, not typed as a character. */
  spoken: boolean;
  /** An everyday word too. */
  weak: boolean;
  /** May just as well be a filler (えー) and be left out. */
  optional: boolean;
  /** Typed as a capital. */
  upper: boolean;
};

const MOST_LOOSE = 4;

/** Collects cells; composes number words (three hundred and thirty) into their digits on the way. */
export class CellBuilder {
  readonly cells: Cell[] = [];
  private gap: Gap = Gap.barrier;
  private looseCount = 0;
  private plus = false;
  private repeat = 1;
  private repeatStart = -1;
  // The number being composed: finished parts, the open digit, the size of the last finished part.
  private sum = 0;
  private open = -1;
  private magnitude = 0;
  private first: { start: number; gap: Gap; plus: boolean } | undefined;
  private last = 0;
  private single: Meaning | undefined;
  private readonly portuguese: boolean;

  /** @param portuguese the words are Portuguese, so that `um` is the digit 1 and not a filler */
  constructor(portuguese: boolean) {
    this.portuguese = portuguese;
  }

  /** True while a number such as "thirty" may still grow. */
  get composing(): boolean {
    return this.sum > 0 && this.open < 0;
  }

  /** Notes what stands between cells. */
  separate(gap: Gap): void {
    if (gap === Gap.loose && ++this.looseCount > MOST_LOOSE) this.break();
    else if (gap > this.gap) this.gap = gap;
  }

  plusSign(): void {
    this.flush();
    this.plus = true;
  }

  /** Ends whatever code was being read. */
  break(): void {
    this.flush();
    this.gap = Gap.barrier;
    this.plus = false;
    this.repeat = 1;
  }

  /** One typed ASCII letter or digit. */
  character(c: string, start: number, end: number, upper: boolean): void {
    this.flush();
    const isDigit = c >= "0" && c <= "9";
    this.push({
      digit: isDigit ? c : c === "O" ? "0" : c === "I" || (c === "L" && !upper) ? "1" : "",
      letter: isDigit ? (c === "0" ? "O" : c === "1" ? "I" : "") : c,
      softDigit: !isDigit,
      softLetter: isDigit,
      start,
      end,
      spoken: false,
      weak: false,
      optional: false,
      upper,
    });
  }

  /** One word that means something inside a code. `nextIsDigit` tells whether a digit word follows. */
  word(meaning: Meaning, start: number, end: number, nextIsDigit: boolean): void {
    const open = this.open >= 0;
    if (meaning.and && this.composing && nextIsDigit) return;
    if (meaning.teen && this.open > 0 && this.sum === 0) this.teen(end);
    else if (meaning.scale > 0 && (open || !meaning.letter)) this.scale(meaning.scale, start, end);
    else if (meaning.value > 0 && (!meaning.letter || this.sum > 0 || nextIsDigit))
      this.value(meaning.value, start, end);
    else if (meaning.digit && (this.portuguese || !meaning.filler)) this.digit(meaning, start, end);
    else if (meaning.repeat > 0) {
      this.flush();
      this.repeat = meaning.repeat;
      this.repeatStart = start;
    } else if (meaning.mark) this.mark(meaning.mark);
    else if (meaning.letter) {
      this.flush();
      this.push(spokenCell(meaning, start, end));
    } else if (meaning.filler) this.separate(Gap.loose);
    else this.break();
  }

  private teen(end: number): void {
    this.sum = 10 + this.open;
    this.open = -1;
    this.single = undefined;
    this.magnitude = 1;
    this.last = end;
  }

  finish(): Cell[] {
    this.flush();
    return this.cells;
  }

  private mark(mark: string): void {
    if (mark === "+") this.plusSign();
    else if (mark === "-") this.separate(Gap.dash);
    else if (mark === ".") this.separate(Gap.dot);
    else this.break();
  }

  private begin(start: number): void {
    this.first ??= { start, gap: this.gap, plus: this.plus };
    this.gap = Gap.none;
    this.looseCount = 0;
    this.plus = false;
  }

  private digit(meaning: Meaning, start: number, end: number): void {
    const value = Number(meaning.digit);
    const fits =
      this.sum > 0 && this.open < 0 && this.magnitude >= 10 && this.repeat === 1 && this.gap <= Gap.space;
    // 三百零五: the zero only holds the place of the tens.
    if (fits && value === 0 && this.magnitude >= 100 && meaning.digitLangs.includes("zh-Hans")) {
      this.last = end;
      return;
    }
    if (!fits || value === 0) this.flush();
    this.begin(start);
    this.open = value;
    this.single = this.sum === 0 ? meaning : undefined;
    this.last = end;
    if (value === 0 || this.repeat > 1) this.flush();
  }

  private value(value: number, start: number, end: number): void {
    const fits = this.sum > 0 && this.open < 0 && this.magnitude > value && this.gap <= Gap.space;
    if (!fits) this.flush();
    this.begin(start);
    this.sum += value;
    this.magnitude = value % 100 === 0 ? 100 : value % 10 === 0 ? 10 : 1;
    this.last = end;
  }

  private scale(scale: number, start: number, end: number): void {
    const joined = this.gap <= Gap.space;
    if (this.open > 0 && joined && (this.sum === 0 || this.magnitude > scale)) {
      this.sum += this.open * scale;
    } else if (this.open < 0 && this.sum > 0 && joined && this.magnitude > scale) {
      this.sum += scale;
    } else if (
      joined &&
      this.first &&
      this.sum + Math.max(0, this.open) > 0 &&
      this.sum + Math.max(0, this.open) < scale
    ) {
      this.sum = (this.sum + Math.max(0, this.open)) * scale;
    } else {
      this.flush();
      this.begin(start);
      this.sum = scale;
    }
    this.begin(start);
    this.open = -1;
    this.single = undefined;
    this.magnitude = scale;
    this.last = end;
  }

  private flush(): void {
    const first = this.first;
    if (!first) return;
    const between = this.gap;
    const plus = this.plus;
    this.gap = first.gap;
    this.plus = first.plus;
    this.first = undefined;
    if (this.single) {
      const start = this.repeat > 1 ? this.repeatStart : first.start;
      for (let i = 0; i < this.repeat; i++) this.push(spokenCell(this.single, start, this.last));
      this.repeat = 1;
    } else {
      for (const digit of String(this.sum + Math.max(0, this.open))) {
        this.push({ ...BLANK, digit, start: first.start, end: this.last });
      }
    }
    this.sum = 0;
    this.open = -1;
    this.magnitude = 0;
    this.single = undefined;
    this.gap = between;
    this.plus = plus;
  }

  private push(cell: Omit<Cell, "gap" | "plus">): void {
    this.cells.push({ ...cell, gap: this.gap, plus: this.plus });
    this.gap = Gap.none;
    this.looseCount = 0;
    this.plus = false;
  }
}

const BLANK: Omit<Cell, "gap" | "plus"> = {
  digit: "",
  letter: "",
  softDigit: false,
  softLetter: false,
  start: 0,
  end: 0,
  spoken: true,
  weak: false,
  optional: false,
  upper: false,
};

function spokenCell(meaning: Meaning, start: number, end: number): Omit<Cell, "gap" | "plus"> {
  const { digit, letter } = meaning;
  return {
    ...BLANK,
    digit: digit || (letter === "O" ? "0" : ""),
    letter,
    softDigit: !digit,
    start,
    end,
    weak: meaning.weak,
    optional: meaning.filler && letter !== "" && digit === "",
  };
}
