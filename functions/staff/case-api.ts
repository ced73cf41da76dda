/** Cases and tasks in the JSON interface: the same verbs and permissions as the pages. */
import type { Context, Hono } from "hono";
import { listTasks } from "../service/case-work/list-tasks.ts";
import { readCase } from "../service/case-work/read-case.ts";
import { NotFound } from "../service/errors.ts";
import type { DeskContext } from "../service/staff-context.ts";
import { caseActionTable, isCaseVerb } from "./case-actions.ts";
import { caseDetail, shownTask } from "./case-view.ts";
import type { StaffVariables } from "./session.ts";

/** `contextOf` and `jsonOf` are the interface's own: who asks, and what they sent. */
export function addCaseRoutes(
  door: Hono<StaffVariables>,
  contextOf: (c: Context<StaffVariables>) => DeskContext,
  jsonOf: (c: Context) => Promise<object>,
): void {
  door.get("/cases/:id", async (c) => {
    const ctx = contextOf(c);
    const { part, before } = c.req.query();
    const opened = await readCase(ctx, {
      caseId: c.req.param("id"),
      part: (part || "all") as "all",
      before: before ? Number(before) : null,
    });
    const { draft: _, changed: __, earlierHref, latestHref, ...detail } = caseDetail(opened, ctx.officer);
    return c.json({ ...detail, before: opened.earlier });
  });

  door.post("/cases/:id/:action", async (c) => {
    const { id, action } = c.req.param();
    if (!isCaseVerb(action)) throw new NotFound();
    const input = await jsonOf(c);
    return c.json(await caseActionTable[action].run(contextOf(c), { ...input, caseId: id }));
  });

  door.get("/tasks", async (c) => {
    const { mine, region } = await listTasks(contextOf(c));
    return c.json({ mine: mine.map(shownTask), region: region.map(shownTask) });
  });
}
