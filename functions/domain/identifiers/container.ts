/** Freight containers: ISO 6346, owner code, category, serial and check digit. */
import type { Claim } from "./claim.ts";
import { DIGITS, LETTERS, neighbours } from "./neighbours.ts";
import type { Reading } from "./reading.ts";
import { type Fill, fillSlots } from "./slots.ts";

/** ISO 6346: A=10, B=12 … skipping the multiples of 11. */
function letterValue(letter: string): number {
  const position = letter.charCodeAt(0) - 65;
  return 10 + position + Math.floor((position + 9) / 10);
}

/**
 * The check digit of the first ten characters of a container number (ISO 6346, annex A): values weighted 1, 2, 4 …
 * 512, sum modulo 11 modulo 10.
 * @example containerCheckDigit("CSQU305438") === 3
 */
export function containerCheckDigit(code: string): number {
  let sum = 0;
  for (let i = 0; i < 10; i++) {
    const c = code[i] ?? "0";
    sum += (c >= "A" ? letterValue(c) : Number(c)) * 2 ** i;
  }
  return (sum % 11) % 10;
}

/** True when `code` (four letters, seven digits) has an equipment category of ISO 6346 and the right check digit. */
export function isContainerNumber(code: string): boolean {
  return /^[A-Z]{3}[UJZ][0-9]{7}$/.test(code) && containerCheckDigit(code) === Number(code[10]);
}

function claimOf(fill: Fill, reading: Reading): Claim | undefined {
  const { value, start, end } = fill;
  const valid = isContainerNumber(value);
  const category = "UJZ".includes(value[3] ?? "");
  const cue = reading.cues.before(start, ["container", "other", "awb", "postal"], 48);
  const named = cue?.kind === "container";
  // csqu 305438-3: in small letters and apart only the check digit can vouch for it.
  const shaped = (fill.joined || fill.formal || (valid && (fill.lettersJoined || fill.spoken))) && category;
  if (!valid) {
    if (cue?.kind === "other" || (!named && !shaped)) return undefined;
  } else if (!named && !shaped) return undefined;
  const claim = {
    type: "container",
    value,
    valid,
    start,
    end,
    weight: (valid ? 100 : 88) - fill.soft,
  } as const;
  if (valid) return claim;
  // A fourth letter that names no equipment must be the slip itself.
  const repaired = [..."UJZ"].some((c) => isContainerNumber(value.slice(0, 3) + c + value.slice(4)));
  if (!category && !repaired) return undefined;
  const slip = {
    spoken: fill.spoken,
    alphabetAt: (i: number) => (i > 3 ? DIGITS : i === 3 ? "UJZ" : LETTERS),
    passes: isContainerNumber,
  };
  return { ...claim, candidates: () => neighbours(value, slip) };
}

/**
 * Finds container numbers, typed or said, with blanks and dashes inside, the letters O and I for 0 and 1.
 * A wrong check digit gives `valid: false` and the container numbers one slip away.
 */
export function findContainers(reading: Reading): Claim[] {
  const claims: Claim[] = [];
  const { cells } = reading;
  for (let i = 0; i < cells.length; ) {
    const fill = cells[i]?.letter ? fillSlots(cells, i, "LLLLDDDDDDD") : undefined;
    const hard =
      fill && fill.soft <= 2 && !/^[0-9IO]{4}/.test(fill.value) ? claimOf(fill, reading) : undefined;
    if (hard) claims.push(hard);
    i = hard && fill ? fill.next : i + 1;
  }
  return claims;
}
