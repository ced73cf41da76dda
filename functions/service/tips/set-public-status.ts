import { z } from "zod";
import { actionFits } from "../../domain/cases/offered-actions.ts";
import { PublicStatusCode } from "../../domain/cases/public-status.ts";
import { commit, loadTip } from "../cases/load-tip.ts";
import { parseInput, version } from "../cases/parse-input.ts";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";

const Input = z.object({ tipId: z.string(), version, status: PublicStatusCode });

/**
 * Changes what the holder of the receipt is told; none of the words says how a matter ended.
 * @throws `NotFound`, `NotAllowed`, `StaleVersion`, `BadInput`
 */
export async function setPublicStatus(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number }> {
  const input = parseInput(Input, given);
  const tip = await loadTip(ctx, input, "status");
  if (!actionFits("status", { ...tip, ownerId: null })) throw new NotAllowed("no_way_back");
  return commit(ctx, tip, {
    set: { publicStatus: input.status },
    event: { action: "tip.status_set", details: { status: input.status } },
  });
}
