interface ScoreLine {
  code: string;
  points: number;
}

/**
 * Puts facts learnt after triage into a score: the lines under `owned` codes are taken out and `lines` put in, so that
 * doing it again changes nothing. No score passes 100; a line shows the points it really earned.
 */
export function withFactReasons(
  verdict: { score: number; reasons: readonly ScoreLine[] },
  owned: readonly string[],
  lines: readonly ScoreLine[],
): { score: number; reasons: ScoreLine[] } {
  const kept = verdict.reasons.filter(({ code }) => !owned.includes(code));
  const before = verdict.reasons.filter(({ code }) => owned.includes(code));
  let score = Math.max(0, verdict.score - before.reduce((sum, { points }) => sum + points, 0));
  const reasons = kept.map(({ code, points }) => ({ code, points }));
  for (const { code, points } of lines) {
    const earned = Math.min(points, 100 - score);
    score += earned;
    reasons.push({ code, points: earned });
  }
  return { score, reasons };
}
