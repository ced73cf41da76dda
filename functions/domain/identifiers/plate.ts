/** Japanese number plates: place, class number, syllable, up to four digits (Road Transport Vehicle Act, forms). */
import { Gap } from "../text/code-cells.ts";
import { type Normalised, normalise } from "../text/normalise.ts";
import { readCode } from "../text/read-code.ts";
import { longestWordAt, meaningOf } from "../text/spoken/lexicon.ts";
import { buildMatcher } from "../text/trie.ts";
import type { Claim } from "./claim.ts";
import { plateSyllableAt, soundOf } from "./kana.ts";
import { hanForms, PLATE_PLACES } from "./plate-places.ts";

const bySound = new Map<string, string>();
const forms = new Map<string, string>();
for (const { name, reading } of PLATE_PLACES) {
  if (!bySound.has(soundOf(reading))) bySound.set(soundOf(reading), name);
  for (const form of hanForms(name)) forms.set(form, name);
  if (!forms.has(reading)) forms.set(reading, name);
  const katakana = reading.replace(/[ぁ-ん]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60));
  if (!forms.has(katakana)) forms.set(katakana, name);
}
const places = buildMatcher([...forms].map(([form, value]) => ({ form, value })));

/** Words that may stand between the place and the number. */
const FILLER = /^(?:ナンバー|なんばー|number|plate|no\.?|の|で|넘버|번호|[\s,、·・:'"「」()-])+/;
const WINDOW = 44;
/** Where the number begins behind a place that ends at `after`, or -1 when none does: a digit or a number word. */
function numberStart(folded: string, after: number): number {
  const from = after + (FILLER.exec(folded.slice(after, after + 16))?.[0].length ?? 0);
  if (/^[0-9]/.test(folded.slice(from, from + 1))) return from;
  const spaced = /^[a-z\u00c0-\u024f\u0400-\u06ff\u0900-\u097f\u1e00-\u1eff]+/.exec(
    folded.slice(from, from + 24),
  )?.[0];
  const meaning = spaced ? meaningOf(spaced) : longestWordAt(folded, from)?.meaning;
  return meaning && (meaning.digit !== "" || meaning.value > 0 || meaning.scale > 0) ? from : -1;
}

/** Digits (with the class's letters allowed behind the first) that `text` spells completely, or undefined. */
function wholly(text: string, most: number, letters: boolean): string | undefined {
  const light = normalise(text);
  let value = "";
  let end = 0;
  for (const cell of readCode(light, true)) {
    if (light.text.slice(end, cell.start).replace(/[\s,、・·の-]/g, "") !== "") return undefined;
    const letter = letters && value !== "" && cell.letter !== "" && cell.softDigit && !cell.spoken;
    value += letter ? cell.letter : cell.digit;
    if (!letter && cell.digit === "") return undefined;
    end = cell.end;
    if (value.length > most) return undefined;
  }
  return value !== "" && /^[\s,、の-]*$/.test(light.text.slice(end)) ? value : undefined;
}

/** The one to four digits at the start of `text`, with dots and a dash among them (・・12, 22-07), and their end. */
function serialAt(text: string): { digits: string; end: number } | undefined {
  const lead = /^[\s.・·:,、-]{0,6}/.exec(text)?.[0].length ?? 0;
  const written = /^([0-9OIoi]{1,4})(?:[\s.・·の-]{0,3}([0-9OIoi]{2})(?![0-9]))?(?![0-9])/.exec(
    text.slice(lead),
  );
  if (written?.[1] && /[0-9]/.test(written[1])) {
    // 22-07, and ・7-02 where the leading zero is a dot.
    const dash = /^[0-9OIoi]-/.test(text.slice(lead));
    const pair = (written[1].length === 2 || dash) && written[2] ? written[2] : "";
    const size = pair ? written[0].length : written[1].length;
    const digits = (written[1] + pair).replace(/[Oo]/g, "0").replace(/[Ii]/g, "1");
    return { digits, end: lead + size };
  }
  const light = normalise(text);
  let digits = "";
  let start = -1;
  let end = 0;
  let composed = false;
  for (const cell of readCode(light, true)) {
    const behind = digits !== "" && cell.gap > Gap.loose;
    if (cell.digit === "" || cell.softDigit || behind) break;
    if (digits === "" && !/^[\s.・·:,、の-]*$/.test(light.text.slice(0, cell.start))) break;
    // よんじゅうはち に: behind a composed number an everyday word is grammar.
    if (digits.length === 4 || (cell.weak && composed)) break;
    composed = cell.start === start;
    digits += cell.digit;
    ({ start, end } = cell);
  }
  return digits === "" ? undefined : { digits, end };
}

/** How often one text may be read piece by piece for spoken plates; real tips need a handful. */
const READINGS = 120;
type Budget = { left: number };

const TYPED_CLASS = /^([0-9][0-9a-z]{0,2}?)[\s.,・·-]{0,3}(?=[^\s.,・·0-9-])/;

function plateAt(
  light: Normalised,
  place: string,
  start: number,
  after: number,
  budget: Budget,
): Claim | undefined {
  const { folded, text } = light;
  const from = numberStart(folded, after);
  if (from < 0) return undefined;
  const window = folded.slice(from, from + WINDOW);
  const found = (number: string, kana: string, end: number): Claim | undefined => {
    const serial = serialAt(text.slice(end, end + 40));
    const value = `${place}${number}${kana}${serial?.digits}`;
    return serial && { type: "plate", value, valid: true, start, end: end + serial.end, weight: 92 };
  };
  const typed = TYPED_CLASS.exec(window);
  const kana = typed && plateSyllableAt(folded, from + typed[0].length);
  if (typed?.[1] && kana && kana.kana > "z") {
    const claim = found(typed[1].toUpperCase(), kana.kana, kana.end);
    if (claim) return claim;
  }
  let best: Claim | undefined;
  let bestRank = 0;
  for (let at = from + 1; at < from + window.length && budget.left > 0; at++) {
    const syllable = plateSyllableAt(folded, at);
    const rank = syllable ? rankOf(folded, at, syllable.end) : 0;
    if (!syllable || rank <= bestRank) continue;
    budget.left--;
    const number = wholly(text.slice(from, at), 3, true);
    if (!number || !/^[0-9][0-9A-Z]{0,2}$/.test(number)) continue;
    const claim = found(number, syllable.kana, syllable.end);
    if (!claim) continue;
    best = claim;
    bestRank = rank;
  }
  return best;
}

/** How likely the syllable at `[at, end)` is the plate's own: kana or Hangul alone, then kana, then Latin letters. */
function rankOf(folded: string, at: number, end: number): number {
  const before = folded[at - 1] ?? "";
  const after = folded[end] ?? "";
  if (/[a-z]/.test(folded[at] ?? "")) return /[a-z]/.test(before) ? 0 : /[0-9]/.test(before) ? 1 : 2;
  const script = /[가-힣]/.test(folded[at] ?? "") ? /[가-힣]/ : /[ぁ-んァ-ヶー]/;
  return 3 + (script.test(before) ? 0 : 1) + (script.test(after) ? 0 : 1);
}

/** Latin and Hangul words that sound like a plate place, e.g. Shinagawa, 나니와. */
const SPELLED = /[a-zāōūâôû]{3,16}|[가-힣]{2,8}/g;

/**
 * Finds Japanese number plates, written, spoken, in Latin letters or in Hangul; the place must be a plate's.
 * @returns values like `品川300あ1234`
 */
export function findPlates(light: Normalised): Claim[] {
  const claims: Claim[] = [];
  const budget = { left: READINGS };
  let last = 0;
  for (const match of places(light.text)) {
    const [name] = match.values;
    if (!name || match.start < last) continue;
    const claim = plateAt(light, name, match.start, match.end, budget);
    if (claim) {
      claims.push(claim);
      last = claim.end;
    }
  }
  for (const match of light.folded.matchAll(SPELLED)) {
    if (numberStart(light.folded, match.index + match[0].length) < 0) continue;
    const name = bySound.get(soundOf(match[0]));
    const claim = name && plateAt(light, name, match.index, match.index + match[0].length, budget);
    if (claim) claims.push(claim);
  }
  return claims;
}
