import type { z } from "zod";
import type { DeskContext } from "../staff-context.ts";
import { changeTask, type TaskInput } from "./change-task.ts";

/** Says that a task is not done after all, or was withdrawn by a slip: it is asked for again. @throws `NotFound`, `NotAllowed` (`not_now`), `StaleVersion`, `BadInput` */
export function reopenTask(ctx: DeskContext, given: z.input<typeof TaskInput>): Promise<{ version: number }> {
  return changeTask(ctx, given, {
    permit: "reopen-task",
    action: ({ withdrawnAt }) => (withdrawnAt === null ? "case.task_undone" : "case.task_restored"),
    fits: ({ done, withdrawnAt }) => done !== null || withdrawnAt !== null,
    set: () => ({ done: null, withdrawnAt: null }),
  });
}
