/** What an officer may narrow the list by, as it stands in an address. */
import { z } from "zod";
import { Band, Channel, Region } from "../triage/verdict.ts";
import { TipLane, TipState } from "./tip-state.ts";

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

export const TipFilters = z.object({
  lane: TipLane.default("queue"),
  band: several(Band),
  region: several(z.enum([...Region.options, "none"])),
  state: several(TipState),
  channel: several(Channel),
  q: z
    .string()
    .max(200)
    .default("")
    .transform((words) => words.trim()),
  owner: z
    .enum(["me", ""])
    .default("")
    .transform((value) => (value === "me" ? ("me" as const) : null)),
  /** With an arrival ahead or just past, ordered by it: what arrives next on top. */
  arriving: flag,
  unread: flag,
  recording: flag,
});
export type TipFilters = z.infer<typeof TipFilters>;
