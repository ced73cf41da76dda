/** Air waybills: three-digit airline prefix, seven-digit serial, check digit (IATA resolution 600a). */
import { Gap } from "../text/code-cells.ts";
import { AWB_PREFIXES } from "./airlines.ts";
import type { Claim } from "./claim.ts";
import { digitRuns } from "./digit-runs.ts";
import { DIGITS, neighbours } from "./neighbours.ts";
import type { Reading } from "./reading.ts";

/**
 * True when the eleventh digit is the seven serial digits modulo 7.
 * @param digits prefix and serial, eleven digits, no dash
 * @example isAirWaybill("17644028154")
 */
export function isAirWaybill(digits: string): boolean {
  return /^[0-9]{11}$/.test(digits) && Number(digits.slice(3, 10)) % 7 === Number(digits[10]);
}

function written(digits: string): string {
  return `${digits.slice(0, 3)}-${digits.slice(3)}`;
}

/**
 * Finds air waybill numbers: named so in any language, or of the shape 123-45678901 with a known airline prefix and
 * a right check digit. A wrong one that is named gives `valid: false` and the numbers one slip away.
 */
export function findAirWaybills(reading: Reading): Claim[] {
  const claims: Claim[] = [];
  const { cells, cues } = reading;
  let at = 0;
  for (const run of digitRuns(cells, 11, Gap.loose)) {
    const { value, start, end } = run;
    while (cells[at] && (cells[at]?.start ?? 0) < start) at++;
    const dashed =
      cells[at + 3]?.gap === Gap.dash && cells.slice(at + 4, at + 11).every((c) => c.gap === Gap.none);
    const inGroups = [1, 2, 4, 5, 6, 8, 9, 10].every((i) => cells[at + i]?.gap === Gap.none);
    const cue = cues.before(start, ["awb", "other", "phone", "container", "postal", "mmsi"], 48);
    if (run.attached && cue?.end !== start) continue;
    const named = cue?.kind === "awb" || cues.after(end, ["awb"], 10) !== undefined;
    const valid = isAirWaybill(value);
    const known = AWB_PREFIXES.has(value.slice(0, 3));
    const flying = cues.has("air") || cues.has("flight") || cues.has("awb");
    if (!named) {
      if (cue?.kind === "phone" || cue?.kind === "other") continue;
      if (
        dashed
          ? !(known && (valid || flying))
          : !(known && valid && flying && (run.joined || inGroups) && !/^0/.test(value))
      )
        continue;
      if (dashed && /^0[5-9]0/.test(value)) continue;
    }
    const claim = {
      type: "awb",
      value: written(value),
      valid,
      start,
      end,
      weight: named ? 95 : valid ? 85 : 72,
    } as const;
    if (valid) claims.push(claim);
    else {
      const slip = {
        spoken: run.spoken,
        alphabetAt: (i: number) => (i < 3 ? "" : DIGITS),
        passes: isAirWaybill,
      };
      claims.push({ ...claim, candidates: () => neighbours(value, slip).map(written) });
    }
  }
  return claims;
}
