import { z } from "zod";
import { type ReadableScope, readableScope } from "../../domain/access/permits.ts";
import type { LinePiece, SearchedWords } from "../../domain/cases/find-hits.ts";
import { decodePlace, dueNever, encodePlace, type ListPlace } from "../../domain/cases/list-place.ts";
import { type Facets, mostCounted, type TipCounts } from "../../domain/cases/queue-page.ts";
import { TipFilters } from "../../domain/cases/tip-filters.ts";
import { parseInput } from "../cases/parse-input.ts";
import type { TipQuery, TipRow } from "../cases/ports.ts";
import { planSearch, recordSearch, verifyHits } from "../cases/search.ts";
import { showLines } from "../cases/show-lines.ts";
import { BadInput, NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";

const Input = TipFilters.extend({
  cursor: z.string().max(300).nullish(),
  /** `case`: one row a case, its most urgent tip; a search shows each tip that it finds. */
  rows: z.enum(["tip", "case"]).default("tip"),
  /** Whether a search shows a line of the words of what it finds. */
  lines: z.boolean().default(false),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export interface TipPage {
  tips: TipRow[];
  filters: TipFilters;
  nextCursor: string | null;
  /** How many rows the whole list has, counted up to `mostCounted`; null of a search, which counts only what it opens. */
  matching: number | null;
  /** A search opened this many tips to look for more hits and stopped there; null when it saw them all. */
  searchCut: number | null;
  /** By tip: the line of its words around what was searched for, where it was asked for. */
  lines: ReadonlyMap<string, LinePiece[]>;
}

/** A search opens at most this many candidates for one page. */
const mostOpened = 400;

/**
 * The queue as an officer may see it: by band, then danger to life first, then what arrives next, then by receipt,
 * oldest first, and last what is over; with `arriving` by when it is due before that. `q` finds identifiers, case references and words; hits among sealed words are opened and verified before they count.
 * @throws `NotFound` when the officer's role reads no tip, `BadInput`
 */
export async function listTips(ctx: DeskContext, given: z.input<typeof Input>): Promise<TipPage> {
  const scope = readableScope(ctx.officer);
  if (!scope) throw new NotFound();
  const { cursor, limit, rows: shown, lines, ...filters } = parseInput(Input, given);
  const place = cursor ? decodePlace(cursor) : null;
  if (cursor && place?.arriving !== filters.arriving)
    throw new BadInput([{ path: "cursor", code: "invalid_value" }]);
  const query = { scope, filters, officerId: ctx.officer.id };
  if (filters.q !== "") return search(ctx, query, place, limit, lines);
  const { rows, matching } = await page(ctx, { ...query, limit: limit + 1, byCase: shown === "case" }, place);
  const tips = rows.slice(0, limit);
  const last = rows.length > limit ? tips.at(-1) : undefined;
  return {
    tips,
    filters,
    nextCursor: last ? encodePlace(placeOf(last, filters)) : null,
    matching,
    searchCut: null,
    lines: new Map(),
  };
}

/** A list that shows one row a case is a page, which says how many rows there are; a program counts what it reads. */
async function page(
  ctx: DeskContext,
  query: Omit<TipQuery, "after" | "found">,
  after: ListPlace | null,
): Promise<{ rows: TipRow[]; matching: number | null }> {
  if (query.byCase && !after) return ctx.queue.firstPage(query, mostCounted);
  const [rows, matching] = await Promise.all([
    ctx.desk.list({ ...query, after }),
    query.byCase ? ctx.queue.countList(query, mostCounted) : null,
  ]);
  return { rows, matching };
}

/** How many tips lie in each lane and view for this officer. @throws `NotFound` as `listTips` does */
export async function countTips(ctx: DeskContext): Promise<TipCounts> {
  const scope = readableScope(ctx.officer);
  if (!scope) throw new NotFound();
  return ctx.desk.count(scope, ctx.officer.id);
}

/** How many tips of a lane each choice of a filter would leave. @throws `NotFound` as `listTips` does */
export async function countFacets(ctx: DeskContext, lane: TipFilters["lane"]): Promise<Facets> {
  const scope = readableScope(ctx.officer);
  if (!scope) throw new NotFound();
  return ctx.queue.facets(scope, lane);
}

async function search(
  ctx: DeskContext,
  query: { scope: ReadableScope; filters: TipFilters; officerId: string },
  place: ListPlace | null,
  limit: number,
  withLines: boolean,
): Promise<TipPage> {
  const { filters } = query;
  const plan = planSearch(ctx, filters.q);
  const tips: TipRow[] = [];
  const texts = new Map<string, SearchedWords[]>();
  const found = await ctx.desk.findTips(plan, filters.arriving);
  let after = place;
  let opened = 0;
  let more = !Array.isArray(found) || found.length > 0;
  while (more && tips.length < limit && opened < mostOpened) {
    const batch = await ctx.desk.list({ ...query, after, limit, found });
    more = batch.length === limit;
    const hits = await verifyHits(ctx, plan, batch);
    opened += batch.length;
    for (const tip of batch) {
      if (tips.length === limit) {
        more = true;
        break;
      }
      after = placeOf(tip, filters);
      const words = hits.get(tip.id);
      if (!words) continue;
      tips.push(tip);
      texts.set(tip.id, words);
    }
  }
  const [shown] = await Promise.all([
    withLines ? showLines(ctx, plan, tips, texts) : new Map(),
    recordSearch(ctx, filters.q, { hits: tips.length, opened }),
  ]);
  return {
    tips,
    filters,
    matching: null,
    nextCursor: more && after ? encodePlace(after) : null,
    searchCut: more && tips.length < limit ? opened : null,
    lines: shown,
  };
}

/** Where a tip stands in the list's order: what comes after it begins there. */
export function placeOf(tip: TipRow, { arriving }: TipFilters): ListPlace {
  const { band, threatToLife: life, lapsed, dueKey, receivedKey, id } = tip;
  return { band, life, lapsed, dueKey: dueKey ?? dueNever, receivedKey, id, arriving };
}
