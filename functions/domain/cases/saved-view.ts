/** A view of the queue that an officer keeps: its name, and the filters as they stand in an address. */
import { z } from "zod";
import { filterNames } from "./tip-filters.ts";

export const SavedView = z.object({
  name: z
    .string()
    .max(60)
    .transform((name) => name.trim())
    .refine((name) => name !== "", { error: "empty" }),
  query: z.string().max(600),
});
export type SavedView = z.infer<typeof SavedView>;

/** A kept view as a link to the queue. */
export interface SavedLink {
  id: string;
  name: string;
  href: string;
  /** Kept by this officer. */
  mine: boolean;
  /** Theirs to take away. */
  mayRemove: boolean;
  /** For every officer of the region. */
  shared: boolean;
}

/** An officer keeps so many at most, and a region too. */
export const mostViews = 20;

/** The filters of an address alone, in one order: `?tip=…&band=A` → `band=A`; the tip beside the list and the place in it are no part of a view. */
export function viewQuery(search: string): string {
  const given = new URLSearchParams(search);
  const kept = new URLSearchParams();
  for (const name of filterNames)
    for (const value of given.getAll(name)) if (value !== "") kept.append(name, value);
  return kept.toString();
}
