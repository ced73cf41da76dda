import type { z } from "zod";
import type { DeskContext } from "../staff-context.ts";
import { changeTask, type TaskInput } from "./change-task.ts";

/** Says that a task is done. @throws `NotFound`, `NotAllowed` (`not_now`), `StaleVersion`, `BadInput` */
export function finishTask(ctx: DeskContext, given: z.input<typeof TaskInput>): Promise<{ version: number }> {
  return changeTask(ctx, given, {
    permit: "finish-task",
    action: "case.task_done",
    fits: ({ done, withdrawnAt }) => done === null && withdrawnAt === null,
    set: (at) => ({ done: { by: ctx.officer.id, at } }),
  });
}
