import { mayOnTip } from "../../domain/access/permits.ts";
import type { DeskContext } from "../staff-context.ts";
import type { TipRow } from "./ports.ts";

export interface Siblings {
  /** Those the officer may read, the most urgent first. */
  tips: TipRow[];
  /** How many more there are, of which nothing else is told. */
  elsewhere: number;
}

/** The other tips of a tip's case, for someone who may read the tip itself. */
export async function listSiblings(ctx: DeskContext, tip: TipRow): Promise<Siblings> {
  if (tip.caseId === null) return { tips: [], elsewhere: 0 };
  const all = (await ctx.desk.caseTips(tip.caseId)).filter(({ id }) => id !== tip.id);
  const tips = all.filter((row) => mayOnTip(ctx.officer, "read", row));
  return { tips, elsewhere: all.length - tips.length };
}
