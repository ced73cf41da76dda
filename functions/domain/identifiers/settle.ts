import type { Claim } from "./claim.ts";

/**
 * Decides between overlapping claims: the surer one wins, then the longer, then the earlier. A loser is dropped whole,
 * so that the digits of a container are no telephone number.
 * @returns the winners in order of appearance
 */
export function settleClaims(claims: readonly Claim[]): Claim[] {
  const order = [...claims].sort(
    (a, b) => b.weight - a.weight || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const taken: Claim[] = [];
  for (const claim of order) {
    const at = firstEndingAfter(taken, claim.start);
    const rival = taken[at];
    if (rival && rival.start < claim.end) continue;
    taken.splice(at, 0, claim);
  }
  return taken;
}

/** Index of the first of the sorted, disjoint `taken` that ends after `start`. */
function firstEndingAfter(taken: readonly Claim[], start: number): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}
