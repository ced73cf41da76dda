import type { ArrivalReader, TipArrival } from "./ports.ts";

/**
 * The arrival each of these tips means, by the tip's id; tips without one are left out. For tips that the officer was
 * shown already: it permits nothing by itself.
 */
export async function showArrivals(
  ctx: { arrivals: ArrivalReader },
  tipIds: readonly string[],
): Promise<Map<string, TipArrival>> {
  const found = await ctx.arrivals.arrivalsOf(tipIds);
  return new Map(found.map((arrival) => [arrival.tipId, arrival]));
}
