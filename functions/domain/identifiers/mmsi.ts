/** Maritime mobile service identities (ITU-R M.585) and the flag their digits name. */
import { Gap } from "../text/code-cells.ts";
import type { Claim } from "./claim.ts";
import { digitRuns } from "./digit-runs.ts";
import { MID_FLAGS } from "./mid-table.ts";
import { DIGITS, neighbours } from "./neighbours.ts";
import type { Reading } from "./reading.ts";

/** Where the maritime identification digits stand, by the kind of station (ITU-R M.585-9). */
function midOf(mmsi: string): string {
  if (/^00/.test(mmsi)) return mmsi.slice(2, 5); // coast station
  if (/^0/.test(mmsi)) return mmsi.slice(1, 4); // group of ships
  if (/^8/.test(mmsi)) return mmsi.slice(1, 4); // handheld radio
  if (/^111/.test(mmsi)) return mmsi.slice(3, 6); // search aircraft
  if (/^9[89]/.test(mmsi)) return mmsi.slice(2, 5); // craft of a mother ship, aid to navigation
  return mmsi.slice(0, 3);
}

/**
 * The flag state of an MMSI as an ISO 3166 alpha-2 code.
 * @param mmsi nine digits
 * @returns undefined when the maritime identification digits belong to nobody
 * @example flagOfMmsi("431000123") === "JP"
 */
export function flagOfMmsi(mmsi: string): string | undefined {
  return /^[0-9]{9}$/.test(mmsi) ? MID_FLAGS.get(midOf(mmsi)) : undefined;
}

/** True for nine digits with known maritime identification digits, or of a distress beacon (970, 972, 974). */
export function isMmsi(mmsi: string): boolean {
  return /^97[024][0-9]{6}$/.test(mmsi) || flagOfMmsi(mmsi) !== undefined;
}

/** Neighbours of an unknown MMSI: only the digits that name the flag can be told wrong. */
const MOST_NEIGHBOURS = 12;

/** Finds MMSIs: nine digits named so (MMSI, AIS), or beside a word for ship when their flag is known. */
export function findMmsis(reading: Reading): Claim[] {
  const claims: Claim[] = [];
  const { cells, cues } = reading;
  if (!cues.has("mmsi") && !cues.has("ship")) return claims;
  for (const run of digitRuns(cells, 9, Gap.loose)) {
    const { value, start, end } = run;
    const cue =
      cues.before(start, ["imo", "mmsi", "other", "phone", "awb", "postal"], 40) ??
      cues.before(start, ["ship"], 30);
    const behind = cues.after(end, ["mmsi"], 8);
    if (run.attached && cue?.end !== start) continue;
    const valid = isMmsi(value);
    const named = cue?.kind === "mmsi" || (behind !== undefined && cue?.kind !== "imo");
    const likely = cue?.kind === "ship" && valid && /^[2-7]/.test(value) && run.soft === 0;
    if (!named && !likely) continue;
    const distance = cue ? start - cue.end : 20;
    const claim = {
      type: "mmsi",
      value,
      valid,
      start,
      end,
      weight: (named ? 96 : 74) - Math.min(20, distance) / 10,
    } as const;
    if (valid) claims.push(claim);
    else {
      const candidates = () =>
        neighbours(value, { spoken: run.spoken, alphabetAt: () => DIGITS, passes: isMmsi }, MOST_NEIGHBOURS);
      claims.push({ ...claim, candidates });
    }
  }
  return claims;
}
