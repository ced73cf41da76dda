import { z } from "zod";
import { tokyoYear } from "../../domain/cases/case-year.ts";
import { actionFits } from "../../domain/cases/offered-actions.ts";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { commit, loadTip } from "./load-tip.ts";
import { parseInput, version } from "./parse-input.ts";

const Input = z.object({ tipId: z.string(), version, with: z.string() });

/**
 * Puts a tip into the case of another, which is opened when that one has none. Both stay whole: words, owner, band and
 * log. @throws `NotFound` also when the officer may not read the other, `NotAllowed`, `StaleVersion`, `BadInput`
 */
export async function joinTip(ctx: DeskContext, given: z.input<typeof Input>): Promise<{ version: number }> {
  const input = parseInput(Input, given);
  const tip = await loadTip(ctx, input, "join");
  const other = await loadTip(ctx, { tipId: input.with }, "join");
  for (const each of [tip, other])
    if (!actionFits("join", { ...each, ownerId: null })) throw new NotAllowed("not_in_queue");
  if (tip.id === other.id || (tip.caseId !== null && tip.caseId === other.caseId))
    throw new NotAllowed("same_case");
  const at = ctx.clock();
  const opened = { id: uuid7(at, ctx.random(10)), at, year: tokyoYear(at) };
  if (other.caseId === null)
    await commit(ctx, other, {
      set: {},
      openCase: opened,
      event: { action: "tip.case_opened", details: {} },
    });
  return commit(ctx, tip, {
    set: { caseId: other.caseId ?? opened.id },
    event: { action: "tip.joined", details: { caseBefore: tip.caseId }, subjectId: other.id },
  });
}
