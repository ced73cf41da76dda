import { type Normalised, normalise } from "../text/normalise.ts";
import { buildMatcher, type Match } from "../text/trie.ts";
import { type Form, placeForms } from "./gazetteer/forms.ts";
import type { PlaceMention } from "./place-mention.ts";
import { type Sighting, settle } from "./settle.ts";
import { toSkeleton } from "./spelling/skeleton.ts";

export type { PlaceKind, PlaceMention, PlaceRole } from "./place-mention.ts";

let matcher: ((text: string) => Match<Form>[]) | undefined;

/** Builds the gazetteer's matcher now instead of at the first tip (about 0.2 s). */
export function warmPlaces(): void {
  matcher ??= buildMatcher(placeForms());
}

/**
 * Every place the text names, in any language of the line, in the order of the text, each with what it is to the matter.
 * Spans point into `text`. Linear, never throws. E.g. `"明日 横浜港に着く"` → one port, code `JPYOK`, role `landing`.
 */
export function findPlaces(text: string, normalised: Normalised = normalise(text)): PlaceMention[] {
  warmPlaces();
  const bare = normalised.unaccented;
  const skeleton = toSkeleton(bare);
  const found = matcher?.(skeleton.text) ?? [];
  const sightings: Sighting[] = found.map(({ start, end, values }) => ({
    start: skeleton.starts[start] ?? 0,
    end: endOf(skeleton.starts, end, bare.length),
    forms: values,
  }));
  return settle(sightings, normalised, text);
}

/** The unit behind a match begins where the match ends, but for signs the skeleton left out, which belong to the match. */
function endOf(starts: Int32Array, end: number, length: number): number {
  return starts[end] ?? length;
}
