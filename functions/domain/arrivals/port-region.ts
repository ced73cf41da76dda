import { airports } from "../routing/gazetteer/airports.ts";
import { ports } from "../routing/gazetteer/ports.ts";
import { regionOfMunicipality } from "../routing/regions.ts";
import type { Region } from "../triage/verdict.ts";

const regions = new Map<string, Region | null>();
for (const row of ports.trim().split("\n")) {
  const [code = "-", , kanji = "", , prefecture = ""] = row.split(" ");
  if (code !== "-" && !regions.has(code)) regions.set(code, regionOfMunicipality(kanji, prefecture));
}
for (const row of airports.trim().split("\n")) {
  const [code = "-", , , , prefecture = "", municipality = ""] = row.split(" ");
  if (code !== "-" && !regions.has(code)) regions.set(code, regionOfMunicipality(municipality, prefecture));
}

/** The Customs that looks after a port or airport of Japan, e.g. `JPNRT` → `tokyo`; null for a code it does not know. */
export function regionOfPort(code: string): Region | null {
  return regions.get(code) ?? null;
}
