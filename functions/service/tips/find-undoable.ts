import { changes, type Undoable, undoableChange } from "../../domain/cases/undo.ts";
import type { DeskContext } from "../staff-context.ts";

/** What the officer may take back of a tip, however often it was read since: readings are not looked at. */
export async function findUndoable(ctx: DeskContext, tipId: string): Promise<Undoable | null> {
  const last = await ctx.desk.events({
    tipId,
    actorId: null,
    action: null,
    actions: changes,
    before: null,
    limit: 1,
  });
  return undoableChange(last, ctx.officer.id);
}
