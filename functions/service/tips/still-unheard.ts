import type { VerdictSummary } from "../../domain/triage/summary.ts";

/**
 * The verdict of words that stand beside a recording nobody has heard: what was keyed in, or what a machine understood.
 * Never below `unheard`, the verdict of the recording itself, and with its mark, so that somebody still listens.
 */
export function stillUnheard(words: VerdictSummary, unheard: VerdictSummary): VerdictSummary {
  return {
    ...words,
    disposition: words.disposition === "actionable" ? "actionable" : unheard.disposition,
    refer_to: null,
    band: [words.band, unheard.band].sort()[0] ?? unheard.band,
    score: Math.max(words.score, unheard.score),
    reasons: [...words.reasons, ...unheard.reasons],
  };
}
