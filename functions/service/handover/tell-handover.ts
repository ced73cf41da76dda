import { mayAtDesk, readableScope } from "../../domain/access/permits.ts";
import { type HandoverSign, handoverSign } from "../../domain/handover/handover.ts";
import type { DeskContext } from "../staff-context.ts";
import { handoverScope } from "./draw-handover.ts";

/** What this officer is to be reminded of at this hour; null for a role that hands nothing over. */
export async function tellHandover(ctx: DeskContext): Promise<HandoverSign | null> {
  if (!readableScope(ctx.officer) || !mayAtDesk(ctx.officer, "handover")) return null;
  const now = ctx.clock();
  // At most hours of the day nothing needs to be looked up.
  if (handoverSign(now, null, ctx.officer.id) === null) return null;
  const [last] = await ctx.handovers.handovers(handoverScope(ctx).region, 1);
  return handoverSign(
    now,
    last ? { handedAt: last.handedAt, handedBy: last.handedBy.id, taken: last.takenBy !== null } : null,
    ctx.officer.id,
  );
}
