import { airports } from "./gazetteer/airports.ts";
import { ports } from "./gazetteer/ports.ts";

/** What a port or airport is called, for people who do not read codes. */
export interface PlaceLabel {
  ja: string;
  en: string;
}

/** By UN/LOCODE, which a port and an airport may share; of several names the first in the list. */
function labelsOf(lines: string): Map<string, PlaceLabel> {
  const labels = new Map<string, PlaceLabel>();
  for (const line of lines.trim().split("\n")) {
    const [code = "-", en = "", ja = ""] = line.split(" ");
    if (code !== "-" && !labels.has(code)) labels.set(code, { ja, en });
  }
  return labels;
}

const labels = { port: labelsOf(ports), airport: labelsOf(airports) };

/** `JPYOK` as a port is 横浜 and Yokohama; null when the gazetteer has no such code. */
export function placeLabel(code: string, kind: keyof typeof labels): PlaceLabel | null {
  return labels[kind].get(code) ?? null;
}
