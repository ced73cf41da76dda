/** The list of the queue as a file, for an officer who has just proved who they are. */
import { Hono } from "hono";
import type { FlashCode } from "../domain/cases/desk-page.ts";
import { filtersOf } from "../domain/cases/tip-filters.ts";
import { NotAllowed } from "../service/errors.ts";
import { exportQueue } from "../service/queue/export-queue.ts";
import { type ApiDeps, contextOf } from "./api-door.ts";
import { leaveFlash, type PageDeps, safeBack } from "./frame.ts";
import { saveCsv } from "./save-csv.ts";
import type { StaffVariables } from "./session.ts";

const refusals = ["search_not_exported", "too_many_to_export"] as const satisfies FlashCode[];

export function exportDoor(deps: ApiDeps & PageDeps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();

  door.get("/queue.csv", async (c) => {
    const ctx = contextOf(deps, c);
    try {
      const { csv, count } = await exportQueue(ctx, filtersOf(new URL(c.req.url).searchParams));
      deps.staff.log.info({ actorId: ctx.officer.id, count, code: "queue_exported" }, "queue exported");
      return saveCsv(c, "queue", ctx.clock(), csv);
    } catch (error) {
      const code = error instanceof NotAllowed && refusals.find((each) => each === error.code);
      if (!code) throw error;
      leaveFlash(c, deps.secure, { kind: "problem", code });
      return c.redirect(safeBack(c.req.query("back")), 303);
    }
  });
  return door;
}
