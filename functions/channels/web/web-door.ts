import { Hono } from "hono";
import { limits } from "../../domain/intake/limits.ts";
import { isOffered } from "../../domain/locales/offered.ts";
import type { WebDoorDeps } from "./deps.ts";
import { answerFollowUp, showAsk } from "./follow-up.ts";
import { showReportForm, takeReport } from "./report.ts";
import { type UploadRoom, uploadRoom } from "./upload-room.ts";

/** Files of three full reports at once; more are asked to wait, with their words kept. */
export const roomBytes = 3 * limits.files * limits.fileBytes;

/**
 * The HTML door: `/{locale}/report/` and `/{locale}/follow-up/`. It works without script, keeps every word when
 * something is wrong, and puts nothing in an address. Other paths and languages fall through to whoever comes next.
 */
export function webDoor(deps: WebDoorDeps, room: UploadRoom = uploadRoom(roomBytes)): Hono {
  const door = new Hono();
  door.get("/:locale/report/", async (c, next) => {
    const { locale } = c.req.param();
    return isOffered(locale) ? showReportForm(deps, locale) : next();
  });
  door.post("/:locale/report/", async (c, next) => {
    const { locale } = c.req.param();
    return isOffered(locale) ? takeReport(deps, room, c, locale) : next();
  });
  door.get("/:locale/follow-up/", async (c, next) => {
    const { locale } = c.req.param();
    return isOffered(locale) ? showAsk(deps, locale) : next();
  });
  door.post("/:locale/follow-up/", async (c, next) => {
    const { locale } = c.req.param();
    return isOffered(locale) ? answerFollowUp(deps, c, locale) : next();
  });
  return door;
}
