import { hasCases, mayOnCase } from "../../domain/access/case-permits.ts";
import { NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { type OpenedTask, openTask } from "./open-task.ts";
import type { WaitingTask } from "./ports.ts";

export interface ListedTasks {
  /** Given to this officer by name. */
  mine: OpenedTask[];
  /** Nobody's by name, of a case that they may work on. */
  region: OpenedTask[];
}

/** What waits to be done, the soonest first. @throws `NotFound` for a role that works on no case */
export async function listTasks(ctx: DeskContext): Promise<ListedTasks> {
  if (!hasCases(ctx.officer.role)) throw new NotFound();
  const found = (await ctx.cases.waitingTasks(ctx.officer.id)).filter((task) =>
    mayOnCase(ctx.officer, "read", { state: task.caseState, regions: task.regions }),
  );
  const open = (tasks: WaitingTask[]) => Promise.all(tasks.map((task) => openTask(ctx, task)));
  return {
    mine: await open(found.filter(({ officer }) => officer?.id === ctx.officer.id)),
    region: await open(found.filter(({ officer }) => officer === null)),
  };
}
