import { mayAtDesk } from "../../domain/access/permits.ts";
import { NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { parseId } from "./parse-input.ts";

/**
 * Takes away a view that this officer keeps, or for who may (`team-views`) one of their region, whoever kept it: an
 * officer who left takes no view with them. @throws `NotFound` when there is none, or it is another's
 */
export async function removeView(ctx: DeskContext, input: { viewId: string }): Promise<void> {
  const id = parseId(input.viewId);
  const { officer } = ctx;
  const team = mayAtDesk(officer, "team-views") ? officer.region : null;
  const event = {
    at: ctx.clock(),
    actorId: officer.id,
    action: "view.removed",
    subjectId: id,
    details: {},
  };
  if (!(await ctx.desk.removeView(id, { officerId: officer.id, team }, event))) throw new NotFound();
}
