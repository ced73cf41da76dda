import { type Cell, Gap } from "../text/code-cells.ts";

/** A stretch of cells that fills a pattern. `next` is the index of the cell behind it. */
export type Fill = {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly next: number;
  /** Slots filled by likeness only (O for 0). */
  readonly soft: number;
  readonly spoken: boolean;
  /** Every letter typed as a capital, or said. */
  readonly formal: boolean;
  /** No blank or mark inside. */
  readonly joined: boolean;
  /** No blank or mark between two letters. */
  readonly lettersJoined: boolean;
};

/** True when a code may begin at `i`: not in the middle of a typed run or of one composed number. */
export function opensAt(cells: readonly Cell[], i: number): boolean {
  const cell = cells[i];
  const before = cells[i - 1];
  if (!cell || !before || cell.gap !== Gap.none) return cell !== undefined;
  if (before.start === cell.start) return false;
  return cell.spoken || before.spoken;
}

/** True when a code may end before cell `i`. */
export function closesAt(cells: readonly Cell[], i: number): boolean {
  return i >= cells.length || opensAt(cells, i);
}

/** Why nothing was filled: a cell did not fit; `skipped` when leaving out a possible filler may be to blame. */
type Failure = "misfit" | "skipped";

function fill(cells: readonly Cell[], from: number, slots: string, skipOptional: boolean): Fill | Failure {
  const first = cells[from];
  if (!first) return "misfit";
  let value = "";
  let soft = 0;
  let spoken = false;
  let formal = true;
  let joined = true;
  let lettersJoined = true;
  let failure: Failure = "misfit";
  let last = first;
  let i = from;
  for (let k = 0; k < slots.length; k++) {
    let cell = cells[i];
    while (cell?.optional && skipOptional && i > from && cell.gap < Gap.barrier) {
      failure = "skipped";
      cell = cells[++i];
    }
    if (!cell || (i > from && cell.gap === Gap.barrier)) return failure;
    const digit = slots[k] === "D";
    const c = digit ? cell.digit : cell.letter;
    if (c === "") return failure;
    if (digit ? cell.softDigit : cell.softLetter) soft++;
    if (!digit && (cell.weak || !(cell.spoken || cell.upper))) formal = false;
    if (cell.spoken) spoken = true;
    if (i > from && cell.gap !== Gap.none) {
      joined = false;
      if (!digit && slots[k - 1] === "L") lettersJoined = false;
    }
    value += c;
    last = cell;
    i++;
  }
  if (!closesAt(cells, i)) return failure;
  return { value, start: first.start, end: last.end, next: i, soft, spoken, formal, joined, lettersJoined };
}

/**
 * Fills `slots` (`L` letter, `D` digit) from cell `from` on.
 * @param open the code may begin here even in the middle of a typed run
 * @returns the fill, or undefined when a cell does not fit or a barrier stands between
 */
export function fillSlots(
  cells: readonly Cell[],
  from: number,
  slots: string,
  open = false,
): Fill | undefined {
  if (!open && !opensAt(cells, from)) return undefined;
  let filled = fill(cells, from, slots, true);
  if (filled === "skipped") filled = fill(cells, from, slots, false);
  return typeof filled === "string" ? undefined : filled;
}

/** Digits alone may be read by likeness only inside a typed run that also holds true digits. */
export function softDigitsHold(cells: readonly Cell[], from: number, next: number): boolean {
  for (let i = from; i < next; i++) {
    const cell = cells[i];
    if (!cell?.softDigit || cell.spoken) continue;
    const before = i > from && cell.gap === Gap.none && cells[i - 1]?.softDigit === false;
    const after = i + 1 < next && cells[i + 1]?.gap === Gap.none && cells[i + 1]?.softDigit === false;
    if (!before && !after) return false;
  }
  return true;
}
