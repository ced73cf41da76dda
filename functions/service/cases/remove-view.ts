import { NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { parseId } from "./parse-input.ts";

/** Takes away a view that this officer keeps. @throws `NotFound` when there is none, or it is another's */
export async function removeView(ctx: DeskContext, input: { viewId: string }): Promise<void> {
  if (!(await ctx.desk.removeView(parseId(input.viewId), ctx.officer.id))) throw new NotFound();
}
