import { z } from "zod";
import { tokyoYear } from "../../domain/cases/case-year.ts";
import { actionFits } from "../../domain/cases/offered-actions.ts";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { commit, loadTip } from "./load-tip.ts";
import { parseInput, version } from "./parse-input.ts";

const Input = z.object({ tipId: z.string(), version });

/**
 * Takes a tip out of a case that it shares, into a case of its own; the others stay where they are.
 * @throws `NotFound`, `NotAllowed` (`alone` when it shares none), `StaleVersion`, `BadInput`
 */
export async function partTip(ctx: DeskContext, given: z.input<typeof Input>): Promise<{ version: number }> {
  const input = parseInput(Input, given);
  const tip = await loadTip(ctx, input, "part");
  if (!actionFits("part", { ...tip, ownerId: null })) throw new NotAllowed("alone");
  const at = ctx.clock();
  return commit(ctx, tip, {
    set: { caseId: null },
    openCase: { id: uuid7(at, ctx.random(10)), at, year: tokyoYear(at) },
    event: { action: "tip.parted", details: { caseBefore: tip.caseId } },
  });
}
