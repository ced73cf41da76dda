import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { PublicPageLocals } from "../../domain/intake/public-page.ts";
import type { WebDoorDeps } from "./deps.ts";

/** The on-demand page as an answer: never stored by anyone, and whole or not at all. */
export async function showPage(
  deps: Pick<WebDoorDeps, "render">,
  path: string,
  page: PublicPageLocals,
  answer: { status?: ContentfulStatusCode; retryAfter?: number } = {},
): Promise<Response> {
  const drawn = await deps.render(path, { page });
  if (!drawn.ok) throw new Error("page not drawn");
  const headers = new Headers({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
  });
  if (answer.retryAfter !== undefined) headers.set("retry-after", String(answer.retryAfter));
  return new Response(await drawn.text(), { status: answer.status ?? 200, headers });
}

/** A fresh key for a form: 128 unguessable bits, 22 characters. */
export function issueKey(deps: Pick<WebDoorDeps, "random">): string {
  return Buffer.from(deps.random(16)).toString("base64url");
}
