import { SavedView } from "../../domain/cases/saved-view.ts";
import type { DeskContext } from "../staff-context.ts";
import { openWords } from "./officer-words.ts";

export interface OpenedView extends SavedView {
  id: string;
  /** Kept by this officer, who alone may take it away. */
  mine: boolean;
  /** For every officer of the region. */
  shared: boolean;
}

/** The views this officer keeps and those kept for their region, the oldest first. One that cannot be opened is left out. */
export async function listViews(ctx: DeskContext): Promise<OpenedView[]> {
  const rows = await ctx.desk.views(ctx.officer.id, ctx.officer.region);
  const opened = await Promise.all(
    rows.map(async ({ id, officerId, team, sealed }) => {
      const view = parse(await openWords(ctx.opener, sealed));
      return view && { ...view, id, mine: officerId === ctx.officer.id, shared: team !== null };
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
