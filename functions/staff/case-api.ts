/** Cases, tasks and public words in the JSON interface: the same verbs and permissions as the pages. */
import type { Context, Hono } from "hono";
import { Locale } from "../domain/locales/locales.ts";
import { listTasks } from "../service/case-work/list-tasks.ts";
import { readCase } from "../service/case-work/read-case.ts";
import { BadInput, NotFound } from "../service/errors.ts";
import type { DeskContext } from "../service/staff-context.ts";
import { listTexts } from "../service/texts/list-texts.ts";
import { setText } from "../service/texts/set-text.ts";
import { caseActionTable, isCaseVerb } from "./case-actions.ts";
import { caseDetail, shownTask } from "./case-view.ts";
import type { StaffVariables } from "./session.ts";
import { shownText } from "./text-view.ts";

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

  door.get("/texts", async (c) => {
    const locale = Locale.safeParse(c.req.query("locale"));
    if (!locale.success) throw new BadInput([{ path: "locale", code: "invalid_value" }]);
    const texts = await listTexts(contextOf(c), { locale: locale.data, reads: "ja" });
    return c.json({ items: texts.map(shownText) });
  });

  door.post("/texts", async (c) => {
    const input = (await jsonOf(c)) as Parameters<typeof setText>[1];
    return c.json(await setText(contextOf(c), input));
  });
}
