import { classifyPair } from "../../domain/related/classify-pair.ts";
import { chooseRelations } from "../../domain/related/corroborate.ts";
import type { RelationContext } from "../related/ports.ts";

/**
 * Finds the tips on the same matter as this one by their keyed hashes: an echo counts as what it repeats, another
 * voice raises the score of both. Doing it again changes nothing. Answers how many relations are new.
 */
export async function relateTip(ctx: RelationContext, tipId: string): Promise<number> {
  const comparison = await ctx.relations.compare(tipId);
  if (!comparison) return 0;
  const candidates = comparison.others.map(({ id, tip, shared }) => ({
    id,
    verdict: classifyPair(comparison.tip, tip, shared),
  }));
  const found = await ctx.relations.keep(tipId, chooseRelations(tipId, candidates), ctx.clock());
  if (found > 0) ctx.log.info({ tipId, code: "tip_related", count: found }, "tip related");
  return found;
}
