/** The queue as its address asks for it, with the chosen tip beside it. */
import { mayAtDesk, mayOnTip } from "../domain/access/permits.ts";
import { findHits } from "../domain/cases/find-hits.ts";
import { usualColumns } from "../domain/cases/queue-columns.ts";
import type { QueueView } from "../domain/cases/queue-page.ts";
import { type SavedLink, viewQuery } from "../domain/cases/saved-view.ts";
import { filtersOf } from "../domain/cases/tip-filters.ts";
import type { TipDetail } from "../domain/cases/tip-page.ts";
import { Locale } from "../domain/locales/locales.ts";
import { showArrivals } from "../service/arrivals/show-arrivals.ts";
import { listOfficers } from "../service/cases/list-officers.ts";
import { listOwners } from "../service/cases/list-owners.ts";
import { listSiblings } from "../service/cases/list-siblings.ts";
import { listViews, type OpenedView } from "../service/cases/list-views.ts";
import { planSearch } from "../service/cases/search.ts";
import type { DeskContext } from "../service/staff-context.ts";
import { listQuestions } from "../service/texts/list-questions.ts";
import { listStatuses } from "../service/texts/list-statuses.ts";
import { listRelated } from "../service/tips/list-related.ts";
import { countFacets, countTips, listTips } from "../service/tips/list-tips.ts";
import { readRecordings } from "../service/tips/read-recording-copies.ts";
import { readTip } from "../service/tips/read-tip.ts";
import { shownRecordings } from "./recording-view.ts";
import { shownArrival, shownRelated, shownSibling } from "./related-view.ts";
import { type HitsIn, noHits, queueRow, tipDetail } from "./views.ts";

/** What a form that was answered in place leaves beside its tip. */
export type Refusal = Partial<Pick<TipDetail, "draft" | "contact" | "translation">> & {
  seen?: number | null;
  transcript?: { evidenceId: string; text: string };
};

/** `path` is the page's own, with its query; an opened tip is on record as read. */
export async function queueView(
  ctx: DeskContext,
  path: string,
  refusal: (Refusal & { tipId: string }) | null = null,
): Promise<QueueView> {
  const { searchParams } = new URL(path, "http://desk.invalid");
  const { tip: chosen, cursor, ...rest } = filtersOf(searchParams);
  const given = {
    ...rest,
    rows: "case" as const,
    lines: true,
    cursor: typeof cursor === "string" && cursor !== "" ? cursor : null,
  };
  const [page, views, officers, owners, columns, counts] = await Promise.all([
    listTips(ctx, given),
    listViews(ctx),
    listOfficers(ctx),
    listOwners(ctx),
    ctx.queue.columns(ctx.officer.id),
    countTips(ctx),
  ]);
  const { tips, filters, nextCursor, matching, searchCut, lines } = page;
  const facets = await countFacets(ctx, filters.lane);
  const selected = refusal?.tipId ?? (typeof chosen === "string" && chosen !== "" ? chosen : null);
  return {
    kind: "queue",
    rows: tips.map((tip) => queueRow(tip, ctx.officer)),
    lines: Object.fromEntries(lines),
    filters,
    columns: columns ?? [...usualColumns],
    counts,
    matching,
    facets,
    saved: savedLinks(views),
    officers,
    owners,
    nextHref: withQuery(path, { cursor: nextCursor, tip: "" }),
    firstHref: cursor ? withQuery(path, { cursor: "", tip: "" }) : null,
    selected: selected === null ? null : await openTip(ctx, selected, refusal, filters.q),
    exportHref:
      mayAtDesk(ctx.officer, "export-queue") && filters.q === ""
        ? withQuery(`/staff/queue.csv?${viewQuery(searchParams.toString())}`, { back: path })
        : null,
    searchCut,
  };
}

export function savedLinks(views: readonly OpenedView[]): SavedLink[] {
  return views.map(({ query, ...view }) => ({
    ...view,
    href: query === "" ? "/staff/" : `/staff/?${query}`,
  }));
}

/** Looking changes nothing. */
const readings = new Set(["tip.read", "tip.line_read"]);

/** The tip as its page shows it, with what was searched for marked in it. That it was read is on record. */
export async function openTip(
  ctx: DeskContext,
  tipId: string,
  refusal: Refusal | null = null,
  q = "",
): Promise<TipDetail> {
  const opened = await readTip(ctx, { tipId });
  const { id } = opened.tip;
  const reader = Locale.parse(opened.tip.locale);
  const [related, arrivals, recordings, officers, questions, statuses] = await Promise.all([
    listRelated(ctx, { tipId: id }),
    showArrivals(ctx, [id]),
    readRecordings(ctx, { tipId: id }),
    opened.actions.includes("assign") ? listOfficers(ctx) : [],
    opened.actions.includes("message") ? listQuestions(ctx, reader) : [],
    opened.actions.includes("status") ? listStatuses(ctx, reader) : [],
  ]);
  const hitsIn = q === "" ? noHits : hitFinder(ctx, q);
  const siblings = await listSiblings(ctx, opened.tip);
  const arrival = arrivals.get(id);
  const detail = {
    ...tipDetail(opened, ctx.officer, hitsIn),
    related: related.tips.map((each) => shownRelated(each, ctx.officer)),
    elsewhere: related.elsewhere,
    siblings: siblings.tips.map((row) => shownSibling(row, ctx.officer)),
    siblingsElsewhere: siblings.elsewhere,
    recordings: shownRecordings(recordings, opened, ctx.officer, refusal?.transcript, hitsIn),
    officers: officers.filter((officer) => mayOnTip(officer, "message", opened.tip)),
    questions,
    statuses,
    arrival: arrival ? shownArrival(arrival) : null,
    translator: ctx.translator !== null,
  };
  if (!refusal) return detail;
  const { draft = null, contact = null, translation = null, seen = null } = refusal;
  const changed =
    seen === null ? [] : detail.events.filter(({ seq, action }) => seq > seen && !readings.has(action));
  return { ...detail, draft, contact, translation, changed };
}

function hitFinder(ctx: DeskContext, q: string): HitsIn {
  const sought = planSearch(ctx, q);
  return (words) => findHits(words, sought, ctx.foldForSearch);
}

/** The path with some of its query changed; null when a value to set is not there. */
export function withQuery(path: string, change: Record<string, string | null>): string | null {
  if (Object.values(change).includes(null)) return null;
  const url = new URL(path, "http://desk.invalid");
  for (const [name, value] of Object.entries(change)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return `${url.pathname}${url.search}`;
}
