/** The handover of a shift: drawn up, handed over with a note, taken over. */
import { Hono } from "hono";
import type { HandoverView } from "../domain/cases/handover-page.ts";
import { BadInput, NotAllowed } from "../service/errors.ts";
import { drawHandover } from "../service/handover/draw-handover.ts";
import { handOver, takeOver } from "../service/handover/hand-over.ts";
import type { DeskContext } from "../service/staff-context.ts";
import { type ApiDeps, contextOf } from "./api-door.ts";
import { leaveFlash, type PageDeps, showDeskPage } from "./frame.ts";
import type { StaffVariables } from "./session.ts";

export function handoverDoor(deps: ApiDeps & PageDeps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();
  const path = "/staff/handover/";

  door.get("/", async (c) => showDeskPage(deps, c, { path, view: await viewFor(contextOf(deps, c)) }));

  door.post("/", async (c) => {
    const note = String((await c.req.parseBody()).note ?? "");
    const ctx = contextOf(deps, c);
    try {
      await handOver(ctx, { note });
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      const view = { ...(await viewFor(ctx)), note: note.slice(0, 20_000) };
      return showDeskPage(deps, c, { path, view, status: 422, flash: { kind: "problem", code: "invalid" } });
    }
    leaveFlash(c, deps.secure, { kind: "done", code: "handed_over" });
    return c.redirect(path, 303);
  });

  door.post("/:id/take", async (c) => {
    try {
      await takeOver(contextOf(deps, c), { handoverId: c.req.param("id") });
      leaveFlash(c, deps.secure, { kind: "done", code: "taken_over" });
    } catch (error) {
      if (!(error instanceof NotAllowed)) throw error;
      leaveFlash(c, deps.secure, { kind: "problem", code: "stale" });
    }
    return c.redirect(path, 303);
  });
  return door;
}

async function viewFor(ctx: DeskContext): Promise<HandoverView> {
  const { region, since, due, facts, earlier } = await drawHandover(ctx);
  return {
    kind: "handover",
    region,
    since: since.toISOString(),
    due,
    facts,
    note: "",
    earlier: earlier.map((row) => ({
      id: row.id,
      since: row.since.toISOString(),
      facts: row.facts,
      note: row.note,
      broken: row.broken,
      handedBy: row.handedBy.name,
      handedAt: row.handedAt.toISOString(),
      takenBy: row.takenBy?.name ?? null,
      takenAt: row.takenAt?.toISOString() ?? null,
      mayTake: row.takenBy === null && row.handedBy.id !== ctx.officer.id,
    })),
  };
}
