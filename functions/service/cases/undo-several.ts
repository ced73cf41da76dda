import { z } from "zod";
import { undoableEvents } from "../../domain/cases/undo.ts";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { undoAction } from "../tips/undo-action.ts";
import { type Counted, countEach } from "./count-each.ts";
import { parseInput } from "./parse-input.ts";

const Input = z.object({ batch: z.uuid() });

/**
 * Takes back what the officer did to several tips with one press, each by its own undo: one that was changed since is
 * left as it is and counted. @throws `NotAllowed` (`nothing_to_undo`) when no press of theirs has this id, `BadInput`
 */
export async function undoSeveral(ctx: DeskContext, given: z.input<typeof Input>): Promise<Counted> {
  const { batch } = parseInput(Input, given);
  const tips = await ctx.desk.batchTips({ id: batch, actorId: ctx.officer.id, actions: undoableEvents });
  if (tips.length === 0) throw new NotAllowed("nothing_to_undo");
  const count = { done: 0, left: 0 };
  for (const tipId of tips) await countEach(count, () => undoAction(ctx, { tipId, batch }));
  ctx.log.info({ code: "several.undone", count: count.done }, "several tips changed");
  return count;
}
