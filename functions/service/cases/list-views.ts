import { mayAtDesk } from "../../domain/access/permits.ts";
import { SavedView } from "../../domain/cases/saved-view.ts";
import type { DeskContext } from "../staff-context.ts";
import { openWords } from "./officer-words.ts";

export interface OpenedView extends SavedView {
  id: string;
  /** Kept by this officer. */
  mine: boolean;
  /** Theirs to take away: their own, and for some roles those of their region. */
  mayRemove: boolean;
  /** For every officer of the region. */
  shared: boolean;
}

/** The views this officer keeps and those kept for their region, the oldest first. One that cannot be opened is left out. */
export async function listViews(ctx: DeskContext): Promise<OpenedView[]> {
  const rows = await ctx.desk.views(ctx.officer.id, ctx.officer.region);
  const opened = await Promise.all(
    rows.map(async ({ id, officerId, team, sealed }) => {
      const view = parse(await openWords(ctx.opener, sealed));
      const [mine, shared] = [officerId === ctx.officer.id, team !== null];
      const mayRemove = mine || (team === ctx.officer.region && mayAtDesk(ctx.officer, "team-views"));
      return view && { ...view, id, mine, shared, mayRemove };
    }),
  );
  return opened.filter((view) => view !== null);
}

function parse(words: string | null): SavedView | null {
  try {
    return SavedView.parse(JSON.parse(words ?? ""));
  } catch {
    return null;
  }
}
