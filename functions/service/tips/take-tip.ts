import { z } from "zod";
import { tokyoYear } from "../../domain/cases/case-year.ts";
import { actionFits } from "../../domain/cases/offered-actions.ts";
import { statusTakenUp } from "../../domain/cases/public-status.ts";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import { commit, loadTip } from "../cases/load-tip.ts";
import { parseInput, version } from "../cases/parse-input.ts";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";

const Input = z.object({ tipId: z.string(), version });

/**
 * The officer takes the tip: it is theirs, a case is opened when it has none, and a reporter who was only told
 * that it came is told that somebody reads it. @throws `NotFound`, `NotAllowed`, `StaleVersion`, `BadInput`
 */
export async function takeTip(ctx: DeskContext, given: z.input<typeof Input>): Promise<{ version: number }> {
  const input = parseInput(Input, given);
  const tip = await loadTip(ctx, input, "take");
  if (!actionFits("take", { ...tip, ownerId: tip.owner?.id ?? null }))
    throw new NotAllowed(tip.owner ? "taken" : "not_in_queue");
  const at = ctx.clock();
  return commit(ctx, tip, {
    set: {
      ownerId: ctx.officer.id,
      state: tip.state === "new" || tip.state === "triaged" ? "assigned" : tip.state,
      publicStatus: statusTakenUp(tip.publicStatus),
    },
    openCase: { id: uuid7(at, ctx.random(10)), at, year: tokyoYear(at) },
    event: { action: "tip.taken", details: { stateBefore: tip.state, statusBefore: tip.publicStatus } },
  });
}
