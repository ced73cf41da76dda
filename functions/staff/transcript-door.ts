/** The form beside a recording: what an officer heard, or their correction. */
import { Hono } from "hono";
import { z } from "zod";
import { typeTranscript } from "../service/tips/type-transcript.ts";
import { type ApiDeps, contextOf } from "./api-door.ts";
import { drawInPlace, flashOf } from "./forms-door.ts";
import { leaveFlash, type PageDeps, safeBack } from "./frame.ts";
import type { StaffVariables } from "./session.ts";

const Seen = z.coerce.number().int().nonnegative().catch(0);

export function transcriptDoor(deps: ApiDeps & PageDeps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();
  door.post("/:id/transcript", async (c) => {
    const form = await c.req.parseBody();
    const evidenceId = c.req.param("id");
    const back = safeBack(form.back);
    const text = String(form.text ?? "");
    try {
      // A form always says which tip it saw: without a version it would write over what another officer wrote.
      await typeTranscript(contextOf(deps, c), { evidenceId, version: String(form.version ?? ""), text });
    } catch (error) {
      const code = flashOf(error);
      if (!code) throw error;
      const tipId = String(form.tip ?? "");
      const seen = code === "stale" ? Seen.parse(form.seen) || null : null;
      return drawInPlace(deps, c, {
        tipId,
        back,
        beside: { transcript: { evidenceId, text: text.slice(0, 30_000) }, seen },
        code,
        status: code === "stale" ? 409 : 422,
      });
    }
    leaveFlash(c, deps.secure, { kind: "done", code: "saved" });
    return c.redirect(back, 303);
  });
  return door;
}
