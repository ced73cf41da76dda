/** A place in the list, as it travels in an address: after which row the next page begins. */
import { z } from "zod";
import { Band } from "../triage/verdict.ts";

/** ISO 8601 with microseconds: two tips of one millisecond must not be confused. */
const Moment = z.string().regex(/^\d{4,5}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);

const Place = z.object({
  band: Band,
  /** Whether a life is in danger: such tips stand first in their band. */
  life: z.boolean(),
  receivedKey: Moment,
  id: z.uuid(),
  /** When it is due, where the list is ordered by that. */
  dueKey: Moment.nullable(),
});
export type ListPlace = z.infer<typeof Place>;

/** `B_calm_2026-11-20T13:10:00.000000Z_0198…` (or `B_life_…`), with `_2026-11-21T15:00:00.000000Z` at its end where due times order the list. */
export function encodePlace({ band, life, receivedKey, id, dueKey }: ListPlace): string {
  return [band, life ? "life" : "calm", receivedKey, id, ...(dueKey === null ? [] : [dueKey])].join("_");
}

/** Null for what is no place. */
export function decodePlace(cursor: string): ListPlace | null {
  const [band, danger = "", receivedKey, id, dueKey = null, ...more] = cursor.split("_");
  const life = danger === "life" ? true : danger === "calm" ? false : null;
  const parsed = Place.safeParse({ band, life, receivedKey, id, dueKey });
  return parsed.success && more.length === 0 ? parsed.data : null;
}
