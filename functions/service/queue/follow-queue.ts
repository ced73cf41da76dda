/** What an open page of the desk is told while it stands open: what is new in its list, and who else is there. */
import { z } from "zod";
import { mayOnTip, readableScope } from "../../domain/access/permits.ts";
import { initialsOf } from "../../domain/cases/initials.ts";
import { filtersOf, TipFilters } from "../../domain/cases/tip-filters.ts";
import { NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";

const Watch = z.object({
  /** The list's filters as they stand in its address; null where the page has no list. */
  list: z.string().max(1_000).nullable().catch(null),
  tip: z.uuid().nullable().catch(null),
  /** When the page was made: what came since is new to it. */
  since: z.iso.datetime().nullable().catch(null),
});
export type Watch = z.infer<typeof Watch>;

export interface Followed {
  filters: TipFilters | null;
  tipId: string | null;
  since: Date | null;
}

export interface Colleague {
  tipId: string;
  name: string;
  initials: string;
}

/** More than a page can show anyone by a number. */
const mostNew = 200;

/** Reads what a page says it shows. A tip that the officer may not read is none. @throws `NotFound` for a role without a queue */
export async function readWatch(ctx: DeskContext, given: z.input<typeof Watch>): Promise<Followed> {
  if (!readableScope(ctx.officer)) throw new NotFound();
  const { list, tip, since } = Watch.parse(given);
  const filters = list === null ? null : TipFilters.safeParse(filtersOf(new URLSearchParams(list)));
  const row = tip === null ? undefined : await ctx.desk.row(tip);
  return {
    // A search is not followed: each look would be one more search on record.
    filters: filters?.success && filters.data.q === "" ? filters.data : null,
    tipId: row && mayOnTip(ctx.officer, "read", row) ? row.id : null,
    since: since === null ? null : new Date(since),
  };
}

/** Of the tips that changed, and those that came since, what the officer may read; `listed`: the list has it now. */
export async function changesFor(
  ctx: DeskContext,
  { filters }: Followed,
  given: { ids: readonly string[]; since: Date | null },
): Promise<{ id: string; listed: boolean }[]> {
  const scope = readableScope(ctx.officer);
  if (!scope || (given.ids.length === 0 && !given.since)) return [];
  const query = { scope, filters: filters ?? TipFilters.parse({}), officerId: ctx.officer.id };
  const found = await ctx.queue.among(query, given, mostNew);
  return filters ? found : found.map(({ id }) => ({ id, listed: false }));
}

/** How many officers are at the desk, and which colleagues have which tip before them, of those this officer may read. */
export async function whoIsThere(ctx: DeskContext): Promise<{ officers: number; eyes: Colleague[] }> {
  const scope = readableScope(ctx.officer);
  if (!scope) return { officers: 0, eyes: [] };
  const { officers, eyes } = await ctx.presence.present(scope);
  return {
    officers,
    eyes: eyes
      .filter(({ officerId }) => officerId !== ctx.officer.id)
      .map(({ tipId, name }) => ({ tipId, name, initials: initialsOf(name) })),
  };
}
