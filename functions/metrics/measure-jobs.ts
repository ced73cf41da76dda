import type { PgBoss } from "pg-boss";
import type { Registry } from "./registry.ts";

/** Jobs by queue and state, as the queue's own upkeep last counted them, some 15 s ago at most. */
export function measureJobs(registry: Registry, boss: PgBoss): void {
  registry.gauge("shirokuro_jobs", "Jobs by queue and state.", async () => {
    const queues = await boss.getQueues();
    return queues.flatMap(({ name, deferredCount, readyCount, activeCount, failedCount }) =>
      Object.entries({
        deferred: deferredCount,
        ready: readyCount,
        active: activeCount,
        failed: failedCount,
      }).map(([state, value]) => ({ labels: { queue: name, state }, value })),
    );
  });
}
