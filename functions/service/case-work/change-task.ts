import { z } from "zod";
import type { CaseAction } from "../../domain/access/case-permits.ts";
import { parseInput, version } from "../cases/parse-input.ts";
import { NotAllowed, StaleVersion } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { loadCase } from "./load-case.ts";
import type { CaseStore, TaskRow } from "./ports.ts";

/** `version` is the task's, as the officer saw it. */
export const TaskInput = z.object({ caseId: z.string(), task: z.uuid(), taskVersion: version });

type Set = Parameters<CaseStore["changeTask"]>[0]["set"];

/**
 * One change of one task, with its event. `fits` says whether it makes sense for the task as it stands.
 * @throws `NotFound`, `NotAllowed` (`not_now`), `StaleVersion`, `BadInput`
 */
export async function changeTask(
  ctx: DeskContext,
  given: z.input<typeof TaskInput>,
  what: {
    permit: CaseAction;
    action: string | ((task: TaskRow) => string);
    fits(task: TaskRow): boolean;
    set(at: Date): Set;
  },
): Promise<{ version: number }> {
  const input = parseInput(TaskInput, given);
  const found = await loadCase(ctx, { caseId: input.caseId }, what.permit);
  const task = (await ctx.cases.tasks(found.id)).find(({ id }) => id === input.task);
  if (!task) throw new NotAllowed("no_such_task");
  if (input.taskVersion !== undefined && input.taskVersion !== task.version) throw new StaleVersion();
  if (!what.fits(task)) throw new NotAllowed("not_now");
  const at = ctx.clock();
  const action = typeof what.action === "string" ? what.action : what.action(task);
  const done = await ctx.cases.changeTask(
    { id: task.id, caseId: found.id, version: task.version, set: what.set(at) },
    { at, actorId: ctx.officer.id, action, caseId: found.id, details: { task: task.id } },
  );
  if (!done) throw new StaleVersion();
  ctx.log.info({ caseId: found.id, code: action }, "task changed");
  return { version: found.version };
}
