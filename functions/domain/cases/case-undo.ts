/** What an officer may take back of a case: their own last change to it, while nothing came after it. */
import type { PastEvent } from "./undo.ts";

const undoable = {
  "case.unit_set": "unit",
  "case.region_set": "region",
  "case.owner_set": "owner",
  "case.closed": "close",
} as const;
export type UndoableCaseAction = (typeof undoable)[keyof typeof undoable];
export const undoableCaseNames: readonly UndoableCaseAction[] = Object.values(undoable);

/** Changes that close the way back for what came before. */
export const caseChanges: readonly string[] = [...Object.keys(undoable), "case.reopened", "case.undone"];

/**
 * The change of the case that `undo` would take back.
 * @param events of one case, newest first
 */
export function undoableCaseChange(
  events: readonly PastEvent[],
  officerId: string,
): { action: UndoableCaseAction; details: PastEvent["details"] } | null {
  const last = events.find(({ action }) => caseChanges.includes(action));
  if (!last || last.actorId !== officerId || !isUndoable(last.action)) return null;
  return { action: undoable[last.action], details: last.details };
}

function isUndoable(action: string): action is keyof typeof undoable {
  return action in undoable;
}
