import type { Cell } from "../text/code-cells.ts";
import { type Fill, fillSlots, softDigitsHold } from "./slots.ts";

/**
 * Every way to read exactly `length` digits as one number that starts and ends at the edge of a written group.
 * @param spacing the widest gap allowed inside, from `Gap`
 */
export function digitRuns(cells: readonly Cell[], length: number, spacing: number): Fill[] {
  const slots = "D".repeat(length);
  const runs: Fill[] = [];
  for (let i = 0; i + length <= cells.length; i++) {
    const cell = cells[i];
    if (!cell?.digit || (cell.softDigit && cell.gap !== 0)) continue;
    const fill = fillSlots(cells, i, slots);
    if (!fill || !softDigitsHold(cells, i, fill.next)) continue;
    let wide = false;
    for (let k = i + 1; k < fill.next; k++) wide ||= (cells[k]?.gap ?? 0) > spacing;
    if (!wide) runs.push(fill);
  }
  return runs;
}

/** True when a digit stands right before the run, or right behind it, in the same written or spoken number. */
export function runsOn(cells: readonly Cell[], from: number, next: number): boolean {
  const before = cells[from - 1];
  const first = cells[from];
  const after = cells[next];
  const last = cells[next - 1];
  const joins = (a: Cell | undefined, b: Cell | undefined) =>
    a !== undefined &&
    b !== undefined &&
    a.digit !== "" &&
    b.digit !== "" &&
    !a.softDigit &&
    !b.softDigit &&
    b.gap <= 2 &&
    a.spoken === b.spoken &&
    !b.weak &&
    !(b.gap === 1 && !b.spoken);
  return joins(before, first) || joins(last, after);
}
