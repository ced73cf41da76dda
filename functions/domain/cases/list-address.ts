/** The list that an officer came from, as the address of a tip or a case carries it: its filters and place, and never a path. */
import { viewQuery } from "./saved-view.ts";

/**
 * The list of a page of the desk, by that page's own path: `/staff/?band=A&tip=…` and `/staff/tips/…/?list=band%3DA` →
 * `band=A`; the whole queue is empty. Only names of filters and the place are kept, so that it leads nowhere else.
 */
export function listQuery(path: string): string {
  const { pathname, searchParams } = new URL(path, "http://desk.invalid");
  const search = pathname === "/staff/" ? searchParams : new URLSearchParams(searchParams.get("list") ?? "");
  const kept = new URLSearchParams(viewQuery(search.toString()));
  const cursor = search.get("cursor");
  if (cursor) kept.set("cursor", cursor);
  return kept.toString();
}

/** The way back to that list, to the row of `tipId` if it has one there. */
export function backToList(path: string, tipId: string | null): string {
  const query = listQuery(path);
  return `${query === "" ? "/staff/" : `/staff/?${query}`}${tipId === null ? "" : `#row-${tipId}`}`;
}

/** `href` of a tip or a case with that list in it, so that the way back is still known there. */
export function withList(href: string, path: string): string {
  const query = listQuery(path);
  if (query === "") return href;
  return `${href}${href.includes("?") ? "&" : "?"}${new URLSearchParams({ list: query })}`;
}
