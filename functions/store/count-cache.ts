/** Counts that every page shows, kept while no tip changes: over 100,000 tips counting is most of what a page costs. */
import type { Kysely } from "kysely";
import type { TipCounts } from "../domain/cases/queue-page.ts";
import type { DeskStore } from "../service/cases/ports.ts";
import type { QueueStore } from "../service/queue/ports.ts";
import type { Database } from "./schema.ts";
import { countOwn, countTips } from "./staff-counts.ts";
import type { StaffTables } from "./staff-schema.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

type Counts = Omit<TipCounts, "mine">;

interface Kept<T> {
  value: Promise<T>;
  at: number;
  /** A tip changed since. */
  old: boolean;
}

/** What others change may be told this much later, in ms; the live line says that it is there. */
const restMs = 2_000;
/** Arrivals pass without any change. */
const longestMs = 30_000;
const facetsMs = 10_000;

/**
 * `onChange` calls back whenever any process changed a tip. What this process itself changes is counted at once: an officer
 * sees the effect of their own act.
 */
export function withCountCache(
  database: Kysely<Database>,
  stores: { desk: DeskStore; queue: QueueStore },
  onChange: (listener: (change: { kind: string }) => void) => unknown,
  nowMs: () => number = () => performance.now(),
): { desk: DeskStore; queue: QueueStore } {
  const db: StaffDb = database.withTables<StaffTables>();
  const { desk, queue } = stores;
  const counts = new Map<string, Kept<Counts>>();
  const facets = new Map<string, Kept<Awaited<ReturnType<QueueStore["facets"]>>>>();
  onChange(({ kind }) => {
    if (kind === "desk") return;
    for (const kept of counts.values()) kept.old = true;
  });
  const own = async <T>(change: Promise<T>): Promise<T> => {
    const done = await change;
    counts.clear();
    return done;
  };
  const count = (key: string, make: () => Promise<Counts>): Promise<Counts> => {
    const kept = counts.get(key);
    const age = kept ? nowMs() - kept.at : Number.POSITIVE_INFINITY;
    if (kept && age < longestMs && (!kept.old || age < restMs)) return kept.value;
    return keep(counts, key, make(), nowMs());
  };
  return {
    desk: {
      ...desk,
      async count(scope, officerId) {
        const [whole, mine] = await Promise.all([
          count(JSON.stringify(scope), () => countTips(db, scope)),
          countOwn(db, scope, officerId),
        ]);
        return { ...whole, mine };
      },
      change: (change) => own(desk.change(change)),
      recordReading: (event) => own(desk.recordReading(event)),
    },
    queue: {
      ...queue,
      async facets(scope, lane) {
        const key = JSON.stringify([scope, lane]);
        const kept = facets.get(key);
        if (kept && nowMs() - kept.at < facetsMs) return kept.value;
        const fresh = keep(facets, key, queue.facets(scope, lane), nowMs());
        // The old ones serve while new ones are counted.
        return kept && nowMs() - kept.at < 6 * facetsMs ? kept.value : fresh;
      },
    },
  };
}

/** A count that fails is not kept. */
function keep<T>(map: Map<string, Kept<T>>, key: string, value: Promise<T>, at: number): Promise<T> {
  const kept = { value, at, old: false };
  map.set(key, kept);
  value.catch(() => {
    if (map.get(key) === kept) map.delete(key);
  });
  return value;
}
