import { followArrival } from "../arrivals/follow-arrival.ts";
import type { ArrivalClockContext } from "../arrivals/ports.ts";
import type { RelationContext } from "../related/ports.ts";
import { relateTip } from "./relate-tip.ts";

export type TraceContext = RelationContext & ArrivalClockContext;

/** In one turn, so that a long list does not keep the program from stopping. */
const atOnce = 50;
const laterMs = 60_000;
/** In a flood of tips the cores are for taking them in: a turn stops after this long, and the next one goes on. */
const turnMs = 250;

/**
 * Relates each tip that waits for it to the others and to the arrivals, the longest waiting first. One that fails
 * goes to the back and stays on the list. Run every second; answers how many were done.
 */
export async function traceWaiting(ctx: TraceContext): Promise<number> {
  let done = 0;
  const now = ctx.clock();
  for (const waiting of await ctx.relations.waiting(now, atOnce)) {
    if (ctx.clock().getTime() - now.getTime() > turnMs) break;
    try {
      await relateTip(ctx, waiting.tipId);
      await followArrival(ctx, waiting.tipId);
      await ctx.relations.done(waiting);
      done += 1;
    } catch (error) {
      await ctx.relations.postpone(waiting, new Date(now.getTime() + laterMs));
      const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
      ctx.log.warn({ tipId: waiting.tipId, code: `trace_failed_${code}` }, "tip could not be compared");
    }
  }
  return done;
}
