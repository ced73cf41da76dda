import { chooseArrival } from "../../domain/arrivals/choose-arrival.ts";
import type { ArrivalClockContext } from "./ports.ts";

/** Finds the announced arrival a tip means, and sets or clears its due time by it. Doing it again changes nothing. */
export async function followArrival(ctx: ArrivalClockContext, tipId: string): Promise<void> {
  const found = await ctx.arrivals.candidates(tipId);
  if (!found) return;
  await ctx.arrivals.setArrival(tipId, chooseArrival(found.tip, found.candidates), ctx.clock());
}
