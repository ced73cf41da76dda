import type { z } from "zod";
import type { DeskContext } from "../staff-context.ts";
import { changeTask, type TaskInput } from "./change-task.ts";

/**
 * Takes back a task that was put down by mistake: it stays to be read, marked, and nobody is asked for it any more.
 * @throws `NotFound`, `NotAllowed` (`not_now`), `StaleVersion`, `BadInput`
 */
export function withdrawTask(
  ctx: DeskContext,
  given: z.input<typeof TaskInput>,
): Promise<{ version: number }> {
  return changeTask(ctx, given, {
    permit: "withdraw-task",
    action: "case.task_withdrawn",
    fits: ({ done, withdrawnAt }) => done === null && withdrawnAt === null,
    set: (withdrawnAt) => ({ withdrawnAt }),
  });
}
