/** Opened pictures, recordings and files for whoever may see their tip; each opening is an event. */
import { type Context, Hono } from "hono";
import { openEvidence } from "../service/tips/open-evidence.ts";
import { openRecordingCopy } from "../service/tips/read-recording-copies.ts";
import { type ApiDeps, contextOf } from "./api-door.ts";
import type { StaffVariables } from "./session.ts";

export function evidenceDoor(deps: ApiDeps): Hono<StaffVariables> {
  const door = new Hono<StaffVariables>();
  door.get("/:id/outline", async (c) => {
    const asked = { evidenceId: c.req.param("id"), kind: "peaks" } as const;
    const { plain } = await openRecordingCopy(contextOf(deps, c), asked);
    return c.body(Uint8Array.from(plain), 200, {
      "content-type": "application/json",
      "cache-control": "no-store",
    });
  });
  door.get("/:id/disguised", async (c) => {
    const id = c.req.param("id");
    const { mediaType, plain } = await openRecordingCopy(contextOf(deps, c), {
      evidenceId: id,
      kind: "disguised",
    });
    return save(c, plain, `${id.toLowerCase()}-disguised${extensionOf(mediaType)}`);
  });
  door.get("/:id/file", async (c) => {
    const asked = { evidenceId: c.req.param("id"), purpose: "download" } as const;
    const { evidence, plain } = await openEvidence(contextOf(deps, c), asked);
    return save(c, plain, `${evidence.id}${extensionOf(evidence.mediaType)}`);
  });
  door.get("/:id", async (c) => {
    const range = /^bytes=(\d+)-(\d*)$/.exec(c.req.header("range") ?? "");
    const first = Number(range?.[1] ?? 0);
    // A player asks for the next stretch of what it has begun: the opening is on record already.
    const { evidence, plain } = await openEvidence(contextOf(deps, c), {
      evidenceId: c.req.param("id"),
      purpose: "view",
      again: first > 0,
    });
    const headers = {
      "content-type": evidence.mediaType ?? "",
      "content-disposition": "inline",
      "accept-ranges": "bytes",
      "cache-control": "no-store",
    };
    const bytes = Uint8Array.from(plain);
    if (!range) return c.body(bytes, 200, { ...headers, "content-length": String(bytes.length) });
    const last = range[2] ? Math.min(Number(range[2]), bytes.length - 1) : bytes.length - 1;
    if (first > last) return c.body(null, 416, { "content-range": `bytes */${bytes.length}` });
    return c.body(bytes.slice(first, last + 1), 206, {
      ...headers,
      "content-range": `bytes ${first}-${last}/${bytes.length}`,
      "content-length": String(last - first + 1),
    });
  });
  return door;
}

/** As plain bytes, so that no browser takes it for a page. */
function save(c: Context, plain: Uint8Array, name: string): Response {
  return c.body(Uint8Array.from(plain), 200, {
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "no-store",
  });
}

function extensionOf(mediaType: string | null): string {
  const subtype = /^[a-z]+\/([a-z0-9]{2,5})$/.exec(mediaType ?? "")?.[1];
  return subtype ? `.${subtype}` : "";
}
