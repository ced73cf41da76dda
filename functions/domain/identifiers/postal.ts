/** International postal items: UPU standard S10, two letters, eight digits, check digit, country. */
import type { Claim } from "./claim.ts";
import { COUNTRIES } from "./countries.ts";
import { DIGITS, LETTERS, neighbours } from "./neighbours.ts";
import type { Reading } from "./reading.ts";
import { fillSlots } from "./slots.ts";

const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;

/**
 * The check digit of eight serial digits (UPU S10): weights 8 6 4 2 3 5 9 7, 11 less the sum modulo 11; 10 becomes 0
 * and 11 becomes 5.
 * @example postalCheckDigit("47312482") === 9
 */
export function postalCheckDigit(serial: string): number {
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += Number(serial[i]) * (WEIGHTS[i] ?? 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 0 : check === 11 ? 5 : check;
}

/** True when `code` is a well-formed S10 identifier of a known country with the right check digit. */
export function isPostalItem(code: string): boolean {
  return (
    /^[A-Z]{2}[0-9]{9}[A-Z]{2}$/.test(code) &&
    COUNTRIES.has(code.slice(11)) &&
    postalCheckDigit(code.slice(2, 10)) === Number(code[10])
  );
}

/** Finds UPU S10 item numbers; a wrong check digit gives `valid: false` and the numbers one slip away. */
export function findPostalItems(reading: Reading): Claim[] {
  const claims: Claim[] = [];
  const { cells, cues } = reading;
  for (let i = 0; i < cells.length; ) {
    const fill = cells[i]?.letter ? fillSlots(cells, i, "LLDDDDDDDDDLL") : undefined;
    const at = i;
    i++;
    if (!fill || fill.soft > 2 || /^[0-9]/.test(fill.value)) continue;
    const { value, start, end } = fill;
    const valid = isPostalItem(value);
    const named = cues.before(start, ["postal"], 60) !== undefined;
    if (!fill.joined && !fill.formal && !(valid && (named || fill.spoken))) continue;
    if (!valid && !COUNTRIES.has(value.slice(11)) && !named && !fill.joined && !fill.spoken) continue;
    if (!valid && cues.before(start, ["other", "postal", "container"], 30)?.kind === "other") continue;
    const claim = {
      type: "postal",
      value,
      valid,
      start,
      end,
      weight: (valid ? 99 : 89) - fill.soft,
    } as const;
    if (valid) claims.push(claim);
    else {
      const candidates = () =>
        neighbours(value, {
          spoken: fill.spoken,
          // The service letters carry no check, so a slip in them cannot be seen.
          alphabetAt: (p) => (p < 2 ? "" : p < 11 ? DIGITS : LETTERS),
          passes: isPostalItem,
        });
      claims.push({ ...claim, candidates });
    }
    i = Math.max(at + 1, fill.next);
  }
  return claims;
}
