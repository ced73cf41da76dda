/** The desk's pages for a signed-in officer, and the forms on them. */
import { type Context, Hono } from "hono";
import { mayAtDesk, readableScope } from "../domain/access/permits.ts";
import type { FlashCode } from "../domain/cases/desk-page.ts";
import type { QueueView } from "../domain/cases/queue-page.ts";
import { Band } from "../domain/triage/verdict.ts";
import { BadInput, NotAllowed, NotFound, StaleVersion } from "../service/errors.ts";
import type { DeskContext } from "../service/staff-context.ts";
import { listEvents } from "../service/tips/list-events.ts";
import { countTips, listTips } from "../service/tips/list-tips.ts";
import { readTip } from "../service/tips/read-tip.ts";
import { type ApiDeps, contextOf, filtersOf } from "./api-door.ts";
import { leaveFlash, type PageDeps, safeBack, showDeskPage } from "./frame.ts";
import type { StaffVariables } from "./session.ts";
import { isTipAction, tipActionTable } from "./tip-actions.ts";
import { queueRow, shownEvent, tipDetail } from "./views.ts";

type Deps = ApiDeps & PageDeps;
type PageContext = Context<StaffVariables>;

export function pagesDoor(deps: Deps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();

  door.get("/", async (c) => {
    const ctx = contextOf(deps, c);
    if (!readableScope(ctx.officer))
      return c.redirect(mayAtDesk(ctx.officer, "events") ? "/staff/events/" : "/staff/account/", 302);
    return showDeskPage(deps, c, { path: "/staff/", view: await queueView(ctx, c) });
  });

  door.get("/tips/:id/", async (c) => {
    const ctx = contextOf(deps, c);
    const tipId = c.req.param("id");
    const detail = tipDetail(await readTip(ctx, { tipId }), ctx.officer);
    return showDeskPage(deps, c, {
      path: `/staff/tips/${detail.tip.id}/`,
      view: { kind: "tip", draft: null, ...detail },
    });
  });

  door.post("/tips/:id/:action", async (c) => {
    const { id, action } = c.req.param();
    if (!isTipAction(action)) throw new NotFound();
    const ctx = contextOf(deps, c);
    const form = await c.req.parseBody();
    try {
      await tipActionTable[action].run(ctx, { ...form, tipId: id });
      leaveFlash(c, deps.secure, "done", tipActionTable[action].done);
    } catch (error) {
      const code = flashOf(error);
      if (!code) throw error;
      const field = tipActionTable[action].words;
      if (field)
        return refusedForm(deps, ctx, c, {
          id,
          action,
          code,
          text: String(form[field] ?? ""),
          band: Band.catch("C").parse(form.band),
        });
      leaveFlash(c, deps.secure, "problem", code);
    }
    return c.redirect(safeBack(form.back), 303);
  });

  door.get("/events/", async (c) => {
    const query = c.req.query();
    const { events, nextCursor } = await listEvents(contextOf(deps, c), {
      ...query,
      tip: query.tip || null,
      action: query.action || null,
    });
    const filters = { tip: query.tip || null, actor: query.actor || null, action: query.action || null };
    return showDeskPage(deps, c, {
      path: "/staff/events/",
      view: {
        kind: "events",
        events: events.map(shownEvent),
        filters,
        nextHref: withQuery(c, { cursor: nextCursor }),
        firstHref: query.cursor ? withQuery(c, { cursor: "" }) : null,
      },
    });
  });
  return door;
}

async function queueView(ctx: DeskContext, c: PageContext): Promise<QueueView> {
  const { tip: chosen, cursor, ...rest } = filtersOf(c);
  const given = { ...rest, cursor: typeof cursor === "string" && cursor !== "" ? cursor : null };
  const { tips, filters, nextCursor, searchCut } = await listTips(ctx, given);
  return {
    kind: "queue",
    rows: tips.map((tip) => queueRow(tip, ctx.officer)),
    filters,
    counts: await countTips(ctx),
    nextHref: withQuery(c, { cursor: nextCursor, tip: "" }),
    firstHref: cursor ? withQuery(c, { cursor: "", tip: "" }) : null,
    selected: typeof chosen === "string" && chosen !== "" ? await opened(ctx, chosen) : null,
    searchCut,
  };
}

async function opened(ctx: DeskContext, tipId: string) {
  return tipDetail(await readTip(ctx, { tipId }), ctx.officer);
}

/** The page again with the officer's words in the form, and what was wrong. */
async function refusedForm(
  deps: Deps,
  ctx: DeskContext,
  c: PageContext,
  given: { id: string; action: keyof typeof tipActionTable; code: FlashCode; text: string; band: Band },
): Promise<Response> {
  const detail = await opened(ctx, given.id);
  return showDeskPage(deps, c, {
    path: `/staff/tips/${detail.tip.id}/`,
    view: {
      kind: "tip",
      ...detail,
      draft: { action: given.action, text: given.text, band: given.action === "band" ? given.band : null },
    },
    status: given.code === "stale" ? 409 : 422,
    flash: { kind: "problem", code: given.code },
  });
}

function flashOf(error: unknown): FlashCode | undefined {
  if (error instanceof StaleVersion) return "stale";
  if (error instanceof NotAllowed)
    return error.code === "nothing_to_undo" ? "nothing_to_undo" : "not_allowed";
  if (error instanceof BadInput)
    return error.issues.some(({ path, code }) => path === "reason" && code === "empty")
      ? "reason_missing"
      : "invalid";
  return undefined;
}

/** The page's own address with some of its query changed; null when a value to set is not there. */
function withQuery(c: Context, change: Record<string, string | null>): string | null {
  if (Object.values(change).includes(null)) return null;
  const url = new URL(c.req.url);
  for (const [name, value] of Object.entries(change)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return `${url.pathname}${url.search}`;
}
