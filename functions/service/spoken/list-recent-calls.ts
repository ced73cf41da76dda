import { mayAtDesk, mayOnTip, readableScope } from "../../domain/access/permits.ts";
import type { TipRow } from "../cases/ports.ts";
import { NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";

/** A shift: who writes later than this files a tip of its own. */
const sinceMs = 12 * 60 * 60 * 1_000;

/** The calls that an officer may have spoken in and may add words to, newest first. @throws `NotFound` */
export async function listRecentCalls(ctx: DeskContext): Promise<TipRow[]> {
  const scope = readableScope(ctx.officer);
  if (!scope || !mayAtDesk(ctx.officer, "write-down")) throw new NotFound();
  const since = new Date(ctx.clock().getTime() - sinceMs);
  const calls = await ctx.spoken.recentCalls({ scope, since, limit: 30 });
  return calls.filter((call) => mayOnTip(ctx.officer, "transcribe", call));
}
