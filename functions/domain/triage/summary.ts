/** What of a verdict may stay readable in the database: codes, points and counts; never words, never values. */
import { z } from "zod";
import {
  Band,
  Category,
  Disposition,
  IdentifierType,
  Lang,
  Region,
  Urgency,
  type Verdict,
} from "./verdict.ts";

export const VerdictSummary = z.object({
  lang: Lang,
  disposition: Disposition,
  categories: z.array(Category),
  region: Region.nullable(),
  /** UN/LOCODEs. */
  places: z.array(z.string()),
  urgency: Urgency,
  eta: z.iso.date().nullable(),
  identifiers: z.array(
    z.object({ type: IdentifierType, valid: z.int().nonnegative(), invalid: z.int().nonnegative() }),
  ),
  threat_to_life: z.boolean(),
  band: Band,
  score: z.int().min(0).max(100),
  reasons: z.array(z.object({ code: z.string().regex(/^[a-z0-9_]+$/), points: z.int() })),
  refer_to: z.string().nullable().optional(),
});
export type VerdictSummary = z.infer<typeof VerdictSummary>;

function countByType(verdict: Verdict): VerdictSummary["identifiers"] {
  const counts = new Map<IdentifierType, { type: IdentifierType; valid: number; invalid: number }>();
  for (const { type, valid } of verdict.identifiers) {
    const row = counts.get(type) ?? { type, valid: 0, invalid: 0 };
    if (valid) row.valid++;
    else row.invalid++;
    counts.set(type, row);
  }
  return [...counts.values()];
}

/** Strips a verdict of every quote, value and span. */
export function summarise(verdict: Verdict): VerdictSummary {
  return {
    lang: verdict.lang,
    disposition: verdict.disposition,
    categories: [...new Set(verdict.categories.map(({ code }) => code))],
    region: verdict.region,
    places: [...new Set(verdict.places.map(({ code }) => code))],
    urgency: verdict.urgency,
    eta: verdict.eta,
    identifiers: countByType(verdict),
    threat_to_life: verdict.threat_to_life,
    band: verdict.band,
    score: verdict.score,
    reasons: verdict.reasons.map(({ code, points }) => ({ code, points })),
    ...(verdict.refer_to === undefined ? {} : { refer_to: verdict.refer_to }),
  };
}
