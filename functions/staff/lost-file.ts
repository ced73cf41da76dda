/** What is said in place of a stored file that cannot be handed out: to an officer a page, to a program JSON. */
import type { Context } from "hono";
import type { FileUnavailable } from "../service/errors.ts";
import { type PageDeps, showDeskPage } from "./frame.ts";
import { problem } from "./problem.ts";
import type { StaffVariables } from "./session.ts";

/** Gone is gone for now and all; a broken seal is the store's bad answer; a store that is away may come back. */
const statuses = { broken: 502, gone: 410, away: 503 } as const;

export async function sayLost(
  deps: PageDeps,
  c: Context<StaffVariables>,
  { fault, evidenceId, tipId }: FileUnavailable,
): Promise<Response> {
  const status = statuses[fault];
  if (c.get("viaToken") || c.req.path.startsWith("/staff/api/"))
    return problem(c, status, `file_${fault}`, { evidenceId });
  const requestId = c.get("requestId") ?? "";
  const view = { kind: "lost-file", fault, evidenceId, tipId, requestId } as const;
  return showDeskPage(deps, c, { path: "/staff/lost-file/", at: `/staff/tips/${tipId}/`, view, status });
}
