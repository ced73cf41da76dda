import { windClock } from "../../functions/service/arrivals/wind-clock.ts";
import { type TraceContext, traceWaiting } from "../../functions/service/tips/trace-waiting.ts";
import { createArrivalClockStore } from "../../functions/store/arrivals-clock.ts";
import { connect } from "../../functions/store/connect.ts";
import { createRelationStore } from "../../functions/store/related.ts";

/** The worker's comparing of tips, and its clock of arrivals before that, as the worker's login does it. */
export function wireTrace(workerUrl: string): {
  trace(): Promise<void>;
  wind(): Promise<void>;
  close(): Promise<void>;
} {
  const connection = connect(workerUrl);
  const enqueue = async () => undefined;
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const ctx: TraceContext = {
    clock: () => new Date(),
    log: silent,
    relations: createRelationStore(connection.db, enqueue),
    arrivals: createArrivalClockStore(connection.db, enqueue),
  };
  return {
    async trace() {
      while ((await traceWaiting(ctx)) > 0);
    },
    async wind() {
      await windClock(ctx);
      while ((await traceWaiting(ctx)) > 0);
    },
    close: connection.close,
  };
}
