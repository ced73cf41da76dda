/** What stands around every page of the desk besides its own matter. */
import type { Context } from "hono";
import { readableScope } from "../domain/access/permits.ts";
import type { DeskFrame, DeskView } from "../domain/cases/desk-page.ts";
import { listViews } from "../service/cases/list-views.ts";
import { tellHandover } from "../service/handover/tell-handover.ts";
import { type ApiDeps, contextOf } from "./api-door.ts";
import { savedLinks } from "./queue-view.ts";
import type { StaffVariables } from "./session.ts";

export type PageAround = Pick<DeskFrame, "handover" | "saved">;

/** The kept views for the command bar, and the handover while it waits. A page of an error asks the database nothing. */
export async function pageAround(
  deps: Pick<ApiDeps, "staff">,
  c: Context<StaffVariables>,
  view: DeskView,
): Promise<PageAround> {
  const signedIn = c.get("signedIn") ?? null;
  // Of the practice desk there is nothing to tell before it is open.
  const ready = signedIn?.complete && (!signedIn.training || signedIn.practice !== undefined);
  if (!ready || view.kind === "error" || !readableScope(signedIn.officer))
    return { handover: null, saved: [] };
  const ctx = contextOf(deps, c);
  const [handover, saved] = await Promise.all([
    tellHandover(ctx),
    view.kind === "queue" ? view.saved : listViews(ctx).then(savedLinks),
  ]);
  return { handover, saved };
}
