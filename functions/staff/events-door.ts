/** The event log for its readers: filters, how far its chain was checked, and a copy as CSV. */
import { type Context, Hono } from "hono";
import { mayAtDesk } from "../domain/access/permits.ts";
import type { EventsView } from "../domain/cases/desk-page.ts";
import { BadInput, NotFound } from "../service/errors.ts";
import { type EventFilters, exportEvents } from "../service/events/export-events.ts";
import type { LogReader } from "../service/events/ports.ts";
import { type ChainWatch, watchChain } from "../service/events/watch-chain.ts";
import type { DeskContext } from "../service/staff-context.ts";
import { listEvents } from "../service/tips/list-events.ts";
import { type ApiDeps, contextOf } from "./api-door.ts";
import { leaveFlash, type PageDeps, showDeskPage } from "./frame.ts";
import { withQuery } from "./queue-view.ts";
import { saveCsv } from "./save-csv.ts";
import type { StaffVariables } from "./session.ts";
import { shownEvent } from "./views.ts";

/** A page waits this long for the walk along the chain; a longer one goes on behind it. */
const patienceMs = 400;

export function eventsDoor(deps: ApiDeps & PageDeps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();
  const chains = new WeakMap<LogReader, ChainWatch>();
  // The practice desk has a log of its own.
  const chainOf = ({ eventLog, clock }: Pick<DeskContext, "eventLog" | "clock">): ChainWatch => {
    const watch = chains.get(eventLog) ?? watchChain(eventLog, clock);
    chains.set(eventLog, watch);
    return watch;
  };

  door.get("/", async (c) => {
    const ctx = contextOf(deps, c);
    const auditor = mayAtDesk(ctx.officer, "events");
    const shown = shownFilters(c);
    let trouble = false;
    const { events, nextCursor } = await listEvents(ctx, {
      ...given(shown),
      cursor: c.req.query("cursor") || null,
    }).catch((error: unknown) => {
      // What was typed names nothing: an auditor is told so beside it, anyone else finds no page.
      if (!auditor || !(error instanceof NotFound || error instanceof BadInput)) throw error;
      trouble = true;
      return { events: [], nextCursor: null };
    });
    const path = pathOf(c);
    const { search } = new URL(c.req.url);
    const view: EventsView = {
      kind: "events",
      events: events.map(shownEvent),
      filters: shown,
      trouble,
      nextHref: withQuery(path, { cursor: nextCursor }),
      firstHref: c.req.query("cursor") ? withQuery(path, { cursor: "" }) : null,
      audit: auditor
        ? {
            officers: await ctx.eventLog.names(),
            chain: shownChain(await chainOf(ctx).look(patienceMs)),
            exportHref: withQuery(`/staff/events/export.csv${search}`, { cursor: "", back: path }) ?? "",
          }
        : null,
    };
    return showDeskPage(deps, c, { path: "/staff/events/", view, status: trouble ? 422 : 200 });
  });

  door.get("/export.csv", async (c) => {
    const ctx = contextOf(deps, c);
    const { csv, count } = await exportEvents(ctx, given(shownFilters(c)));
    deps.staff.log.info({ actorId: ctx.officer.id, count, code: "events_exported" }, "event log exported");
    return saveCsv(c, "events", ctx.clock(), csv);
  });

  door.post("/verify", async (c) => {
    const ctx = contextOf(deps, c);
    if (!mayAtDesk(ctx.officer, "events")) throw new NotFound();
    chainOf(ctx).again();
    await chainOf(ctx).look(patienceMs);
    leaveFlash(c, deps.secure, { kind: "done", code: "chain_walked" });
    return c.redirect("/staff/events/", 303);
  });
  return door;
}

function shownFilters(c: Context): EventsView["filters"] {
  const query = (name: string) => c.req.query(name)?.trim() || null;
  return {
    about: query("about") ?? query("tip"),
    person: query("person") ?? query("actor"),
    action: query("action"),
    from: query("from"),
    to: query("to"),
  };
}

/** A case's reference says itself that it is one; any other id is a tip's. */
function given({ about, ...filters }: EventsView["filters"]): EventFilters {
  const isCase = about !== null && /^sk-/i.test(about);
  return { ...filters, tip: isCase ? null : about, case: isCase ? about : null };
}

function shownChain(state: Awaited<ReturnType<ChainWatch["look"]>>) {
  const { verified, at, broken, walking } = state;
  return { seq: verified.seq, hash: verified.hash, at: at?.toISOString() ?? null, broken, walking };
}

function pathOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return `${pathname}${search}`;
}
