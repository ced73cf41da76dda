/** Counts attempts in fixed windows, in memory, by an opaque key. Pure but for the map it keeps. */
export interface AttemptLimit {
  /** Attempts allowed in one window. */
  most: number;
  windowMs: number;
}

export interface AttemptCounter {
  /** Counts one attempt at `nowMs`. Returns 0 when allowed, else the seconds until the window ends. */
  attempt(key: string, nowMs: number): number;
  /** Counts nothing. Returns 0 while the next attempt would be allowed, else the seconds until the window ends. */
  wait(key: string, nowMs: number): number;
}

/** `maxKeys` bounds the memory: when it is reached the oldest keys are forgotten first. */
export function countAttempts(limit: AttemptLimit, maxKeys = 100_000): AttemptCounter {
  const windows = new Map<string, { endsAt: number; count: number }>();
  return {
    attempt(key, nowMs) {
      const open = windows.get(key);
      if (open && open.endsAt > nowMs) {
        open.count += 1;
        return open.count <= limit.most ? 0 : Math.ceil((open.endsAt - nowMs) / 1000);
      }
      windows.delete(key);
      windows.set(key, { endsAt: nowMs + limit.windowMs, count: 1 });
      if (windows.size > maxKeys) {
        const oldest = windows.keys().next().value;
        if (oldest !== undefined) windows.delete(oldest);
      }
      return limit.most >= 1 ? 0 : Math.ceil(limit.windowMs / 1000);
    },
    wait(key, nowMs) {
      const open = windows.get(key);
      if (!open || open.endsAt <= nowMs || open.count < limit.most) return 0;
      return Math.ceil((open.endsAt - nowMs) / 1000);
    },
  };
}
