import { z } from "zod";
import { actionFits } from "../../domain/cases/offered-actions.ts";
import { commit, loadTip } from "../cases/load-tip.ts";
import { sealWords } from "../cases/officer-words.ts";
import { parseInput, version, words } from "../cases/parse-input.ts";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";

const Input = z.object({ tipId: z.string(), version, reason: words(1_000) });

/**
 * Puts a tip out of the queue, with why. Nothing of it is deleted, and `restoreTip` brings it back.
 * @throws `NotFound`, `NotAllowed`, `StaleVersion`, `BadInput`
 */
export async function setAsideTip(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number }> {
  const input = parseInput(Input, given);
  const tip = await loadTip(ctx, input, "set-aside");
  if (!actionFits("set-aside", { ...tip, ownerId: null })) throw new NotAllowed("set_aside_already");
  return commit(ctx, tip, {
    set: { lane: "set_aside" },
    event: {
      action: "tip.set_aside",
      details: { laneBefore: tip.lane },
      sealed: await sealWords(ctx.sealer, input.reason),
    },
  });
}
