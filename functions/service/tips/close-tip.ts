import { z } from "zod";
import { actionFits } from "../../domain/cases/offered-actions.ts";
import { Outcome } from "../../domain/cases/outcome.ts";
import { commit, loadTip } from "../cases/load-tip.ts";
import { sealWords } from "../cases/officer-words.ts";
import { parseInput, version, words } from "../cases/parse-input.ts";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";

const Input = z.object({ tipId: z.string(), version, outcome: Outcome, reason: words(1_000) });

/**
 * Closes a tip with how it ended and why. Whoever holds the receipt is told the same word whatever the outcome was.
 * @throws `NotFound`, `NotAllowed`, `StaleVersion`, `BadInput`
 */
export async function closeTip(ctx: DeskContext, given: z.input<typeof Input>): Promise<{ version: number }> {
  const input = parseInput(Input, given);
  const tip = await loadTip(ctx, input, "close");
  if (!actionFits("close", { ...tip, ownerId: null })) throw new NotAllowed("not_in_queue");
  return commit(ctx, tip, {
    set: { state: "closed", outcome: input.outcome, publicStatus: "finished" },
    event: {
      action: "tip.closed",
      details: { outcome: input.outcome, stateBefore: tip.state, statusBefore: tip.publicStatus },
      sealed: await sealWords(ctx.sealer, input.reason),
    },
  });
}
