/** A place in the list, as it travels in an address: after which row the next page begins. */
import { z } from "zod";
import { Band } from "../triage/verdict.ts";

const Place = z.tuple([Band, z.string().regex(/^\d{4,5}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/), z.uuid()]);

export interface ListPlace {
  band: Band;
  /** ISO 8601 with microseconds: two tips of one millisecond must not be confused. */
  receivedKey: string;
  id: string;
}

export function encodePlace({ band, receivedKey, id }: ListPlace): string {
  return `${band}_${receivedKey}_${id}`;
}

/** Null for what is no place. */
export function decodePlace(cursor: string): ListPlace | null {
  const parsed = Place.safeParse(cursor.split("_"));
  if (!parsed.success) return null;
  const [band, receivedKey, id] = parsed.data;
  return { band, receivedKey, id };
}
