import { z } from "zod";
import { actionFits } from "../../domain/cases/offered-actions.ts";
import { commit, loadTip } from "../cases/load-tip.ts";
import { parseInput, version } from "../cases/parse-input.ts";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";

const Input = z.object({ tipId: z.string(), version });

/**
 * Brings a tip back into the queue, from quarantine or from where an officer put it aside.
 * @throws `NotFound`, `NotAllowed`, `StaleVersion`, `BadInput`
 */
export async function restoreTip(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number }> {
  const input = parseInput(Input, given);
  const tip = await loadTip(ctx, input, "restore");
  if (!actionFits("restore", { ...tip, ownerId: null })) throw new NotAllowed("in_queue_already");
  return commit(ctx, tip, {
    set: { lane: "queue", laneSettled: true },
    event: { action: "tip.restored", details: { laneBefore: tip.lane } },
  });
}
