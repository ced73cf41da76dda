import { workScope } from "../../domain/access/case-permits.ts";
import { NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { type OpenedTask, openTask } from "./open-task.ts";

export interface ListedTasks {
  /** Given to this officer by name. */
  mine: OpenedTask[];
  /** Nobody's by name, of a case that they may work on. */
  region: OpenedTask[];
}

/** Of each list at most so many: what is due later comes up as the sooner is done. */
const mostListed = 500;

/** What waits to be done, the soonest first. @throws `NotFound` for a role that works on no case */
export async function listTasks(ctx: DeskContext): Promise<ListedTasks> {
  const region = workScope(ctx.officer);
  if (region === null) throw new NotFound();
  const list = async (officerId: string | null) => {
    const tasks = await ctx.cases.waitingTasks({ officerId, region, limit: mostListed });
    return Promise.all(tasks.map((task) => openTask(ctx, task)));
  };
  const [mine, others] = await Promise.all([list(ctx.officer.id), list(null)]);
  return { mine, region: others };
}
