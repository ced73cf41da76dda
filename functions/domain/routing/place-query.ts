import { normalise } from "../text/normalise.ts";
import { findPlaces } from "./find-places.ts";
import { airportAfter, airportBefore, portAfter, portBefore } from "./gazetteer/place-cues.ts";

const cues = new Set([...portAfter, ...portBefore, ...airportAfter, ...airportBefore]);

/**
 * The UN/LOCODE of the one port or airport that a query names and nothing else, in any language: `横浜港`, `Yokohama`,
 * `요코하마` and `JPYOK` are all `JPYOK`. Null of anything more or less; of a town the port or airport of its name.
 */
export function placeOfQuery(query: string): string | null {
  const text = query.trim();
  const [mention, ...others] = findPlaces(text);
  if (!mention || others.length > 0) return null;
  const rest = `${text.slice(0, mention.span[0])} ${text.slice(mention.span[1])}`;
  const left = normalise(rest).text.trim().toLowerCase();
  if (left !== "" && !cues.has(left) && !cues.has(left.normalize("NFD").replace(/\p{M}/gu, ""))) return null;
  if (mention.code) return mention.code;
  for (const asPort of [`${mention.evidence}港`, `${mention.evidence} port`, `port ${mention.name}`]) {
    const [port] = findPlaces(asPort);
    if (port?.code && port.name === mention.name) return port.code;
  }
  return null;
}
