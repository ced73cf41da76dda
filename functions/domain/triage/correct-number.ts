/** A number read otherwise than it was given: what the words would say with it, and what their verdict then is. */
import { mergeVerdicts } from "./merge-verdicts.ts";
import { total } from "./score-table.ts";
import type { VerdictSummary } from "./summary.ts";
import type { Identifier, IdentifierType, Verdict } from "./verdict.ts";

export interface Correction {
  type: IdentifierType;
  /** Normalised, as the words have it. */
  given: string;
  /** One of its candidates. */
  accepted: string;
}

/** The failed number of a verdict that the correction is of, when it is one of its candidates. */
export function correctable(verdict: Verdict, { type, given, accepted }: Correction): Identifier | undefined {
  return verdict.identifiers.find(
    (found) =>
      found.type === type &&
      found.value === given &&
      !found.valid &&
      (found.candidates ?? []).includes(accepted),
  );
}

/** The words with the number put right, for triage alone: `CSQU3054384 が着く` → `CSQU3054383 が着く`. */
export function mendWords(text: string, { evidence, span }: Identifier, accepted: string): string {
  const at = span?.[0] ?? text.indexOf(evidence);
  const end = span?.[1] ?? at + evidence.length;
  return at < 0 ? `${text} ${accepted}` : `${text.slice(0, at)} ${accepted} ${text.slice(end)}`;
}

/**
 * The tip's verdict with one source's words judged anew: what that source had told of numbers is told again, what was
 * learnt since stays until the worker looks again, and nothing sinks.
 */
export function rejudge(
  tip: VerdictSummary,
  source: { before: VerdictSummary; after: VerdictSummary },
): VerdictSummary {
  const { before, after } = source;
  const given = new Set(after.reasons.map(({ code }) => code));
  const mended = before.reasons
    .map(({ code }) => code)
    .filter((code) => code.startsWith("invalid_") && !given.has(code));
  const reasons = tip.reasons.filter(({ code }) => !mended.includes(code));
  const counted = new Map(before.identifiers.map((row) => [row.type, row]));
  const identifiers = tip.identifiers
    .map(({ type, valid, invalid }) => ({
      type,
      valid: Math.max(0, valid - (counted.get(type)?.valid ?? 0)),
      invalid: Math.max(0, invalid - (counted.get(type)?.invalid ?? 0)),
    }))
    .filter(({ valid, invalid }) => valid + invalid > 0);
  return mergeVerdicts({ ...tip, reasons, identifiers, score: total(reasons) }, after);
}
