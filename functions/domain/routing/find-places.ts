import { buildMatcher } from "../text/trie.ts";
import { prefectures } from "./gazetteer/prefectures.ts";
import type { PlaceMention } from "./place-mention.ts";

export type { PlaceKind, PlaceMention, PlaceRole } from "./place-mention.ts";

const match = buildMatcher(prefectures.map((value) => ({ form: value.kanji, value })));

/** Every place the text names, in the order of the text, each with what it is to the matter. Never throws. */
export function findPlaces(text: string): PlaceMention[] {
  return match(text).flatMap(({ start, end, values }) =>
    values.map((value) => ({
      name: value.id,
      code: null,
      kind: "prefecture" as const,
      prefecture: value.id,
      region: value.region,
      span: [start, end] as [number, number],
      evidence: text.slice(start, end),
      role: "unknown" as const,
    })),
  );
}
