/** Words and data of the deep reference pages, parsed once. Only some languages have the words. */
import { z } from "zod";
import agreementsData from "../../content/data/agreements.json" with { type: "json" };
import landData from "../../content/data/land.json" with { type: "json" };
import meetingsData from "../../content/data/meetings.json" with { type: "json" };
import volumesData from "../../content/data/volumes.json" with { type: "json" };
import type { Language } from "./strings.ts";

const words = z.string().min(1);
const Body = z.enum(["drugs", "firearms", "crime"]);
const Kind = z.enum(["epa", "government", "customs"]);
const Status = z.enum(["force", "signed", "agreed"]);
const SeriesCode = z.enum(["passengers", "cargo", "mail", "ships", "aircraft"]);
const itemCodes = [...new Set(meetingsData.flatMap(({ items }) => items.map(({ code }) => code)))] as const;
const places = agreementsData.map(({ place }) => place);

const Meetings = z.array(
  z.strictObject({
    date: z.iso.date(),
    body: Body,
    /** 0 is the day it was founded. */
    number: z.int().nonnegative(),
    items: z.array(z.strictObject({ code: z.string(), fiscal: z.int().optional() })),
  }),
);

const Agreements = z.array(
  z.strictObject({
    place: z.string(),
    kind: Kind,
    status: Status,
    /** Month of entry into force, or of signature where it is not in force. */
    date: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .optional(),
    lat: z.number().min(-90).max(90),
    lon: z.number().min(-180).max(180),
  }),
);

/** Land and sea in steps of degrees, row by row from the north-west: `#` is land. */
const Land = z.strictObject({
  source: words,
  step: z.int().positive(),
  west: z.int(),
  north: z.int(),
  rows: z.array(z.string().regex(/^[#.]+$/)).min(1),
});

const Volumes = z
  .strictObject({
    years: z.array(z.int()),
    series: z.array(
      z.strictObject({
        code: SeriesCode,
        unit: z.int(),
        decimals: z.int(),
        values: z.array(z.number().positive()),
      }),
    ),
  })
  .refine(({ years, series }) => series.every(({ values }) => values.length === years.length), {
    error: "a series does not fit the years",
  });

const titled = z.strictObject({ title: words, text: words });

export const Reference = z.strictObject({
  means: z.strictObject({ title: words, xray: titled, boats: titled, dogs: titled, cameras: titled }),
  timeline: z.strictObject({
    title: words,
    intro: words,
    chart: words,
    bodies: z.record(Body, words),
    short: z.record(Body, words),
    meeting: words,
    founding: words,
    items: z.record(z.enum(itemCodes), words),
  }),
  agreements: z.strictObject({
    title: words,
    intro: words,
    place: words,
    kind: words,
    status: words,
    when: words,
    map: words,
    tokyo: words,
    kinds: z.record(Kind, words),
    statuses: z.record(Status, words),
    none: words,
    places: z.record(z.enum(places), words),
  }),
  volumes: z.strictObject({
    chartsTitle: words,
    chart: words,
    tableTitle: words,
    year: words,
    index: words,
    download: words,
    note: words,
    source: words,
    corrected: words,
    series: z.record(SeriesCode, z.strictObject({ name: words, unit: words })),
  }),
  closing: z.strictObject({ title: words, text: words, source: words }),
});
export type Reference = z.infer<typeof Reference>;

export const meetings = Meetings.parse(meetingsData);
export const agreements = Agreements.parse(agreementsData);
export const land = Land.parse(landData);
export const volumes = Volumes.parse(volumesData);

/** An amount against the first year's 100, to one decimal: `indexOf([920, 1753], 1)` → `190.5`. */
export function indexOf(values: readonly number[], at: number): number {
  const [first = 1] = values;
  return Math.round(((values[at] ?? 0) / first) * 1000) / 10;
}

const files = import.meta.glob<unknown>("../../content/reference/*.json", { eager: true, import: "default" });

/** The words of the deep pages. Throws for a language that only summarises them. */
export function reference({ locale }: Pick<Language, "locale">): Reference {
  const parsed = Reference.safeParse(files[`../../content/reference/${locale}.json`]);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`content/reference/${locale}.json: ${faults.join("; ")}`);
}
