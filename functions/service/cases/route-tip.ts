import { z } from "zod";
import { mayOnTip } from "../../domain/access/permits.ts";
import { actionFits } from "../../domain/cases/offered-actions.ts";
import { Region } from "../../domain/triage/verdict.ts";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { commit, loadTip } from "./load-tip.ts";
import { sealWords } from "./officer-words.ts";
import { parseInput, version, words } from "./parse-input.ts";

const Input = z.object({ tipId: z.string(), version, region: Region, reason: words(1_000) });

/**
 * Sends a tip to the Customs it is for, with why: its officers see it from then on, and later words do not move it. Who
 * worked on it keeps it only where they may work there too. `readable`: whether the officer who sent it still sees it.
 * @throws `NotFound`, `NotAllowed` (`same_region`), `StaleVersion`, `BadInput`
 */
export async function routeTip(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number; readable: boolean }> {
  const input = parseInput(Input, given);
  const tip = await loadTip(ctx, input, "route");
  if (!actionFits("route", { ...tip, ownerId: null })) throw new NotAllowed("not_in_queue");
  if (tip.region === input.region) throw new NotAllowed("same_region");
  const there = { ...tip, region: input.region };
  const owner = tip.owner && (await ctx.desk.officers()).find(({ id }) => id === tip.owner?.id);
  const stays = owner ? mayOnTip(owner, "message", there) : false;
  const state = tip.state === "new" || (tip.owner && !stays) ? "triaged" : tip.state;
  const done = await commit(ctx, tip, {
    set: {
      region: input.region,
      regionSettled: true,
      state,
      ...(stays ? {} : { ownerId: null }),
    },
    event: {
      action: "tip.routed",
      details: {
        from: tip.region,
        to: input.region,
        stateBefore: tip.state,
        ownerBefore: tip.owner?.id ?? null,
        settledBefore: tip.regionSettled,
      },
      sealed: await sealWords(ctx.sealer, input.reason),
    },
  });
  return { ...done, readable: mayOnTip(ctx.officer, "read", { ...there, state }) };
}
