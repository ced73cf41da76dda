/** What an officer may take back: their own last change to a tip, while nothing came after it. */

/** As much of an event as decides. */
export interface PastEvent {
  actorId: string | null;
  action: string;
  details: Readonly<Record<string, unknown>>;
}

const undoable = {
  "tip.taken": "take",
  "tip.assigned": "assign",
  "tip.routed": "route",
  "tip.band_set": "band",
  "tip.graded": "grade",
  "tip.number_accepted": "correct",
  "tip.set_aside": "set-aside",
  "tip.restored": "restore",
  "tip.closed": "close",
  "tip.joined": "join",
  "tip.parted": "part",
} as const;
export type UndoableAction = (typeof undoable)[keyof typeof undoable];
export const undoableNames: readonly UndoableAction[] = Object.values(undoable);
/** The events of changes that can be taken back. */
export const undoableEvents: readonly string[] = Object.keys(undoable);

/** Changes that close the way back for what came before. Looking at a tip changes nothing. */
export const changes: readonly string[] = [
  ...Object.keys(undoable),
  "tip.reopened",
  "tip.undone",
  "tip.returned",
  "tip.added_to",
  "tip.status_set",
  "message.sent",
  "recording.typed",
  "recording.corrected",
];

export interface Undoable {
  action: UndoableAction;
  details: PastEvent["details"];
}

/**
 * The change that `undo` would take back.
 * @param events of one tip, newest first
 */
export function undoableChange(events: readonly PastEvent[], officerId: string): Undoable | null {
  const last = events.find(({ action }) => changes.includes(action));
  if (!last || last.actorId !== officerId || !isUndoable(last.action)) return null;
  return { action: undoable[last.action], details: last.details };
}

function isUndoable(action: string): action is keyof typeof undoable {
  return action in undoable;
}
