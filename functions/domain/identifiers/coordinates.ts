/** Geographic coordinates: decimal, degrees and minutes, or said in words (ISO 6709 order: latitude first). */

import { type Angle, angleAt, angleTokens } from "./angles.ts";
import type { Claim } from "./claim.ts";
import type { Reading } from "./reading.ts";

/** Widest stretch between the two angles of one position. */
const APART = 24;

function inRange(latitude: number, longitude: number): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

function position(a: Angle, b: Angle): { latitude: number; longitude: number } | undefined {
  if (a.axis !== undefined && a.axis === b.axis) return undefined;
  const swapped = a.axis === "longitude" || b.axis === "latitude";
  const [latitude, longitude] = swapped ? [b.degrees, a.degrees] : [a.degrees, b.degrees];
  return inRange(latitude, longitude) ? { latitude, longitude } : undefined;
}

/** Two bare numbers are a position only with the precision of one, or beside a word for it. */
function believable(a: Angle, b: Angle, between: string, cued: boolean): boolean {
  if (a.marked && b.marked)
    return a.axis !== undefined || b.axis !== undefined || (a.decimals > 0 && b.decimals > 0);
  if (a.axis !== undefined && b.decimals > 0) return true;
  if (!/^ ?[,/;、]? ?$/.test(between)) return false;
  if (a.decimals >= 4 && b.decimals >= 4) return true;
  // Three places are enough in the seas around Japan, where both numbers are large.
  if (a.decimals === 3 && b.decimals === 3 && Math.abs(a.degrees) >= 10 && b.degrees >= 90) return true;
  return cued && a.decimals >= 1 && b.decimals >= 1;
}

/** Finds positions and gives them as `lat,lon` in decimal degrees with four places, south and west negative. */
export function findCoordinates(reading: Reading): Claim[] {
  const { light, cells, cues } = reading;
  const tokens = angleTokens(light, cells);
  const claims: Claim[] = [];
  for (let i = 0; i < tokens.length; ) {
    const a = angleAt(tokens, i, light);
    let j = a?.next ?? 0;
    while (a && tokens[j] && tokens[j]?.kind !== "number" && (tokens[j]?.start ?? 0) - a.end <= APART) j++;
    const b = a && tokens[j] ? angleAt(tokens, j, light, a.next) : undefined;
    if (!a || !b || b.start - a.end > APART || b.start < a.end) {
      i++;
      continue;
    }
    const found = position(a, b);
    const between = light.text.slice(a.end, b.start);
    const cued =
      cues.before(a.start, ["place"], 24) !== undefined || cues.after(b.end, ["place"], 8) !== undefined;
    if (!found || !believable(a, b, between, cued)) {
      i++;
      continue;
    }
    const value = `${found.latitude.toFixed(4)},${found.longitude.toFixed(4)}`;
    claims.push({ type: "coordinates", value, valid: true, start: a.start, end: b.end, weight: 93 });
    i = b.next;
  }
  return claims;
}
