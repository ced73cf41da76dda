import type { PlaceFinding, Region } from "../triage/verdict.ts";
import type { PlaceMention } from "./place-mention.ts";

export type Routing = {
  /** The Customs that should act, or null when the text names no place in Japan. */
  region: Region | null;
  /** Each sea port and airport that is part of the matter, once. */
  places: PlaceFinding[];
  /** The place that decided, and the other places in Japan, in the order of the text. */
  chosen: PlaceMention | null;
  rest: PlaceMention[];
};

/**
 * Where the goods lie now decides; else where they land, or leave; a place named with neither comes next, then a past
 * event's, and the teller's own town only when nothing else is named. (Office rule: goods decide, not origin.)
 */
const weight: Readonly<Record<PlaceMention["role"], number>> = {
  storage: 50,
  landing: 45,
  departure: 40,
  unknown: 30,
  past: 15,
  teller: 10,
  origin: 0,
};

/** Among equals, the more exact place. */
const exactness: Readonly<Record<PlaceMention["kind"], number>> = {
  port: 4,
  airport: 4,
  fishing_port: 4,
  district: 3,
  ward: 3,
  town: 3,
  city: 3,
  waters: 2,
  prefecture: 1,
  foreign: 0,
};

/** Decides which Customs a tip belongs to from the places its text names, and lists the ports that are part of the matter. */
export function routeTip(mentions: readonly PlaceMention[], _text: string): Routing {
  const inJapan = mentions.filter((mention) => mention.kind !== "foreign" && mention.region !== null);
  const rank = (mention: PlaceMention): number => {
    const isPort = mention.code !== null && mention.role !== "past";
    return (
      (isPort ? Math.max(weight[mention.role], weight.departure) : weight[mention.role]) * 10 +
      exactness[mention.kind]
    );
  };
  let chosen: PlaceMention | null = null;
  for (const mention of inJapan) if (chosen === null || rank(mention) > rank(chosen)) chosen = mention;

  const hasCurrentPort = inJapan.some(({ code, role }) => code !== null && role !== "past");
  const places = new Map<string, PlaceFinding>();
  for (const { code, name, evidence, span, role } of inJapan) {
    if (code === null || places.has(code) || (role === "past" && hasCurrentPort)) continue;
    places.set(code, { code, name, evidence, span });
  }
  return {
    region: chosen?.region ?? null,
    places: [...places.values()],
    chosen,
    rest: mentions.filter((mention) => mention !== chosen),
  };
}
