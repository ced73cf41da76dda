import { mayOnTip, type Situation, type Standing } from "../access/permits.ts";
import type { TipActionName } from "./queue-row.ts";
import type { TipLane } from "./tip-state.ts";
import type { UndoableAction } from "./undo.ts";

/** What makes sense to do with a tip where it lies; the permits say who may. */
const fits: Record<TipActionName, (tip: { lane: TipLane; ownerId: string | null }) => boolean> = {
  take: ({ lane, ownerId }) => lane === "queue" && ownerId === null,
  band: ({ lane }) => lane === "queue",
  "set-aside": ({ lane }) => lane !== "set_aside",
  restore: ({ lane }) => lane !== "queue",
  undo: () => true,
  message: () => true,
  status: () => true,
};

/** Whether an action makes sense for a tip in this lane with this owner, whoever asks. */
export function actionFits(action: TipActionName, tip: { lane: TipLane; ownerId: string | null }): boolean {
  return fits[action](tip);
}

/** The actions to offer an officer on a tip. */
export function offeredActions(
  officer: Standing,
  tip: Situation & { lane: TipLane; ownerId: string | null },
  undoable: UndoableAction | null,
): TipActionName[] {
  return (Object.keys(fits) as TipActionName[]).filter(
    (action) =>
      mayOnTip(officer, action, tip) && actionFits(action, tip) && (action !== "undo" || undoable !== null),
  );
}
