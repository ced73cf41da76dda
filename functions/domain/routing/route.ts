import type { PlaceFinding, Region } from "../triage/verdict.ts";
import type { PlaceMention } from "./place-mention.ts";

export type Routing = {
  region: Region | null;
  places: PlaceFinding[];
  chosen: PlaceMention | null;
  rest: PlaceMention[];
};

/** Decides which Customs a tip belongs to, from the places found in its text. */
export function routeTip(mentions: readonly PlaceMention[], _text: string): Routing {
  const chosen = mentions.find((mention) => mention.region !== null) ?? null;
  const places = mentions.flatMap(({ code, name, evidence, span }) =>
    code === null ? [] : [{ code, name, evidence, span }],
  );
  return {
    region: chosen?.region ?? null,
    places,
    chosen,
    rest: mentions.filter((mention) => mention !== chosen),
  };
}
