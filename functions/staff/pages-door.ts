/** The desk's pages for a signed-in officer. */
import { type Context, Hono } from "hono";
import { mayAtDesk, readableScope } from "../domain/access/permits.ts";
import type { Officer } from "../service/actor.ts";
import { concealReceipt } from "../service/cases/conceal-receipt.ts";
import { type ApiDeps, contextOf } from "./api-door.ts";
import { type PageDeps, showDeskPage } from "./frame.ts";
import { openTip, queueView, withQuery } from "./queue-view.ts";
import type { StaffVariables } from "./session.ts";

export function pagesDoor(deps: ApiDeps & PageDeps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();

  door.get("/", async (c) => {
    const ctx = contextOf(deps, c);
    if (!readableScope(ctx.officer)) return c.redirect(homeOf(ctx.officer), 302);
    const q = c.req.query("q") ?? "";
    const kept = concealReceipt(ctx, q);
    if (kept !== q) return c.redirect(withQuery(pathOf(c), { q: kept }) ?? "/staff/", 302);
    return showDeskPage(deps, c, { path: "/staff/", view: await queueView(ctx, pathOf(c)) });
  });

  door.get("/tips/:id/", async (c) => {
    const detail = await openTip(contextOf(deps, c), c.req.param("id"));
    return showDeskPage(deps, c, {
      path: `/staff/tips/${detail.tip.id}/`,
      view: { kind: "tip", ...detail },
    });
  });
  return door;
}

function pathOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return `${pathname}${search}`;
}

/** Where the desk leads an officer without a queue. */
function homeOf(officer: Officer): string {
  if (mayAtDesk(officer, "events")) return "/staff/events/";
  return mayAtDesk(officer, "accounts") ? "/staff/people/" : "/staff/account/";
}
