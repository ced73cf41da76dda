/** Everything triage reads off a report before it judges: one pass of each reader over the same words. */
import { findGoods, type GoodsFinding } from "../goods/find-goods.ts";
import { findIdentifiers } from "../identifiers/find-identifiers.ts";
import { findVesselNames, type VesselName } from "../identifiers/vessel-name.ts";
import { detectLanguage } from "../language/detect.ts";
import { type Folded, fold } from "../language/fold.ts";
import { findPlaces } from "../routing/find-places.ts";
import type { PlaceMention } from "../routing/place-mention.ts";
import { type Routing, routeTip } from "../routing/route.ts";
import { normalise } from "../text/normalise.ts";
import { resolveTime, type TimeFinding } from "../time/resolve-time.ts";
import type { CueKind } from "./cues/cue-table.ts";
import { type Cues, findCues, type Stretch } from "./cues/find-cues.ts";
import type { Channel, Identifier, IdentifierType, Lang, Span, TriageInput } from "./verdict.ts";

/** What the words of one report hold. */
export interface Reading {
  text: string;
  channel: Channel;
  lang: Lang;
  folded: Folded;
  /** Nothing but white space and signs. */
  blank: boolean;
  cues: Cues;
  goods: GoodsFinding;
  identifiers: Identifier[];
  vessels: VesselName[];
  mentions: PlaceMention[];
  route: Routing;
  time: TimeFinding;
  /** Another country is named, or "from abroad" is said. */
  fromAbroad: boolean;
}

const CONSIGNMENTS: ReadonlySet<IdentifierType> = new Set([
  "container",
  "awb",
  "postal",
  "flight",
  "imo",
  "mmsi",
]);

/** Reads a report. Linear in its length; never throws. */
export function readReport({ text, channel, received_at }: TriageInput): Reading {
  const lang = detectLanguage(text);
  const folded = fold(text);
  const normalised = normalise(text);
  const cues = findCues(folded, lang, text);
  const mentions = findPlaces(text, normalised);
  const identifiers = findIdentifiers(text);
  const fromAbroad = cues.has("abroad") || mentions.some(({ kind }) => kind === "foreign");
  const moved = fromAbroad && (cues.has("carry") || cues.has("consign"));
  const consigned = identifiers.some(({ type }) => CONSIGNMENTS.has(type)) && !cues.has("own");
  const traces = (moved ? 1 : 0) + (consigned ? 1 : 0);
  return {
    text,
    channel,
    lang,
    folded,
    blank: !/[\p{L}\p{N}]/u.test(text),
    cues,
    goods: findGoods(text, lang, {
      folded,
      cues,
      traces,
      codes: identifiers.flatMap(({ span }) => (span ? [span] : [])),
    }),
    identifiers,
    vessels: findVesselNames(text),
    mentions,
    route: routeTip(mentions, text),
    time: resolveTime(text, received_at, normalised),
    fromAbroad,
  };
}

/** A quotation of the report, to be shown beside a reason. */
export interface Quote {
  evidence: string;
  span: Span;
}

const MOST_QUOTED = 120;

/** The original words behind a stretch of the folded text. */
export function quote({ text, folded }: Reading, { start, end }: Stretch): Quote {
  const from = folded.map[start] ?? 0;
  const to = Math.min(folded.map[end] ?? text.length, from + MOST_QUOTED);
  const raw = text.slice(from, to);
  const lead = raw.length - raw.trimStart().length;
  const evidence = raw.trim();
  return { evidence, span: [from + lead, from + lead + evidence.length] };
}

/** The first words of the report that say any of these. */
export function quoteCue(reading: Reading, ...kinds: readonly CueKind[]): Quote | null {
  for (const kind of kinds) {
    const [first] = reading.cues.all(kind);
    if (first) return quote(reading, first);
  }
  return null;
}
