import { isPersonal } from "../log.ts";
import type { Family, Sample } from "./family.ts";

export type Labels = Readonly<Record<string, string | number>>;
export type Reading = { labels?: Labels; value: number };

export interface Counter {
  add(labels: Labels, by?: number): void;
}

export interface Histogram {
  observe(labels: Labels, value: number): void;
}

/** The counts of one process. Only ids, codes, route patterns and numbers come in: see `codeLabel`. */
export interface Registry {
  counter(name: string, help: string): Counter;
  /** `bounds`: the upper bounds of the buckets, rising; the one without a bound is added. */
  histogram(name: string, help: string, bounds: readonly number[]): Histogram;
  /** Read at each collection; one that fails or takes longer than a second is left out of it. */
  gauge(name: string, help: string, read: () => readonly Reading[] | Promise<readonly Reading[]>): void;
  /** A counter whose value something else keeps. */
  total(name: string, help: string, read: () => readonly Reading[]): void;
  collect(): Promise<Family[]>;
}

// A wrong label must not fill the memory: from here on all that is new counts as one.
const mostSeries = 500;
const readWithinMs = 1_000;

export function createRegistry(): Registry {
  const families: (() => Promise<Family>)[] = [];
  return {
    counter(name, help) {
      const series = new Series(() => ({ value: 0 }));
      families.push(async () => ({
        name,
        help,
        type: "counter",
        samples: series.all().map(({ labels, held }) => ({ suffix: "_total", labels, value: held.value })),
      }));
      return {
        add(labels, by = 1) {
          series.of(labels).value += by;
        },
      };
    },
    histogram(name, help, bounds) {
      const series = new Series(() => ({ counts: bounds.map(() => 0), count: 0, sum: 0 }));
      families.push(async () => ({
        name,
        help,
        type: "histogram",
        samples: series.all().flatMap(({ labels, held }) => histogramSamples(bounds, labels, held)),
      }));
      return {
        observe(labels, value) {
          const held = series.of(labels);
          held.count += 1;
          held.sum += value;
          const bucket = bounds.findIndex((bound) => value <= bound);
          if (bucket >= 0) held.counts[bucket] = (held.counts[bucket] ?? 0) + 1;
        },
      };
    },
    gauge(name, help, read) {
      families.push(async () => ({ name, help, type: "gauge", samples: toSamples("", await soon(read)) }));
    },
    total(name, help, read) {
      families.push(async () => ({
        name,
        help,
        type: "counter",
        samples: toSamples("_total", await soon(read)),
      }));
    },
    collect: async () =>
      (await Promise.all(families.map((family) => family()))).filter(({ samples }) => samples.length > 0),
  };
}

/**
 * What a label may hold: printable ASCII that looks like no number, address or mail of a person; anything else is
 * `other`.
 */
export function codeLabel(value: string | number): string {
  const text = String(value);
  return /^[\x20-\x7e]{0,120}$/.test(text) && !isPersonal(text) ? text : "other";
}

class Series<Held> {
  private readonly held = new Map<string, { labels: Record<string, string>; held: Held }>();
  private readonly make: () => Held;

  constructor(make: () => Held) {
    this.make = make;
  }

  of(given: Labels): Held {
    const labels = checked(given);
    const key = JSON.stringify(labels);
    const known = this.held.get(key);
    if (known) return known.held;
    if (this.held.size >= mostSeries) {
      const other = Object.fromEntries(Object.keys(labels).map((name) => [name, "other"]));
      if (JSON.stringify(other) !== key) return this.of(other);
    }
    const held = this.make();
    this.held.set(key, { labels, held });
    return held;
  }

  all(): { labels: Record<string, string>; held: Held }[] {
    return [...this.held.values()];
  }
}

function checked(labels: Labels): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, codeLabel(value)]));
}

function histogramSamples(
  bounds: readonly number[],
  labels: Record<string, string>,
  held: { counts: number[]; count: number; sum: number },
): Sample[] {
  let below = 0;
  const buckets = bounds.map((bound, at): Sample => {
    below += held.counts[at] ?? 0;
    return { suffix: "_bucket", labels: { ...labels, le: boundText(bound) }, value: below };
  });
  return [
    ...buckets,
    { suffix: "_bucket", labels: { ...labels, le: "+Inf" }, value: held.count },
    { suffix: "_sum", labels, value: held.sum },
    { suffix: "_count", labels, value: held.count },
  ];
}

/** OpenMetrics writes bounds as floating-point numbers: `1.0`, not `1`. */
function boundText(bound: number): string {
  return Number.isInteger(bound) ? `${bound}.0` : String(bound);
}

function toSamples(suffix: "" | "_total", readings: readonly Reading[]): Sample[] {
  return readings.map(({ labels = {}, value }) => ({ suffix, labels: checked(labels), value }));
}

async function soon(
  read: () => readonly Reading[] | Promise<readonly Reading[]>,
): Promise<readonly Reading[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Reading[]>((resolve) => {
    timer = setTimeout(() => resolve([]), readWithinMs);
  });
  try {
    return await Promise.race([Promise.resolve().then(read), late]);
  } catch {
    return [];
  } finally {
    clearTimeout(timer);
  }
}
