/** What is stored, as sealed as it is stored, for evidence that leaves the desk whole. */
import { type Context, Hono } from "hono";
import { type SealedFile, saveSealed } from "../service/tips/save-sealed.ts";
import { type ApiDeps, contextOf } from "./api-door.ts";
import type { StaffVariables } from "./session.ts";

export function sealedDoor(deps: ApiDeps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();
  door.get("/tips/:id/sealed", async (c) =>
    save(c, await saveSealed(contextOf(deps, c), { tipId: c.req.param("id") })),
  );
  door.get("/evidence/:id/sealed", async (c) =>
    save(c, await saveSealed(contextOf(deps, c), { evidenceId: c.req.param("id") })),
  );
  return door;
}

function save(c: Context, { sealed, name }: SealedFile): Response {
  return c.body(Uint8Array.from(sealed), 200, {
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "no-store",
  });
}
