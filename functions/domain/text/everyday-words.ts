import { type Cell, Gap } from "./code-cells.ts";

/** Everyday words alone (に, de, bay) spell nothing unless this many of them stand in a row. */
const WEAK_ROW = 4;

/** Said, or typed alone among said ones (ce es ki U tiga). */
function isSaid(cells: readonly Cell[], i: number): boolean {
  const cell = cells[i];
  if (!cell || cell.spoken) return cell !== undefined;
  return !cell.softLetter && cell.gap !== Gap.none && cells[i + 1]?.gap !== Gap.none;
}

/** Drops runs of everyday words that no unmistakable code word stands with; a barrier takes their place. */
export function withoutEverydayWords(cells: readonly Cell[]): Cell[] {
  const kept: Cell[] = [];
  let gap: Gap = Gap.none;
  for (let i = 0; i < cells.length; ) {
    let end = i;
    let strong = false;
    let weak = false;
    while (isSaid(cells, end) && (end === i || cells[end]?.gap !== Gap.barrier)) {
      const cell = cells[end];
      const everyday = cell !== undefined && (cell.weak || cell.optional);
      strong ||= cell?.spoken === true && !everyday;
      weak ||= everyday;
      end++;
    }
    const drops = weak && !strong && end - i < WEAK_ROW;
    for (const stop = Math.max(end, i + 1); i < stop; i++) {
      const cell = cells[i];
      if (!cell) continue;
      if (drops && (cell.weak || cell.optional)) {
        gap = Math.max(gap, cell.optional ? Math.max(cell.gap, Gap.loose) : Gap.barrier) as Gap;
        continue;
      }
      kept.push(gap > cell.gap ? { ...cell, gap } : cell);
      gap = Gap.none;
    }
  }
  return kept;
}
