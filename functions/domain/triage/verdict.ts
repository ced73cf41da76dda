/**
 * The verdict of triage, as other programs read it (`npm run --silent triage`, the desk's JSON interface).
 * Field rules: `docs/triage.md`.
 */
import { z } from "zod";

export const Lang = z.enum([
  "ja",
  "en",
  "zh-Hans",
  "zh-Hant",
  "ko",
  "vi",
  "th",
  "fil",
  "id",
  "pt-BR",
  "es",
  "ru",
  "ne",
  "my",
  "fa",
  "km",
  "mn",
]);
export type Lang = z.infer<typeof Lang>;

export const Channel = z.enum(["web", "voice", "sms", "partner"]);
export type Channel = z.infer<typeof Channel>;

export const Disposition = z.enum(["actionable", "information", "not_customs", "abuse"]);
export type Disposition = z.infer<typeof Disposition>;

export const Category = z.enum([
  "stimulants",
  "cannabis",
  "cocaine",
  "opioids",
  "mdma",
  "other_drugs",
  "firearms",
  "ammunition",
  "explosives",
  "gold",
  "cash",
  "tobacco_alcohol",
  "counterfeit",
  "wildlife",
  "strategic_goods",
  "other_goods",
]);
export type Category = z.infer<typeof Category>;

export const Region = z.enum([
  "hakodate",
  "tokyo",
  "yokohama",
  "nagoya",
  "osaka",
  "kobe",
  "moji",
  "nagasaki",
  "okinawa",
]);
export type Region = z.infer<typeof Region>;

export const Urgency = z.enum(["now", "soon", "later", "undated", "past"]);
export type Urgency = z.infer<typeof Urgency>;

/** A act now, B today, C this week, D file. */
export const Band = z.enum(["A", "B", "C", "D"]);
export type Band = z.infer<typeof Band>;

export const IdentifierType = z.enum([
  "container",
  "awb",
  "imo",
  "mmsi",
  "flight",
  "postal",
  "plate",
  "phone",
  "email",
  "coordinates",
  "handle",
]);
export type IdentifierType = z.infer<typeof IdentifierType>;

/** Start and end in UTF-16 code units of the original text, end exclusive. */
export const Span = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);
export type Span = z.infer<typeof Span>;

export const Identifier = z.object({
  type: IdentifierType,
  /** Normalised: container `CSQU3054383`, awb `131-12345675`, flight `NH921`, phone E.164, handle `telegram:@name`. */
  value: z.string(),
  valid: z.boolean(),
  /** When a check digit fails: the one-edit neighbours that pass, likeliest first. */
  candidates: z.array(z.string()).optional(),
  evidence: z.string(),
  span: Span.optional(),
});
export type Identifier = z.infer<typeof Identifier>;

export const CategoryFinding = z.object({
  code: Category,
  evidence: z.array(z.string()),
  spans: z.array(Span).optional(),
});
export type CategoryFinding = z.infer<typeof CategoryFinding>;

export const PlaceFinding = z.object({
  /** UN/LOCODE, e.g. `JPYOK`. */
  code: z.string(),
  name: z.string(),
  evidence: z.string(),
  span: Span.optional(),
});
export type PlaceFinding = z.infer<typeof PlaceFinding>;

/** One line of the score: what was understood, the points it earned and the words that earned it. */
export const Reason = z.object({
  code: z.string().regex(/^[a-z0-9_]+$/),
  points: z.int(),
  evidence: z.string().optional(),
  span: Span.optional(),
});
export type Reason = z.infer<typeof Reason>;

export const Verdict = z.object({
  lang: Lang,
  disposition: Disposition,
  categories: z.array(CategoryFinding),
  region: Region.nullable(),
  places: z.array(PlaceFinding),
  urgency: Urgency,
  /** Expected arrival, `YYYY-MM-DD` in Asia/Tokyo. */
  eta: z.iso.date().nullable(),
  identifiers: z.array(Identifier),
  threat_to_life: z.boolean(),
  band: Band,
  score: z.int().min(0).max(100),
  reasons: z.array(Reason),
  /** Where to send the person when it is not for Customs, e.g. `police`, `immigration`, `scam_page`, `tariff_desk`. */
  refer_to: z.string().nullable().optional(),
});
export type Verdict = z.infer<typeof Verdict>;

/** What triage reads. Text up to 20,000 characters; `received_at` is ISO 8601 with an offset. */
export const TriageInput = z.object({
  id: z.string().max(200).optional(),
  channel: Channel,
  received_at: z.iso.datetime({ offset: true }),
  text: z.string().max(20_000),
});
export type TriageInput = z.infer<typeof TriageInput>;
