/** A place in the list, as it travels in an address: after which row the next page begins. */
import { z } from "zod";
import { Band } from "../triage/verdict.ts";

const Place = z.object({
  band: Band,
  /** ISO 8601 with microseconds: two tips of one millisecond must not be confused. */
  receivedKey: z.string().regex(/^\d{4,5}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
  id: z.uuid(),
  /** The expected day, where the list is ordered by it. */
  eta: z.iso.date().nullable(),
});
export type ListPlace = z.infer<typeof Place>;

/** `B_2026-11-20T13:10:00.000000Z_0198…`, with `_2026-11-21` at its end where days order the list. */
export function encodePlace({ band, receivedKey, id, eta }: ListPlace): string {
  return [band, receivedKey, id, ...(eta === null ? [] : [eta])].join("_");
}

/** Null for what is no place. */
export function decodePlace(cursor: string): ListPlace | null {
  const [band, receivedKey, id, eta = null, ...more] = cursor.split("_");
  const parsed = Place.safeParse({ band, receivedKey, id, eta });
  return parsed.success && more.length === 0 ? parsed.data : null;
}
