/** Triage: one report in, one explained verdict out. Pure; the clock is the report's own time of receipt. */
import { setBand } from "./band.ts";
import { judgeDisposition } from "./disposition.ts";
import { type Reading, readReport } from "./read-report.ts";
import { scoreReport, type TriageFacts, total } from "./score-table.ts";
import { findThreat } from "./threat.ts";
import type { Reason, TriageInput, Verdict } from "./verdict.ts";

export type { TriageFacts } from "./score-table.ts";

/** A recording that nobody has heard yet: for today, until its words are known. */
const unheard = (reading: Reading): Verdict => ({
  lang: reading.lang,
  disposition: "information",
  categories: [],
  region: null,
  places: [],
  urgency: "undated",
  eta: null,
  identifiers: [],
  threat_to_life: false,
  band: "B",
  score: 40,
  reasons: [{ code: "unheard_recording", points: 40 }],
  refer_to: null,
});

/** Triages one report. Never throws on any text. */
export function triageTip(input: TriageInput, facts: TriageFacts = {}): Verdict {
  const reading = readReport(input);
  if (reading.blank && input.channel === "voice") return unheard(reading);
  const threat = findThreat(reading);
  const { disposition, because, referTo } = judgeDisposition(reading, threat !== null);
  const scored = scoreReport({ reading, disposition, threat, facts });
  const score = total(scored);
  const isTip = disposition === "actionable" || disposition === "information";
  // Who takes a report back says that there are no such goods, nowhere and at no time.
  const isAlleged = isTip && !reading.cues.has("retract");
  const told = isAlleged ? reading.time : null;
  const urgency = threat ? "now" : (told?.urgency ?? "undated");
  const { band, rule } = setBand(reading, {
    disposition,
    urgency,
    threat: threat !== null,
    score,
    independent: facts.corroboration?.independent ?? 0,
  });
  const reasons: Reason[] = [
    ...scored,
    ...(because ? [{ code: because.code, points: 0, ...because.quote }] : []),
    { code: rule, points: 0 },
  ];
  return {
    lang: reading.lang,
    disposition,
    categories: isAlleged ? reading.goods.categories : [],
    region: isAlleged ? reading.route.region : null,
    places: isAlleged ? reading.route.places : [],
    urgency,
    eta: told?.eta ?? null,
    identifiers: reading.identifiers,
    threat_to_life: threat !== null,
    band,
    score,
    reasons,
    refer_to: referTo,
  };
}

/** Builds every word list's matcher now, so that the first report after a start waits for none of them. */
export function warmTriage(): void {
  triageTip({
    channel: "web",
    received_at: "2026-01-01T00:00:00+09:00",
    text: "港 2026-01-01 CSQU3054383 03-0000-0000",
  });
}
