/** The pages of a case and of the tasks, and their forms: one verb each, then back to where the officer was. */
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { FlashCode } from "../domain/cases/desk-page.ts";
import { NoteVisible } from "../domain/cases/note.ts";
import { Outcome } from "../domain/cases/outcome.ts";
import { NotFound } from "../service/errors.ts";
import { type ApiDeps, contextOf } from "./api-door.ts";
import { type CaseVerbName, caseActionTable, isCaseVerb } from "./case-actions.ts";
import { openCase, tasksView } from "./case-view.ts";
import { flashOf, sameAs } from "./forms-door.ts";
import { leaveFlash, type PageDeps, safeBack, showDeskPage } from "./frame.ts";
import type { StaffVariables } from "./session.ts";

type Deps = ApiDeps & PageDeps;

export function casesDoor(deps: Deps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();

  door.get("/cases/:id/", async (c) => {
    const { pathname, search } = new URL(c.req.url);
    const detail = await openCase(contextOf(deps, c), c.req.param("id"), `${pathname}${search}`);
    return showDeskPage(deps, c, {
      path: `/staff/cases/${detail.reference}/`,
      view: { kind: "case", ...detail },
    });
  });

  door.post("/cases/:id/:action", async (c) => {
    const { id, action } = c.req.param();
    if (!isCaseVerb(action)) throw new NotFound();
    const form = await c.req.parseBody();
    try {
      await caseActionTable[action].run(contextOf(deps, c), { ...form, caseId: id });
    } catch (error) {
      const code = flashOf(error);
      if (!code) throw error;
      return drawAgain(deps, c, { caseId: id, action, form, code });
    }
    leaveFlash(c, deps.secure, { kind: "done", code: caseActionTable[action].done });
    return c.redirect(safeBack(form.back), 303);
  });

  door.get("/tasks/", async (c) => {
    const scope = c.req.query("scope") === "region" ? "region" : "mine";
    const view = await tasksView(contextOf(deps, c), scope);
    return showDeskPage(deps, c, { path: "/staff/tasks/", view });
  });
  return door;
}

/** The case's page with the officer's words still in its form, what was wrong, and what others did meanwhile. */
async function drawAgain(
  deps: Deps,
  c: Context<StaffVariables>,
  given: { caseId: string; action: CaseVerbName; form: Record<string, unknown>; code: FlashCode },
): Promise<Response> {
  const { caseId, action, form, code } = given;
  const field = caseActionTable[action].words;
  const stale = code === "stale";
  const back = safeBack(form.back);
  const detail = await openCase(contextOf(deps, c), caseId, sameAs(`/staff/cases/${caseId}/`, back), {
    draft: {
      action,
      text: field ? String(form[field] ?? "").slice(0, 5_000) : "",
      ...(action === "note" ? { visible: NoteVisible.catch("all").parse(form.visible) } : {}),
      ...(action === "close" ? { outcome: Outcome.catch("other").parse(form.outcome) } : {}),
      ...(action === "add-task" ? { due: String(form.at ?? "").slice(0, 40) } : {}),
    },
    seen: stale ? z.coerce.number().int().nonnegative().catch(0).parse(form.seen) || null : null,
  });
  const path = `/staff/cases/${detail.reference}/`;
  return showDeskPage(deps, c, {
    path,
    at: sameAs(path, back),
    status: stale ? 409 : 422,
    flash: { kind: "problem", code },
    view: { kind: "case", ...detail },
  });
}
