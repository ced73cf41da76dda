import { mayOnTip } from "../../domain/access/permits.ts";
import { parseId } from "../cases/parse-input.ts";
import { NotFound } from "../errors.ts";
import type { RelatedReader, RelatedRow } from "../related/ports.ts";
import type { DeskContext } from "../staff-context.ts";

export interface RelatedTips {
  /** Those the officer may read: other voices first, then echoes, each the earliest first. */
  tips: RelatedRow[];
  /** How many more there are in other regions or states, of which nothing else is told. */
  elsewhere: number;
}

/**
 * The tips on the same matter as one, with the reasons, as far as the officer may read them.
 * @throws `NotFound` when they may not read the tip itself
 */
export async function listRelated(
  ctx: Pick<DeskContext, "officer" | "desk"> & { related: RelatedReader },
  input: { tipId: string },
): Promise<RelatedTips> {
  const tip = await ctx.desk.row(parseId(input.tipId));
  if (!tip || !mayOnTip(ctx.officer, "read", tip)) throw new NotFound();
  const all = await ctx.related.relatedTo(tip.id);
  const tips = all.filter(({ row }) => mayOnTip(ctx.officer, "read", row));
  return { tips, elsewhere: all.length - tips.length };
}
