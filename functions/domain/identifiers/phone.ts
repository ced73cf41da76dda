/** Telephone numbers in E.164 (ITU-T), read with libphonenumber; Japan unless the number says otherwise. */
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { type Cell, Gap } from "../text/code-cells.ts";
import type { Claim } from "./claim.ts";
import { behindLetter } from "./digit-runs.ts";
import type { Reading } from "./reading.ts";
import { closesAt, opensAt, softDigitsHold } from "./slots.ts";

const LONGEST = 15;

type Run = { digits: string; gaps: string; from: number; next: number };

/** Digits of one style from cell `from`: typed ones go on over blanks, dashes, dots and brackets; spoken ones over fillers. */
function runFrom(cells: readonly Cell[], from: number): Run | undefined {
  const first = cells[from];
  if (!first?.digit || (first.softDigit && first.gap !== Gap.none)) return undefined;
  let digits = "";
  let gaps = "";
  let i = from;
  for (; i < cells.length && digits.length < LONGEST + 1; i++) {
    const cell = cells[i];
    if (!cell?.digit || (i > from && (cell.plus || cell.gap > (cell.spoken ? Gap.loose : Gap.bracket))))
      break;
    if (i > from && cell.spoken !== first.spoken && !mixes(cells, from, i)) break;
    if (i > from && strays(cell, cells[i - 1], gaps)) break;
    digits += cell.digit;
    gaps += i === from ? "" : String(cell.gap);
  }
  return { digits, gaps, from, next: i };
}

/** Tables and prices, not telephone numbers: (65.9) (70.1), or dots and brackets mixed. */
function strays(cell: Cell, before: Cell | undefined, gaps: string): boolean {
  if (cell.spoken || !before) return false;
  const wide = cell.start - before.end > (cell.gap === Gap.dash ? 3 : 2);
  const mixed =
    cell.gap === Gap.dot ? /[14]/.test(gaps) : cell.gap !== Gap.none && gaps.includes(String(Gap.dot));
  return wide || mixed;
}

/** Transcripts mix styles digit by digit (090 の いち に); a whole typed number beside a spoken word does not mix. */
function mixes(cells: readonly Cell[], from: number, at: number): boolean {
  return at - from < 8 && !(cells[at]?.weak ?? false) && cells[at]?.gap !== Gap.bracket;
}

/** How many digits a number in Japanese domestic form has, by its prefix (MIC numbering plan). */
function domesticLength(digits: string, gaps: string): number {
  // 060 is a mobile prefix since 2024 (MIC); 06-0… is Osaka.
  if (/^060/.test(digits)) return gaps[1] === "0" && gaps[2] !== "0" ? 11 : digits.length === 11 ? 11 : 10;
  if (/^0[5789]0|^020/.test(digits)) return 11;
  // 010 is the way abroad, never an area.
  return /^0[1-9]/.test(digits) && !/^010/.test(digits) ? 10 : 0;
}

function possible(text: string, region: "JP" | "CN" | "KR" | "US"): string | undefined {
  const number = parsePhoneNumberFromString(text, { defaultCountry: region, extract: false });
  return number?.isPossible() ? number.number : undefined;
}

type Hit = { value: string; size: number; weight: number };

function domestic(run: Run, cells: readonly Cell[], named: boolean): Hit | undefined {
  const { digits, gaps, from } = run;
  const ends = (size: number) => digits.length >= size && closesAt(cells, from + size);
  // 010 opens Korean mobile numbers; as Japan's own way abroad it would be longer.
  if (/^010/.test(digits) && ends(11) && (digits.length === 11 || gaps[2] !== "0")) {
    const value = possible(digits.slice(0, 11), "KR");
    if (value && /^\+8210/.test(value)) return { value, size: 11, weight: 70 };
  }
  const size = domesticLength(digits, gaps);
  if (size > 0 && ends(size)) {
    const value = possible(digits.slice(0, size), "JP");
    if (value) return { value, size, weight: named ? 82 : 74 };
  }
  // Chinese mobile numbers: eleven digits from 13 to 19.
  if (/^1[3-9]/.test(digits) && ends(11) && (named || /^001000[01]|^000100[01]/.test(gaps.slice(0, 7)))) {
    const value = possible(digits.slice(0, 11), "CN");
    if (value) return { value, size: 11, weight: 66 };
  }
  // North America: 805-555-0142.
  if (/^[2-9]/.test(digits) && ends(10) && /^00[1-4]00[1-4]/.test(gaps) && gaps[6] === "0") {
    const value = possible(digits.slice(0, 10), "US");
    if (value) return { value, size: 10, weight: 64 };
  }
  // A mobile number without its first zero, when it is called a phone number.
  if (named && /^[789]0/.test(digits) && ends(10)) {
    const value = possible(`0${digits.slice(0, 10)}`, "JP");
    if (value) return { value, size: 10, weight: 60 };
  }
  return undefined;
}

