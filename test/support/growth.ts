/**
 * How much more processor time `run` takes for four times the text: 4 when it is linear, 16 when it is quadratic.
 * Counted in processor time, least of several runs, so that a busy machine does not change the answer.
 * @param piece repeated to 5,000 and to 20,000 characters
 */
export function growthOf(run: (text: string) => unknown, piece: string): number {
  const small = leastTime(run, fill(piece, 5_000));
  const large = leastTime(run, fill(piece, 20_000));
  // Below this, what is measured is the clock.
  return large / Math.max(small, 1_000);
}

/** More than any linear reader shows, and less than a quadratic one. */
export const MOST_GROWTH = 10;

const fill = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Microseconds of this process. */
function leastTime(run: (text: string) => unknown, text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 5; turn++) {
    const before = process.cpuUsage();
    run(text);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}
