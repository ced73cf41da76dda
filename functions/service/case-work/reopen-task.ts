import type { z } from "zod";
import type { DeskContext } from "../staff-context.ts";
import { changeTask, type TaskInput } from "./change-task.ts";

/** Says that a task is not done after all. @throws `NotFound`, `NotAllowed` (`not_now`), `StaleVersion`, `BadInput` */
export function reopenTask(ctx: DeskContext, given: z.input<typeof TaskInput>): Promise<{ version: number }> {
  return changeTask(ctx, given, {
    permit: "reopen-task",
    action: "case.task_undone",
    fits: ({ done }) => done !== null,
    set: () => ({ done: null }),
  });
}
