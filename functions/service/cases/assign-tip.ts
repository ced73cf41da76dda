import { z } from "zod";
import { mayOnTip } from "../../domain/access/permits.ts";
import { tokyoYear } from "../../domain/cases/case-year.ts";
import { actionFits } from "../../domain/cases/offered-actions.ts";
import { statusTakenUp } from "../../domain/cases/public-status.ts";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import { BadInput, NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { commit, loadTip } from "./load-tip.ts";
import { parseInput, version } from "./parse-input.ts";

const Input = z.object({ tipId: z.string(), version, officer: z.string().min(1).max(100) });

/**
 * Gives the tip to an officer who may work on it; a case is opened when it has none.
 * @throws `NotFound`, `NotAllowed`, `StaleVersion`, `BadInput` for an officer who may not
 */
export async function assignTip(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number }> {
  const input = parseInput(Input, given);
  const tip = await loadTip(ctx, input, "assign");
  const situation = { ...tip, ownerId: tip.owner?.id ?? null };
  if (!actionFits("assign", situation)) throw new NotAllowed("not_in_queue");
  if (tip.owner?.id === input.officer) throw new NotAllowed("same_officer");
  // Whoever may write to its reporter works on it.
  const officer = (await ctx.desk.officers()).find(({ id }) => id === input.officer);
  if (!officer || !mayOnTip(officer, "message", tip))
    throw new BadInput([{ path: "officer", code: "invalid_value" }]);
  const at = ctx.clock();
  return commit(ctx, tip, {
    set: {
      ownerId: officer.id,
      state: tip.state === "new" || tip.state === "triaged" ? "assigned" : tip.state,
      publicStatus: statusTakenUp(tip.publicStatus),
    },
    openCase: { id: uuid7(at, ctx.random(10)), at, year: tokyoYear(at) },
    event: {
      action: "tip.assigned",
      details: {
        stateBefore: tip.state,
        ownerBefore: tip.owner?.id ?? null,
        statusBefore: tip.publicStatus,
      },
      subjectId: officer.id,
    },
  });
}
