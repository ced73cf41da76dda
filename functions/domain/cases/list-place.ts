/** A place in the list, as it travels in an address: after which row the next page begins. */
import { z } from "zod";
import { Band } from "../triage/verdict.ts";

/** ISO 8601 with microseconds: two tips of one millisecond must not be confused. */
const Moment = z.string().regex(/^\d{4,5}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);

const Place = z.object({
  band: Band,
  /** Whether a life is in danger: such tips stand first in their band. */
  life: z.boolean(),
  /** Whether it is over: such tips stand last in their band. */
  lapsed: z.boolean(),
  /** When it is due; what has no day is due never. */
  dueKey: Moment,
  receivedKey: Moment,
  id: z.uuid(),
  /** Which of the two orders the place is in: by band first, or by due time first. */
  arriving: z.boolean(),
});
export type ListPlace = z.infer<typeof Place>;

/** As the order of the queue has it: after every day there is. */
export const dueNever = "9999-12-31T00:00:00.000000Z";

/** The words of a place by what they say. */
const words = {
  life: { calm: false, life: true },
  lapsed: { ahead: false, over: true },
  arriving: { queue: false, arriving: true },
} as const;
const wordOf = (of: Readonly<Record<string, boolean>>, value: boolean) =>
  Object.keys(of).find((word) => of[word] === value) ?? "";
const saidBy = (of: Readonly<Record<string, boolean>>, word: string) =>
  Object.hasOwn(of, word) ? of[word] : undefined;

/** `queue_B_calm_ahead_2026-11-21T15:00:00.000000Z_2026-11-20T13:10:00.000000Z_0198…`: order, band, danger, over or not, due, received, id. */
export function encodePlace({ band, life, lapsed, dueKey, receivedKey, id, arriving }: ListPlace): string {
  const said = [
    wordOf(words.arriving, arriving),
    band,
    wordOf(words.life, life),
    wordOf(words.lapsed, lapsed),
  ];
  return [...said, dueKey, receivedKey, id].join("_");
}

/** Null for what is no place. */
export function decodePlace(cursor: string): ListPlace | null {
  const [order = "", band, danger = "", over = "", dueKey, receivedKey, id, ...more] = cursor.split("_");
  const parsed = Place.safeParse({
    band,
    life: saidBy(words.life, danger),
    lapsed: saidBy(words.lapsed, over),
    arriving: saidBy(words.arriving, order),
    dueKey,
    receivedKey,
    id,
  });
  return parsed.success && more.length === 0 ? parsed.data : null;
}
