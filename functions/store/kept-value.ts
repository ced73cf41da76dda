/** Values that are dear to make, kept by a key and made anew beside those who ask. */

export interface Kept<T> {
  /** The kept value if it is good enough, else a new one, which the caller waits for. One that fails is not kept. */
  get(key: string, make: () => Promise<T>): Promise<T>;
  /** What the values are made from changed: those still asked for are made anew, and the old ones serve until then. */
  changed(): void;
  /** That one is made anew at once, and whoever asks for it waits. */
  startAnew(key: string): void;
}

export interface Clockwork {
  nowMs(): number;
  after(ms: number, run: () => void): void;
}

interface Entry<T> {
  make: () => Promise<T>;
  value: Promise<T>;
  /** When it was begun, how long it took, and when it was last asked for, in ms. */
  at: number;
  tookMs: number;
  askedAt: number;
  /** Something changed since it was begun. */
  old: boolean;
  /** Another is being made, or soon will be. */
  renewing: boolean;
}

/** What nobody asked for in so long is made anew only when somebody does. */
const attendedMs = 60_000;

/** Making one anew takes no more than this share of the time, however often something changes. */
const mostOfTime = 1 / 50;

const REAL: Clockwork = {
  nowMs: () => performance.now(),
  after: (ms, run) => void setTimeout(run, ms).unref(),
};

/**
 * For changes a value is made anew at most every `restMs`, less often where it takes long; without any it is after `staleMs`, when asked for; one older
 * than `longestMs` is not given any more.
 */
export function createKept<T>(
  { restMs, staleMs, longestMs }: { restMs: number; staleMs: number; longestMs: number },
  { nowMs, after }: Clockwork = REAL,
): Kept<T> {
  const entries = new Map<string, Entry<T>>();
  let changes = 0;

  const begin = (key: string, make: () => Promise<T>, askedAt: number): Promise<T> => {
    const entry = { make, value: make(), at: nowMs(), tookMs: 0, askedAt, old: false, renewing: false };
    entries.set(key, entry);
    entry.value.then(
      () => {
        entry.tookMs = nowMs() - entry.at;
      },
      () => forget(key, entry),
    );
    return entry.value;
  };
  const forget = (key: string, entry: Entry<T>) => {
    if (entries.get(key) === entry) entries.delete(key);
  };
  const renew = async (key: string, entry: Entry<T>): Promise<void> => {
    // Someone may have begun anew meanwhile.
    if (entries.get(key) !== entry) return;
    const [at, before] = [nowMs(), changes];
    try {
      const value = Promise.resolve(await entry.make());
      if (entries.get(key) !== entry) return;
      const next = { ...entry, value, at, tookMs: nowMs() - at, old: false, renewing: false };
      entries.set(key, next);
      if (changes > before) age(key, next);
    } catch {
      forget(key, entry);
    }
  };
  const renewLater = (key: string, entry: Entry<T>, ms: number) => {
    if (entry.renewing) return;
    entry.renewing = true;
    after(ms, () => void renew(key, entry));
  };
  const restOf = ({ tookMs }: Entry<T>, shortest: number) => Math.max(shortest, tookMs / mostOfTime);
  const age = (key: string, entry: Entry<T>) => {
    entry.old = true;
    const now = nowMs();
    if (now - entry.askedAt >= attendedMs) return;
    renewLater(key, entry, Math.max(0, entry.at + restOf(entry, restMs) - now));
  };

  return {
    get(key, make) {
      const now = nowMs();
      const entry = entries.get(key);
      if (!entry || now - entry.at >= longestMs || (entry.old && !entry.renewing))
        return begin(key, make, now);
      entry.askedAt = now;
      if (now - entry.at >= restOf(entry, staleMs)) renewLater(key, entry, 0);
      return entry.value;
    },
    changed() {
      changes += 1;
      for (const [key, entry] of entries) age(key, entry);
    },
    startAnew(key) {
      const entry = entries.get(key);
      if (entry) void begin(key, entry.make, entry.askedAt).catch(() => undefined);
    },
  };
}
