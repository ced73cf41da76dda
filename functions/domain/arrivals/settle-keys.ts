import type { Arrival, ArrivalKind } from "./arrival.ts";

/** An arrival that is there already. */
export interface KnownArrival {
  base: string;
  key: string;
  dueAt: Date;
}

const hour = 3_600_000;

/** A row that does not say which coming it means moves one that is no further off than this. */
const reachHours: Readonly<Record<ArrivalKind, number>> = { vessel: 72, flight: 6, cargo: 30 * 24 };
/** What came in longer ago than this is over: the next row is about the next coming. A consignment comes once. */
const overHours: Readonly<Record<ArrivalKind, number>> = { vessel: 12, flight: 6, cargo: 30 * 24 };

/**
 * Gives each row the key of the arrival it is about: by its voyage or first day when it has one; else the known one at
 * the same time, else the nearest within reach that no other row is about, else a new one.
 * @returns the key of each row, in their order
 */
export function settleKeys(rows: readonly Arrival[], known: readonly KnownArrival[], now: Date): string[] {
  const keys = new Map<Arrival, string>();
  const used = new Set(known.map(({ key }) => key));
  const knownOf = Map.groupBy(known, ({ base }) => base);
  const floating: Arrival[] = [];
  for (const row of rows) {
    if (row.pin === null) floating.push(row);
    else keys.set(row, `${row.base}|${row.pin}`);
  }
  const pinned = new Set(keys.values());
  for (const [base, group] of Map.groupBy(floating, (row) => row.base)) {
    const free = (knownOf.get(base) ?? []).filter(({ key }) => !pinned.has(key));
    const take = (row: Arrival, at: number) => {
      const [taken] = free.splice(at, 1);
      if (taken) keys.set(row, taken.key);
    };
    for (const row of group) {
      const at = free.findIndex(({ dueAt }) => dueAt.getTime() === Date.parse(row.dueAt));
      if (at >= 0) take(row, at);
    }
    for (const row of group) {
      if (keys.has(row)) continue;
      const nearest = nearestOf(row, free, now);
      if (nearest >= 0) take(row, nearest);
      else keys.set(row, newKey(row, used));
    }
  }
  return rows.map((row) => keys.get(row) ?? newKey(row, used));
}

function nearestOf(row: Arrival, free: readonly KnownArrival[], now: Date): number {
  let nearest = -1;
  let least = reachHours[row.kind] * hour;
  free.forEach(({ dueAt }, at) => {
    const apart = Math.abs(dueAt.getTime() - Date.parse(row.dueAt));
    const over = now.getTime() - dueAt.getTime() > overHours[row.kind] * hour;
    if (!over && apart <= least) {
      nearest = at;
      least = apart;
    }
  });
  return nearest;
}

/** Two comings may have been announced for one moment, one of them moved since. */
function newKey(row: Arrival, used: Set<string>): string {
  let key = `${row.base}|${row.dueAt}`;
  for (let n = 2; used.has(key); n += 1) key = `${row.base}|${row.dueAt}|${n}`;
  used.add(key);
  return key;
}
