import type { ArrivalClockContext } from "./ports.ts";

/**
 * Has open tips looked at again that new or changed arrivals may concern, and raises those whose arrival has come
 * near. What is over is marked, so that it no longer stands before what arrives next. Run every minute; answers how many
 * were raised.
 */
export async function windClock(ctx: ArrivalClockContext): Promise<number> {
  const now = ctx.clock();
  const woken = await ctx.arrivals.wakeTips(now);
  if (woken > 0) ctx.log.info({ code: "tips_woken", count: woken }, "arrivals changed");
  await ctx.arrivals.markLapsed(now);
  const near = await ctx.arrivals.nearing(now);
  for (const tipId of near) await ctx.arrivals.raise(tipId, now);
  return near.length;
}
