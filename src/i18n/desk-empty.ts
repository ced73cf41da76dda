/** Why a list of the queue is empty, in words. */
import { narrowedBy, type TipFilters } from "../../functions/domain/cases/tip-filters.ts";
import { readLookup } from "../../functions/domain/receipts/lookup-code.ts";
import type { DeskWords } from "./desk.ts";

/** One filter alone may have words of its own; for several together, and for any other, no tip fits them. */
export function whyEmpty(filters: TipFilters, t: DeskWords): string {
  const { q, state, lane, owner } = filters;
  const [first, second] = narrowedBy(filters).filter((name) => name !== "q");
  if (q !== "") {
    if (![...q.matchAll(/[\p{L}\p{N}\p{M}]{2,}/gu)].length) return t.empty.short;
    if (first !== undefined) return t.empty.searchFiltered;
    return readLookup(q) ? t.empty.receipt : t.empty.search;
  }
  if (first === undefined) return t.queue.empty;
  if (second !== undefined) return t.queue.emptyFiltered;
  if (first === "state" && state.join() === "closed") return t.empty.closed;
  if (first === "lane") return lane === "set_aside" ? t.empty.aside : t.empty.quarantine;
  if (first === "arriving") return t.empty.arriving;
  if (first === "owner" && owner === "me") return t.empty.mine;
  if (first === "unread") return t.empty.unread;
  if (first === "recording") return t.empty.recordings;
  return t.queue.emptyFiltered;
}
