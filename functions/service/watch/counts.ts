/** How often each key came within the last stretch of time; bounded, in memory, and forgotten by itself. */
export interface RecentCounts {
  /** Notes one more and answers how many there are now, this one among them. */
  add(key: string, atMs: number): number;
  /** How many of these keys together came lately. */
  of(keys: readonly string[], atMs: number): number;
}

/** A key that comes more often than this counts no further. */
const mostEach = 1_000;
/** The keys that came longest ago go first. */
const mostKeys = 50_000;

export function createRecentCounts(windowMs: number): RecentCounts {
  const times = new Map<string, number[]>();
  const recent = (key: string, atMs: number) => (times.get(key) ?? []).filter((at) => at > atMs - windowMs);
  return {
    add(key, atMs) {
      const now = [...recent(key, atMs).slice(-mostEach + 1), atMs];
      // Taken out and put in again: the map stands in the order of the last time.
      times.delete(key);
      times.set(key, now);
      for (const [oldest, at] of times) {
        if (times.size <= mostKeys && (at.at(-1) ?? 0) > atMs - windowMs) break;
        times.delete(oldest);
      }
      return now.length;
    },
    of: (keys, atMs) => [...new Set(keys)].reduce((sum, key) => sum + recent(key, atMs).length, 0),
  };
}
