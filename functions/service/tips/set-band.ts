import { z } from "zod";
import { actionFits } from "../../domain/cases/offered-actions.ts";
import { Band } from "../../domain/triage/verdict.ts";
import { commit, loadTip } from "../cases/load-tip.ts";
import { sealWords } from "../cases/officer-words.ts";
import { parseInput, version, words } from "../cases/parse-input.ts";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";

const Input = z.object({ tipId: z.string(), version, band: Band, reason: words(1_000) });

/**
 * The officer's own band stands before the machine's, with why; the machine's stays beside it.
 * @throws `NotFound`, `NotAllowed`, `StaleVersion`, `BadInput`
 */
export async function setBand(ctx: DeskContext, given: z.input<typeof Input>): Promise<{ version: number }> {
  const input = parseInput(Input, given);
  const tip = await loadTip(ctx, input, "band");
  if (!actionFits("band", { ...tip, ownerId: null })) throw new NotAllowed("not_in_queue");
  if (tip.band === input.band) throw new NotAllowed("same_band");
  return commit(ctx, tip, {
    set: { band: input.band, state: tip.state === "new" ? "triaged" : tip.state },
    event: {
      action: "tip.band_set",
      details: { from: tip.band, to: input.band, stateBefore: tip.state },
      sealed: await sealWords(ctx.sealer, input.reason),
    },
  });
}
