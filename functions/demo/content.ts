/** The invented words of the demonstration: `content/demo`. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { StaffRegion, StaffRole } from "../domain/access/officer.ts";
import { GoodsChoice, Transport } from "../domain/intake/report.ts";
import { Locale } from "../domain/locales/locales.ts";
import { Band, Channel } from "../domain/triage/verdict.ts";
import { fillDays } from "./fill-days.ts";

const folder = resolve(import.meta.dirname, "..", "..", "content", "demo");

/** What an officer does with a tip, hours after it came in. */
const DeskStep = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("take"), by: StaffRole, after: z.number() }),
  z.strictObject({ do: z.literal("ask"), by: StaffRole, after: z.number(), text: z.string() }),
  z.strictObject({ do: z.literal("set-aside"), by: StaffRole, after: z.number(), text: z.string() }),
  z.strictObject({ do: z.literal("band"), by: StaffRole, after: z.number(), band: Band, text: z.string() }),
]);
export type DeskStep = z.infer<typeof DeskStep>;

export const Picture = z.enum(["container", "parcel", "boat"]);
export type Picture = z.infer<typeof Picture>;

/** A tip with `seconds` is a call of that length and has no words; `{day:3}` in words is the day in three days. */
const DemoTip = z
  .strictObject({
    channel: Channel,
    hoursAgo: z.number().positive(),
    text: z.string().default(""),
    place: z.string().optional(),
    when: z.string().optional(),
    how: z.string().optional(),
    who: z.string().optional(),
    contact: z.string().optional(),
    goods: z.array(GoodsChoice).default([]),
    transport: z.array(Transport).optional(),
    picture: Picture.optional(),
    seconds: z.number().int().positive().optional(),
    /** Text messages of one number join. */
    sender: z.number().int().min(0).max(9).optional(),
    later: z.array(z.strictObject({ hoursAgo: z.number().positive(), text: z.string() })).default([]),
    desk: z.array(DeskStep).default([]),
    /** Its receipt is printed, so that the way back can be tried. */
    receipt: z.boolean().default(false),
  })
  .refine(({ channel, text, seconds }) => (channel === "voice" ? seconds && !text : text && !seconds));
export type DemoTip = z.infer<typeof DemoTip> & {
  /** The same at every start: `ja/3`. */
  name: string;
  locale: Locale;
};

const DemoArrival = z.strictObject({
  kind: z.enum(["vessel", "flight", "cargo"]),
  imo: z.string().optional(),
  name: z.string().optional(),
  flight: z.string().optional(),
  container: z.string().optional(),
  awb: z.string().optional(),
  port: z.string(),
  inDays: z.number().int(),
  hour: z.number().int().min(0).max(23),
  voyage: z.string().optional(),
});
export type DemoArrival = z.infer<typeof DemoArrival>;

const People = z.strictObject({
  officers: z.array(z.strictObject({ role: StaffRole, region: StaffRegion, name: z.string() })),
  mailHost: z.string(),
  partner: z.string(),
});
export type People = z.infer<typeof People>;

export interface Demonstration {
  tips: DemoTip[];
  arrivals: DemoArrival[];
  people: People;
}

/** All of it, with days counted from `begunAt`. @throws when a file is not as it must be */
export function readDemonstration(begunAt: Date): Demonstration {
  const tips = Locale.options.flatMap((locale) =>
    z
      .array(DemoTip)
      .parse(read(`${locale}.json`))
      .map((tip, at) => fillDays({ ...tip, locale, name: `${locale}/${at + 1}` }, begunAt)),
  );
  return {
    tips,
    arrivals: z.array(DemoArrival).parse(read("arrivals.json")),
    people: People.parse(read("people.json")),
  };
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), "utf8"));
}
