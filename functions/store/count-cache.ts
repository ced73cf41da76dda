/** Counts that every page shows, kept and counted anew beside the pages: over 100,000 tips it is most of what a page costs. */
import type { Kysely } from "kysely";
import type { TipCounts } from "../domain/cases/queue-page.ts";
import type { DeskStore } from "../service/cases/ports.ts";
import type { QueueStore } from "../service/queue/ports.ts";
import { type Clockwork, createKept } from "./kept-value.ts";
import type { Database } from "./schema.ts";
import { countOwn, countTips } from "./staff-counts.ts";
import type { StaffTables } from "./staff-schema.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

/** Times in ms. What others change is told a few seconds later; the live line says that it is there. */
const COUNTS = { restMs: 2_000, staleMs: 30_000, longestMs: 600_000 };
const FACETS = { restMs: 10_000, staleMs: 10_000, longestMs: 60_000 };

/**
 * `onChange` calls back whenever any process changed a tip. After an officer's own act what they see is counted at once,
 * and their next page waits for it.
 */
export function withCountCache(
  database: Kysely<Database>,
  stores: { desk: DeskStore; queue: QueueStore },
  onChange: (listener: (change: { kind: string }) => void) => unknown,
  clockwork?: Clockwork,
): { desk: DeskStore; queue: QueueStore } {
  const db: StaffDb = database.withTables<StaffTables>();
  const { desk, queue } = stores;
  const counts = createKept<Omit<TipCounts, "mine">>(COUNTS, clockwork);
  const facets = createKept<Awaited<ReturnType<QueueStore["facets"]>>>(FACETS, clockwork);
  onChange(({ kind }) => {
    if (kind !== "desk") counts.changed();
  });
  /** By officer: the key of what they may read. */
  const scopes = new Map<string, string>();
  const acted = (officerId: string | null) => {
    counts.changed();
    counts.startAnew(scopes.get(officerId ?? "") ?? "");
  };
  return {
    desk: {
      ...desk,
      async count(scope, officerId) {
        const key = JSON.stringify(scope);
        scopes.set(officerId, key);
        const [whole, mine] = await Promise.all([
          counts.get(key, () => countTips(db, scope)),
          countOwn(db, scope, officerId),
        ]);
        return { ...whole, mine };
      },
      async change(change) {
        const done = await desk.change(change);
        if (done) acted(change.event.actorId);
        return done;
      },
      async recordReading(event) {
        const wasUnread = await desk.recordReading(event);
        // A reading alone moves no tip from one view to another.
        if (wasUnread) acted(event.actorId);
        return wasUnread;
      },
    },
    queue: {
      ...queue,
      facets: (scope, lane) => facets.get(JSON.stringify([scope, lane]), () => queue.facets(scope, lane)),
    },
  };
}
