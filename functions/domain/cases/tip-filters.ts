/** What an officer may narrow the list by, as it stands in an address. */
import { z } from "zod";
import { Band, Category, Channel, Lang, Region, Urgency } from "../triage/verdict.ts";
import { TipLane, TipState } from "./tip-state.ts";
import { Unit } from "./unit.ts";

/** One value, several with commas, or several of the same name. */
const several = <T extends string>(option: z.ZodType<T, string>) =>
  z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given) => [given].flat().flatMap((part) => part.split(",")))
    .transform((parts) => [...new Set(parts.filter((part) => part !== ""))])
    .pipe(z.array(option).max(20));

const flag = z
  .enum(["1", "0", "true", "false", ""])
  .default("")
  .transform((value) => value === "1" || value === "true");

/** By the arrival clock: within a day, three days, a week; or its time has passed. */
export const DueFilter = z.enum(["day", "three_days", "week", "past"]);
export type DueFilter = z.infer<typeof DueFilter>;

export const TipFilters = z.object({
  lane: TipLane.default("queue"),
  band: several(Band),
  region: several(z.enum([...Region.options, "none"])),
  state: several(TipState),
  channel: several(Channel),
  lang: several(Lang),
  goods: several(Category),
  urgency: several(Urgency),
  /** Of its case. */
  unit: several(Unit),
  due: DueFilter.or(z.literal(""))
    .default("")
    .transform((value) => (value === "" ? null : value)),
  q: z
    .string()
    .max(200)
    .default("")
    .transform((words) => words.trim()),
  /** `me`, `none`, or an officer's id. */
  owner: z
    .string()
    .regex(/^[\w-]{0,64}$/)
    .default("")
    .transform((value) => (value === "" ? null : value)),
  /** With an arrival ahead or just past, ordered by it: what arrives next on top. */
  arriving: flag,
  unread: flag,
  /** With a recording that can be heard. */
  recording: flag,
});
export type TipFilters = z.infer<typeof TipFilters>;

/** The names of filters that may come several times in an address. */
export const listFilters: ReadonlySet<string> = new Set([
  "band",
  "region",
  "state",
  "channel",
  "lang",
  "goods",
  "urgency",
  "unit",
]);

/** Every name that says what to look for, in the order of a saved view's address. */
export const filterNames = Object.keys(TipFilters.shape);

const wholeQueue = TipFilters.parse({});

/** The names of the filters that make a list less than the whole queue, in their order. */
export function narrowedBy(filters: TipFilters): (keyof TipFilters)[] {
  const names = Object.keys(wholeQueue) as (keyof TipFilters)[];
  return names.filter((name) => String(filters[name] ?? "") !== String(wholeQueue[name] ?? ""));
}

/** Filters as they stand in an address: several values of one name make a list. */
export function filtersOf(query: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, listFilters.has(name) ? values : (values.at(-1) ?? "")];
    }),
  );
}
