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

function fill(cells: readonly Cell[], from: number, slots: string, skipOptional: boolean): Fill | undefined {
  let value = "";
  let soft = 0;
  let spoken = false;
  let formal = true;
  let joined = true;
  let i = from;
  const first = cells[from];
  let last = first;
  if (!first) return undefined;
  for (const slot of slots) {
    let cell = cells[i];
    while (cell && skipOptional && cell.optional && i > from && cell.gap < Gap.barrier) cell = cells[++i];
    if (!cell || (i > from && cell.gap === Gap.barrier)) return undefined;
    const c = slot === "D" ? cell.digit : cell.letter;
    if (c === "") return undefined;
    if (slot === "D" ? cell.softDigit : cell.softLetter) soft++;
    if (slot === "L" && !cell.spoken && !cell.upper) formal = false;
    if (cell.weak) formal = false;
    if (cell.spoken) spoken = true;
    if (i > from && cell.gap !== Gap.none) joined = false;
    value += c;
    last = cell;
    i++;
  }
  return { value, start: first.start, end: last?.end ?? first.end, next: i, soft, spoken, formal, joined };
}

/**
 * Fills `slots` (`L` letter, `D` digit) from cell `from` on.
 * @returns the fill, or undefined when a cell does not fit or a barrier stands between
 */
export function fillSlots(cells: readonly Cell[], from: number, slots: string): Fill | undefined {
  if (!opensAt(cells, from)) return undefined;
  const plain = fill(cells, from, slots, true);
  if (plain && closesAt(cells, plain.next)) return plain;
  const literal = fill(cells, from, slots, false);
  return literal && closesAt(cells, literal.next) ? literal : undefined;
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
