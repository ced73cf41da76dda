/** The codes one slip away from a code whose check digit fails. */

export type Slip = {
  /** The code was said, so sounds are mixed up before keys are. */
  readonly spoken: boolean;
  /** What may stand at a position, e.g. all digits. */
  alphabetAt(position: number): string;
  passes(candidate: string): boolean;
};

export const DIGITS = "0123456789";
export const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/**
 * Pairs that are misheard in at least one of our languages: いち/しち/はち, five/nine, seis/siete, 일/이/칠, 오/공,
 * семь/восемь, sáu/bảy, tiga/lima, meia/três; and the letter sets that rhyme.
 */
const MISHEARD_DIGITS = "17 47 18 78 59 67 12 13 05 34 56 49 68 36 19 29 35 37 69 89";
const MISHEARD_LETTERS =
  "BD BE BG BP BT BV BC DE DG DT DP DV EG EP ET EV EC GP GT GV GJ PT PV TV CT CZ CS VZ MN FS SX FX IY AK AJ AH JK HK QU UW QW LR AE EI IR";
/** Pairs that look alike when written or copied. */
const LOOKALIKES = "08 06 09 17 38 56 27 49 68 69 89 35 58 OQ DO CG EF IJ IL MN UV VY PR BR BP KX VW HN ST";
const KEYBOARD = ["1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"];
const KEYPAD = ["147", "258", "369", "0258"];

function pairs(list: string): Set<string> {
  const set = new Set<string>();
  for (const pair of list.split(" ")) {
    set.add(pair);
    set.add([...pair].reverse().join(""));
  }
  return set;
}

function adjacent(rows: readonly string[]): Set<string> {
  const list: string[] = [];
  for (const row of rows) for (let i = 1; i < row.length; i++) list.push(`${row[i - 1]}${row[i]}`);
  return pairs(list.join(" "));
}

const misheard = pairs(`${MISHEARD_DIGITS} ${MISHEARD_LETTERS}`);
const lookalike = pairs(LOOKALIKES);
const keys = adjacent([...KEYBOARD, ...KEYPAD]);

function cost(from: string, to: string, spoken: boolean): number {
  const pair = from + to;
  const heard = misheard.has(pair) ? (spoken ? 1 : 3) : 9;
  const seen = lookalike.has(pair) ? (spoken ? 3 : 1) : 9;
  const struck = keys.has(pair) ? (spoken ? 5 : 2) : 9;
  return Math.min(heard, seen, struck, 6) + (to >= "A" ? 0.5 : 0);
}

const SWAP = 1.5;

/**
 * Lists the codes that differ from `code` in one character, or in two swapped neighbours, and pass their check:
 * spoken confusions, lookalikes and keyboard neighbours first.
 * @param code normalised, e.g. `CSQU3054384`
 * @param most how many to keep
 * @example neighbours("5306176", …) contains "5309176"
 */
export function neighbours(code: string, slip: Slip, most = 30): string[] {
  const found = new Map<string, number>();
  const offer = (candidate: string, price: number) => {
    if (candidate === code || (found.get(candidate) ?? Number.POSITIVE_INFINITY) <= price) return;
    if (slip.passes(candidate)) found.set(candidate, price);
  };
  for (let i = 0; i < code.length; i++) {
    const original = code[i] ?? "";
    const alphabet = slip.alphabetAt(i);
    for (const other of alphabet) {
      if (other !== original)
        offer(code.slice(0, i) + other + code.slice(i + 1), cost(original, other, slip.spoken));
    }
    const next = code[i + 1];
    if (
      next !== undefined &&
      next !== original &&
      alphabet.includes(next) &&
      slip.alphabetAt(i + 1).includes(original)
    ) {
      offer(code.slice(0, i) + next + original + code.slice(i + 2), SWAP);
    }
  }
  return [...found]
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([candidate]) => candidate);
}
