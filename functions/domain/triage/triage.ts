/** Triage: one report in, one explained verdict out. Pure; the clock is the report's own time of receipt. */
import { findGoods } from "../goods/find-goods.ts";
import { detectLanguage } from "../language/detect.ts";
import { fold } from "../language/fold.ts";
import { findCues } from "./cues/find-cues.ts";
import type { Band, Disposition, Reason, TriageInput, Verdict } from "./verdict.ts";

/** What is known beside the words. */
export interface TriageFacts {
  /** How many independent reports of the same matter the desk holds. */
  corroboration?: { independent: number };
  /** When the named ship, flight or consignment is due, ISO 8601. */
  arrivalAt?: string;
}

/** Triages one report. Never throws on any text. */
export function triageTip(input: TriageInput, _facts: TriageFacts = {}): Verdict {
  const lang = detectLanguage(input.text);
  const folded = fold(input.text);
  const blank = folded.text.trim() === "";
  const cues = findCues(folded, lang, input.text);
  const { categories } = findGoods(input.text, lang, folded, cues);
  const reasons: Reason[] = [];
  let disposition: Disposition = "information";
  let band: Band = "C";
  if (blank && input.channel === "voice") {
    reasons.push({ code: "unheard_recording", points: 40 });
    band = "B";
  } else if (blank) {
    disposition = "abuse";
    band = "D";
  } else if (categories.length > 0) {
    disposition = "actionable";
    const span = categories[0]?.spans?.[0];
    reasons.push({ code: "goods_named", points: 10, evidence: categories[0]?.evidence[0], span });
  }
  return {
    lang,
    disposition,
    categories,
    region: null,
    places: [],
    urgency: "undated",
    eta: null,
    identifiers: [],
    threat_to_life: false,
    band,
    score: reasons.reduce((sum, { points }) => sum + points, 0),
    reasons,
    refer_to: null,
  };
}
