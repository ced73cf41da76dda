/** Flight numbers: IATA airline designator (or its ICAO form, or the carrier's name) and up to four digits. */
import { type Cell, Gap } from "../text/code-cells.ts";
import { normalise } from "../text/normalise.ts";
import { buildMatcher } from "../text/trie.ts";
import { AIRLINE_NAMES, AIRLINE_OF_ICAO, AIRLINES } from "./airlines.ts";
import type { Claim } from "./claim.ts";
import type { Reading } from "./reading.ts";
import { closesAt, opensAt } from "./slots.ts";

const names = buildMatcher(
  Object.entries(AIRLINE_NAMES).map(([name, value]) => ({
    form: normalise(name).folded,
    value,
    boundary: "start" as const,
  })),
);

type Number14 = { digits: string; end: number; next: number; inner: Gap };

/** Up to four digits from cell `from`; `inner` is the widest gap inside them. */
function shortNumber(cells: readonly Cell[], from: number): Number14 | undefined {
  let digits = "";
  let inner: Gap = Gap.none;
  let i = from;
  let end = 0;
  for (; i < cells.length; i++) {
    const cell = cells[i];
    if (!cell?.digit || (cell.softDigit && (cell.gap !== Gap.none || digits === ""))) break;
    if (digits !== "") {
      // CI9627 一个: typed digits end where a word for a number begins.
      if (cell.spoken && !cells[i - 1]?.spoken) break;
      // "TG 961 2 bags": a new written group is another number; single spoken digits go on.
      if (
        cell.gap > Gap.loose - 1 ||
        (!cell.spoken && cell.gap !== Gap.none && !cell.softDigit && !singly(cells, from, i))
      )
        break;
      if (cell.gap > inner) inner = cell.gap;
    }
    digits += cell.digit;
    end = cell.end;
    if (digits.length > 4) return undefined;
  }
  if (digits === "" || !closesAt(cells, i)) return undefined;
  return { digits, end, next: i, inner };
}

/** True when the digits since `from` are typed one by one with blanks (9 6 4 1). */
function singly(cells: readonly Cell[], from: number, to: number): boolean {
  for (let i = from + 1; i <= to; i++) if (cells[i]?.gap !== Gap.space) return false;
  const after = cells[to + 1];
  return after === undefined || after.gap !== Gap.none;
}

/** How a designator stands at cell `i`: its IATA form and how many cells it takes. */
function designatorAt(
  cells: readonly Cell[],
  i: number,
): { code: string; size: number; known: boolean } | undefined {
  const [a, b, c] = [cells[i], cells[i + 1], cells[i + 2]];
  if (!a || !b || b.gap > Gap.dash) return undefined;
  const first = a.softLetter || !a.letter ? a.digit : a.letter;
  const second = b.softLetter || !b.letter ? b.digit : b.letter;
  const hard = (a.letter && !a.softLetter) || (b.letter && !b.softLetter);
  if (!hard || !first || !second) return undefined;
  if (c?.letter && !c.softLetter && c.gap === b.gap && a.letter && b.letter) {
    const code = AIRLINE_OF_ICAO.get(a.letter + b.letter + c.letter);
    if (code) return { code, size: 3, known: true };
  }
  const known = AIRLINES.has(first + second);
  // Two digits make no designator; one is told by the table alone.
  if (!known && (a.softLetter || b.softLetter || !a.letter || !b.letter)) return undefined;
  return { code: first + second, size: 2, known };
}

/** Designators that are model names, firearms, units or small words as well. */
const AMBIGUOUS = new Set(
  "LX RX NX CX GS IS AK AR CZ MP HK SR TT AM PM AD AC IT TO IN NO SO US GB MB PC TV ID OK AA AI UK BA BG VN KR PX MT VS KM ST MX DE ES RS".split(
    " ",
  ),
);

function weigh(
  reading: Reading,
  start: number,
  end: number,
  code: string,
  known: boolean,
  digits: string,
  formal: boolean,
  joined: boolean,
  spoken: boolean,
): number {
  const { cues } = reading;
  const nearest = cues.before(start, ["flight", "other", "vehicle", "container", "awb", "postal", "imo"], 30);
  const named = nearest?.kind === "flight" || cues.after(end, ["flight"], 5) !== undefined;
  if (named) return known || (formal && digits.length > 1) ? 80 : 0;
  if (!known || nearest?.kind === "vehicle" || nearest?.kind === "other") return 0;
  const flying = cues.has("flight") ? 2 : cues.has("air") ? 1 : 0;
  if (spoken) return flying > 0 && digits.length >= 3 ? 62 : 0;
  if (joined) {
    if (digits.length < 3) return flying > 0 && formal && !AMBIGUOUS.has(code) ? 60 : 0;
    if (!formal) return flying > 0 ? 60 : 0;
    return AMBIGUOUS.has(code) ? (flying > 0 ? 65 : 0) : 70;
  }
  return formal && digits.length >= 3 && flying > 0 ? 64 : 0;
}

function written(code: string, digits: string): string | undefined {
  const number = digits.replace(/^0+/, "");
  return number === "" ? undefined : code + number;
}

function byDesignator(reading: Reading): Claim[] {
  const claims: Claim[] = [];
  const { cells } = reading;
  for (let i = 0; i < cells.length; i++) {
    const first = cells[i];
    if (!first || !opensAt(cells, i)) continue;
    const designator = designatorAt(cells, i);
    const head = designator && cells[i + designator.size];
    if (!designator || !head || head.gap > Gap.loose || !head.digit || head.softDigit) continue;
    const number = shortNumber(cells, i + designator.size);
    const value = number && written(designator.code, number.digits);
    if (!number || !value) continue;
    const parts = cells.slice(i, i + designator.size);
    const formal = parts.every((cell) => cell.upper || cell.spoken || !cell.letter || cell.softLetter);
    const spoken =
      parts.some((cell) => cell.spoken) ||
      head.spoken ||
      parts.some((cell, k) => k > 0 && cell.gap !== Gap.none);
    const joined = head.gap === Gap.none && !spoken;
    const weight = weigh(
      reading,
      first.start,
      number.end,
      designator.code,
      designator.known,
      number.digits,
      formal,
      joined,
      spoken,
    );
    if (weight > 0)
      claims.push({ type: "flight", value, valid: true, start: first.start, end: number.end, weight });
  }
  return claims;
}

function byName(reading: Reading): Claim[] {
  const claims: Claim[] = [];
  const { cells, cues, light } = reading;
  let i = 0;
  for (const name of names(light.folded)) {
    while (i < cells.length && (cells[i]?.start ?? 0) < name.end) i++;
    const cell = cells[i];
    const [code] = name.values;
    if (!code || !cell?.digit || cell.softDigit || cell.start - name.end > 10) continue;
    const number = shortNumber(cells, i);
    const value = number && written(code, number.digits);
    if (!number || !value) continue;
    // A carrier's name and a number are a flight only when the text says so right there.
    const between = light.folded.slice(name.end, cell.start);
    if (!/flight|便|편|航班|рейс|เที่ยวบิน/.test(between) && !cues.after(number.end, ["flight"], 2)) continue;
    claims.push({ type: "flight", value, valid: true, start: name.start, end: number.end, weight: 66 });
  }
  return claims;
}

/**
 * Finds flight numbers: an airline designator with digits, typed together, or apart or spoken when the text is about
 * flying; leading zeroes are dropped. Values like `NH921`.
 */
export function findFlights(reading: Reading): Claim[] {
  return [...byDesignator(reading), ...byName(reading)];
}