/** Country codes 1 and 7 have one length each (ITU-T E.164, national plans); this spares most parsing. */
function fitsPlan(body: string, size: number): boolean {
  if (body[0] === "1") return size === 11 && (body[1] ?? "") >= "2";
  return body[0] !== "7" || size === 11;
}

/** Ways to dial abroad: +, 00, or Japan's 010. */
function foreign(run: Run, cells: readonly Cell[], named: boolean): Hit | undefined {
  const { digits, from } = run;
  const plus = cells[from]?.plus ?? false;
  const skip = plus ? 0 : /^010/.test(digits) && digits.length > 11 ? 3 : /^00[1-9]/.test(digits) ? 2 : -1;
  const bare =
    skip < 0 &&
    named &&
    /^(?:81[1-9]|82|84|86|66|63|62|55|977|98|95|7[49])/.test(digits) &&
    digits.length >= 11;
  if (skip < 0 && !bare) return undefined;
  const body = digits.slice(Math.max(0, skip));
  for (let size = Math.min(body.length, LONGEST); size >= 7; size--) {
    const next = from + Math.max(0, skip) + size;
    if (!closesAt(cells, next) || !fitsPlan(body, size)) continue;
    const value = possible(`+${body.slice(0, size)}`, "JP");
    if (value) return { value, size: size + Math.max(0, skip), weight: plus ? 90 : 76 };
  }
  return undefined;
}

/** Japan's own line and emergency numbers are never somebody's number. */
const OWN_LINE = "+81120461961";

/**
 * Finds telephone numbers: with a country code, or in Japanese domestic form; a possible number is enough, since
 * ranges open over time. Numbers with another stated meaning (account, invoice, lot, job) are left alone.
 */
export function findPhones(reading: Reading): Claim[] {
  const claims: Claim[] = [];
  const { cells, cues } = reading;
  for (let i = 0; i < cells.length; ) {
    const run = opensAt(cells, i) || namedAt(reading, i) ? runFrom(cells, i) : undefined;
    const first = cells[i];
    if (!run || !first || run.digits.length < 7) {
      i++;
      continue;
    }
    const cue = cues.before(first.start, ["phone", "other", "awb", "mmsi", "imo", "container", "postal"], 36);
    const named =
      cue?.kind === "phone" || cues.after(cells[run.next - 1]?.end ?? 0, ["phone"], 12) !== undefined;
    const hit = first.plus
      ? foreign(run, cells, named)
      : (foreign(run, cells, named) ?? domestic(run, cells, named));
    const last = hit && cells[i + hit.size - 1];
    if (!hit || !last || !softDigitsHold(cells, i, i + hit.size) || (cue?.kind === "other" && !first.plus)) {
      i++;
      continue;
    }
    const start = first.plus ? plusBefore(reading, first.start) : first.start;
    const type = hit.value === OWN_LINE ? "not_an_identifier" : "phone";
    claims.push({ type, value: hit.value, valid: true, start, end: last.end, weight: hit.weight });
    i += hit.size;
  }
  return claims;
}

/** TEL0451234567: a number may stand right behind a short word for telephone. */
function namedAt({ light, cells }: Reading, i: number): boolean {
  const start = cells[i]?.start ?? 0;
  return (
    behindLetter(cells, i) &&
    /(?<![a-z])(?:tel|fax|hp|ph|mob|cel)$/.test(light.folded.slice(Math.max(0, start - 4), start))
  );
}

/** Where the plus sign (or the word for it) before `start` begins. */
function plusBefore(reading: Reading, start: number): number {
  const before = reading.light.text.slice(Math.max(0, start - 2), start);
  const sign = before.lastIndexOf("+");
  return sign < 0 ? start : start - before.length + sign;
}
