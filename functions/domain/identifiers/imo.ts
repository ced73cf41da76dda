/** IMO ship identification numbers (IMO resolution A.1117(30)). */
import { Gap } from "../text/code-cells.ts";
import type { Claim } from "./claim.ts";
import { digitRuns } from "./digit-runs.ts";
import { DIGITS, neighbours } from "./neighbours.ts";
import type { Reading } from "./reading.ts";

/**
 * True when the last digit of the sum of the first six digits, weighted 7 to 2, is the seventh.
 * @example isImoNumber("9074729")
 */
export function isImoNumber(digits: string): boolean {
  if (!/^[0-9]{7}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 6; i++) sum += Number(digits[i]) * (7 - i);
  return sum % 10 === Number(digits[6]);
}

/**
 * Finds IMO numbers. Seven bare digits say nothing, so a cue must stand near: "IMO" in any script before or just
 * behind them; or a word for ship, when the check digit is right.
 */
export function findImoNumbers(reading: Reading): Claim[] {
  const claims: Claim[] = [];
  const { cells, cues } = reading;
  if (!cues.has("imo") && !cues.has("ship")) return claims;
  for (const run of digitRuns(cells, 7, Gap.loose)) {
    const { value, start, end } = run;
    const cue = cues.before(start, ["imo", "mmsi", "other", "phone"], 40) ?? cues.before(start, ["ship"], 30);
    const behind = cues.after(end, ["imo"], 8);
    if (run.attached && cue?.end !== start) continue;
    const valid = isImoNumber(value);
    const named = cue?.kind === "imo" || (behind !== undefined && cue?.kind !== "mmsi");
    if (!named && !(valid && cue?.kind === "ship" && run.soft === 0)) continue;
    const distance = cue ? start - cue.end : 20;
    const claim = {
      type: "imo",
      value,
      valid,
      start,
      end,
      weight: (named ? 97 : 75) - Math.min(20, distance) / 10,
    } as const;
    if (valid) claims.push(claim);
    else {
      claims.push({
        ...claim,
        candidates: () =>
          neighbours(value, { spoken: run.spoken, alphabetAt: () => DIGITS, passes: isImoNumber }),
      });
    }
  }
  return claims;
}
