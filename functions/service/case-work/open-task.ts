import { openWords } from "../cases/officer-words.ts";
import type { DeskContext } from "../staff-context.ts";
import type { TaskRow } from "./ports.ts";

export interface OpenedTask extends Omit<TaskRow, "sealed"> {
  /** Null when it cannot be opened. */
  text: string | null;
  /** Due, and neither done nor withdrawn. */
  overdue: boolean;
}

/** A task with its words, for someone who may read its case. */
export async function openTask(ctx: DeskContext, { sealed, ...task }: TaskRow): Promise<OpenedTask> {
  const open = task.done === null && task.withdrawnAt === null;
  return {
    ...task,
    text: await openWords(ctx.opener, sealed),
    overdue: open && task.dueAt <= ctx.clock(),
  };
}
