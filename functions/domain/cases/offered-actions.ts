import { mayOnTip, type Situation, type Standing } from "../access/permits.ts";
import type { Channel } from "../triage/verdict.ts";
import type { TipActionName } from "./queue-row.ts";
import type { TipLane } from "./tip-state.ts";
import type { UndoableAction } from "./undo.ts";

/** As much of a tip as decides what makes sense with it. */
interface Lying {
  lane: TipLane;
  ownerId: string | null;
  channel: Channel;
  caseTips: number;
  /** Whether somebody holds a receipt of it. */
  answerable: boolean;
}

/** What makes sense to do with a tip where it lies; the permits say who may. */
const fits: Record<TipActionName, (tip: Lying) => boolean> = {
  take: ({ lane, ownerId }) => lane === "queue" && ownerId === null,
  assign: ({ lane }) => lane === "queue",
  route: ({ lane }) => lane === "queue",
  band: ({ lane }) => lane === "queue",
  grade: () => true,
  correct: () => true,
  "set-aside": ({ lane }) => lane !== "set_aside",
  restore: ({ lane }) => lane !== "queue",
  undo: () => true,
  // A partner body holds a reference and no receipt, a talk that an officer wrote down neither: nobody would ever read it.
  message: ({ channel, answerable }) => channel !== "partner" && answerable,
  status: ({ channel, answerable }) => channel !== "partner" && answerable,
  close: ({ lane }) => lane === "queue",
  reopen: () => true,
  note: () => true,
  "strike-note": () => true,
  join: ({ lane }) => lane === "queue",
  part: ({ caseTips }) => caseTips > 1,
};

/** Whether an action makes sense for a tip as it lies, whoever asks. */
export function actionFits(action: TipActionName, tip: Lying): boolean {
  return fits[action](tip);
}

/** The actions to offer an officer on a tip. */
export function offeredActions(
  officer: Standing,
  tip: Situation & Lying,
  undoable: UndoableAction | null,
): TipActionName[] {
  return (Object.keys(fits) as TipActionName[]).filter(
    (action) =>
      mayOnTip(officer, action, tip) && actionFits(action, tip) && (action !== "undo" || undoable !== null),
  );
}
