import { type Cell, Gap } from "../text/code-cells.ts";
import { type Fill, fillSlots, softDigitsHold } from "./slots.ts";

/** `attached`: it stands right behind letters, so they must be its name. */
export type DigitRun = Fill & { readonly attached: boolean };

/**
 * Every way to read exactly `length` digits as one number that starts and ends at the edge of a written group.
 * @param spacing the widest gap allowed inside, from `Gap`
 */
export function digitRuns(cells: readonly Cell[], length: number, spacing: Gap): DigitRun[] {
  const slots = "D".repeat(length);
  const runs: DigitRun[] = [];
  for (let i = 0; i + length <= cells.length; i++) {
    const cell = cells[i];
    if (!cell?.digit || (cell.softDigit && cell.gap !== Gap.none)) continue;
    const attached = behindLetter(cells, i);
    const fill = fillSlots(cells, i, slots, attached);
    if (!fill || !softDigitsHold(cells, i, fill.next)) continue;
    let wide = false;
    for (let k = i + 1; k < fill.next; k++) wide ||= (cells[k]?.gap ?? 0) > spacing;
    if (!wide) runs.push({ ...fill, attached });
  }
  return runs;
}

/** IMO9074729: a typed number may stand right behind its own name. */
export function behindLetter(cells: readonly Cell[], i: number): boolean {
  const before = cells[i - 1];
  const cell = cells[i];
  return before?.softDigit === true && cell?.gap === Gap.none && !cell.spoken && !cell.softDigit;
}
