/** Whether two tips are about the same matter, and whether they are one voice or two. */
import type { Category, Channel, IdentifierType, Region } from "../triage/verdict.ts";
import { type Likeness, likenessOf, type Sketch } from "./likeness.ts";

/** What is readable of a tip: codes and sketches. */
export interface ComparedTip {
  receivedAt: Date;
  channel: Channel;
  lang: string;
  region: Region | null;
  /** `YYYY-MM-DD` in Asia/Tokyo. */
  eta: string | null;
  categories: readonly Category[];
  placeCodes: readonly string[];
  /** The kinds of valid identifiers it holds. */
  named: readonly NamedType[];
  sketch: Sketch;
}

export type NamedType = IdentifierType | "vessel_name";

/** How an identifier of one tip meets one of the other: equal, one character apart, or a ship's name in another spelling. */
export const meetings = ["same", "one_slip", "sounds_like", "nearly"] as const;
export type Meeting = (typeof meetings)[number];

export interface SharedIdentifier {
  type: NamedType;
  how: Meeting;
  /** Many tips hold it, like the number of an association that passes tips on: it says less. */
  common: boolean;
}

export type Relation = "independent" | "echo";

export type RelatedWhy =
  | `${Meeting}_${NamedType}`
  | "same_text"
  | "near_text"
  | "same_burst"
  | "same_eta"
  | "same_place"
  | "same_region"
  | "same_category"
  | "other_channel"
  | "other_language";

export type PairVerdict = { relation: Relation | "unrelated"; why: RelatedWhy[]; likeness: number };

const minute = 60_000;
const day = 24 * 60 * minute;
/** Beyond this a shared number or account is another matter. */
const sameMatterDays = 120;
const burstMinutes = 20;

/** What names one consignment, so that two of them are two matters. */
const cargo: readonly NamedType[] = ["container", "awb", "postal"];
const ships: readonly NamedType[] = ["imo", "mmsi", "vessel_name", "flight"];

/** Weights: 2 is enough. A carrier calls again and again, so it needs a day, a port or goods that fit. */
const weights: Readonly<Record<NamedType, number>> = {
  container: 3,
  awb: 3,
  postal: 3,
  imo: 2,
  mmsi: 2,
  vessel_name: 1.5,
  flight: 1,
  plate: 2,
  phone: 2,
  email: 2,
  handle: 2,
  coordinates: 2,
};
const meetingFactor: Readonly<Record<Meeting, number>> = {
  same: 1,
  one_slip: 0.4,
  sounds_like: 0.7,
  nearly: 0.4,
};
const enough = 2;

/**
 * `echo`: pasted or near-identical words, or the same reporter again within minutes; it counts as the first report
 * only. `independent`: other words about what is the same by its identifiers. Everything else is `unrelated`; goods,
 * place, day and turns of phrase never relate two tips by themselves.
 */
export function classifyPair(
  a: ComparedTip,
  b: ComparedTip,
  shared: readonly SharedIdentifier[],
): PairVerdict {
  const text = likenessOf(a.sketch, b.sketch);
  const likeness = Math.round(text.resemblance * 100);
  const apart = Math.abs(a.receivedAt.getTime() - b.receivedAt.getTime());
  const links = strongest(shared);
  const circumstances = circumstancesOf(a, b);
  const otherCargo = nameOtherCargo(a, b, links);
  const why: RelatedWhy[] = [...links.map(({ how, type }) => `${how}_${type}` as const), ...circumstances];
  const sameText = echoes(text, apart, links.length > 0);
  if (sameText && !otherCargo)
    return {
      relation: "echo",
      why: [text.resemblance >= 0.95 ? "same_text" : "near_text", ...why],
      likeness,
    };
  if (weigh(a, b, links, circumstances) < enough || apart > sameMatterDays * day)
    return { relation: "unrelated", why: [], likeness };
  if (a.channel === b.channel && a.lang === b.lang && apart <= burstMinutes * minute)
    return { relation: "echo", why: ["same_burst", ...why], likeness };
  return { relation: "independent", why: [...why, ...distances(a, b)], likeness };
}

/** A few words are the same by chance unless they come in one burst; long ones are passed on for weeks. */
function echoes({ resemblance, containment, shorter }: Likeness, apart: number, linked: boolean): boolean {
  if (shorter < 8) return resemblance >= 0.95 && apart <= day / 24;
  if (shorter < 25) return (resemblance >= 0.8 || containment >= 0.95) && apart <= 2 * day;
  const same = resemblance >= 0.5 || (resemblance >= 0.2 && containment >= 0.8);
  return (same || (linked && resemblance >= 0.35)) && apart <= 90 * day;
}

/** One form letter about two consignments is two matters. */
function nameOtherCargo(a: ComparedTip, b: ComparedTip, links: readonly SharedIdentifier[]): boolean {
  const namesCargo = (tip: ComparedTip) => tip.named.some((type) => cargo.includes(type));
  const shared = links.some(({ type, how }) => cargo.includes(type) && how === "same");
  return namesCargo(a) && namesCargo(b) && !shared;
}

/** One link of each kind: a ship that is the same by spelling is not counted again by sound. */
function strongest(shared: readonly SharedIdentifier[]): SharedIdentifier[] {
  const links = new Map<NamedType, SharedIdentifier>();
  for (const link of shared) {
    const known = links.get(link.type);
    if (!known || linkWeight(link) > linkWeight(known)) links.set(link.type, link);
  }
  return [...links.values()];
}

function linkWeight({ type, how, common }: SharedIdentifier): number {
  return weights[type] * meetingFactor[how] * (common ? 0.4 : 1);
}

function circumstancesOf(a: ComparedTip, b: ComparedTip): RelatedWhy[] {
  const found: RelatedWhy[] = [];
  if (a.eta !== null && a.eta === b.eta) found.push("same_eta");
  if (a.placeCodes.some((code) => b.placeCodes.includes(code))) found.push("same_place");
  else if (a.region !== null && a.region === b.region) found.push("same_region");
  if (a.categories.some((code) => b.categories.includes(code))) found.push("same_category");
  return found;
}

const circumstanceWeights: Partial<Record<RelatedWhy, number>> = {
  same_eta: 1,
  same_place: 0.5,
  same_region: 0.3,
  same_category: 0.5,
};

function weigh(
  a: ComparedTip,
  b: ComparedTip,
  links: readonly SharedIdentifier[],
  circumstances: readonly RelatedWhy[],
): number {
  if (links.length === 0) return 0;
  const linked = links.reduce((sum, link) => sum + linkWeight(link), 0);
  const around = circumstances.reduce((sum, code) => sum + (circumstanceWeights[code] ?? 0), 0);
  const otherCall = a.eta !== null && b.eta !== null && daysBetween(a.eta, b.eta) > 3;
  const onlyCarriers = links.every(({ type }) => ships.includes(type));
  return linked + around - (otherCall && onlyCarriers ? 1.5 : 0);
}

function distances(a: ComparedTip, b: ComparedTip): RelatedWhy[] {
  const found: RelatedWhy[] = [];
  if (a.channel !== b.channel) found.push("other_channel");
  if (a.lang !== b.lang) found.push("other_language");
  return found;
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / day;
}
