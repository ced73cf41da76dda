import type { Normalised } from "../text/normalise.ts";
import type { Form } from "./gazetteer/forms.ts";
import type { Entity } from "./gazetteer/names.ts";
import type { PlaceMention, PlaceRole } from "./place-mention.ts";
import { type CueMatch, findCues } from "./role-cues.ts";
import { roleOf, travel } from "./roles.ts";
import { lookAround, type Surroundings, standsAlone } from "./surroundings.ts";

/** A form of the gazetteer found at `[start, end)` of the normalised text. */
export type Sighting = { start: number; end: number; forms: readonly Form[] };

type Candidate = Sighting & {
  around: Surroundings;
  entities: Entity[];
  supported: boolean;
  kana: boolean;
  qualifies?: boolean;
};

const isKana = (text: string, from: number, to: number): boolean => !/[^ァ-ヺー]/.test(text.slice(from, to));

/** Words of katakana, and names of one character, must not run on into a longer word. */
function runsOn(text: string, { start, end }: Sighting): boolean {
  const first = text.charAt(start - 1);
  const next = text.charAt(end);
  if (isKana(text, start, end)) return /[ァ-ヺー]/.test(first) || /[ァ-ヺー]/.test(next);
  if (end - start === 1 && /[一-鿿]/.test(text.charAt(start)))
    return /[一-鿿]/.test(first) || /[一-鿿々]/.test(next);
  return false;
}

function hasCapital(text: string, index: number): boolean {
  const letter = text.charAt(index);
  return letter !== letter.toLowerCase();
}

function isUpper(text: string, { start, end }: Sighting): boolean {
  const written = text.slice(start, end);
  return written === written.toUpperCase();
}

/** What follows the name of a place, not of a person: a particle of place, or the nouns that tips put behind towns. */
const PARTICLE_OF_PLACE =
  /^(で|へ|から|まで|着|在住|方面|周辺|付近|近郊|沖|に(?!よ|つい|関|対|と|電|聞|言|頼|誘|渡|会|話|教)|の(港|倉庫|アパート|マンション|友人|知人|工場|会社|店|駅|街|沖|浜|海|漁|繁華|山|郊外|実家|自宅|家|団地|ホテル|ヤード|市場|部屋|空港|住))/;

function candidateOf(sighting: Sighting, normalised: Normalised): Candidate | null {
  const { unaccented, text } = normalised;
  const around = lookAround(unaccented, sighting.start, sighting.end);
  if (around.otherwise) return null;
  const asUnit = around.port || around.airport || around.unit;
  if (runsOn(unaccented, sighting) && !asUnit) return null;
  const entities: Entity[] = [];
  let supported = false;
  let kana = false;
  for (const form of sighting.forms) {
    if ("foreign" in form) continue;
    if (form.kana) kana = true;
    if (form.upper && !isUpper(text, sighting)) continue;
    const capital = !form.needsCapital || hasCapital(text, sighting.start);
    const suffixed = form.kana ? standsAlone(unaccented, sighting.start, sighting.end) : asUnit;
    const located =
      form.surname === true && PARTICLE_OF_PLACE.test(unaccented.slice(sighting.end, sighting.end + 6));
    if (suffixed || located || form.entity !== null || form.name.named || (!form.weak && capital))
      supported = true;
    for (const entity of form.entity === null ? form.name.entities : [form.entity]) {
      if (entities.includes(entity)) continue;
      // Of two towns that sound alike the better known comes first.
      if (form.name.rank === 0) entities.unshift(entity);
      else entities.push(entity);
    }
  }
  return entities.length === 0 ? null : { ...sighting, around, entities, supported, kana };
}

function markQualifiers(candidates: readonly Candidate[], text: string): void {
  candidates.forEach((candidate, index) => {
    const next = candidates[index + 1];
    if (next === undefined) return;
    const gap = text.slice(candidate.end, next.start);
    if (gap === "の" || gap === "的" || gap === "" || gap === "의 " || gap === "県" || gap === "县")
      candidate.qualifies = true;
    else if (gap === ", " || gap === " (" || gap === "(") next.qualifies = true;
  });
}

/** How far from a name its prefecture may stand and still lift doubt from it. */
const NEAR = 60;
const NEAR_KANA = 9;

/** Where a prefecture is named this often, the text is no tip, and more places to look at would only cost time. */
const MOST_POSITIONS = 40;

const order = [
  "prefecture",
  "city",
  "ward",
  "district",
  "port",
  "airport",
  "fishing_port",
  "town",
  "waters",
] as const;
const importance = new Map<string, number>(order.map((kind, index) => [kind, index]));

/** What is left of a name once a word beside it says that it is an airport or a port. */
function asHub(entities: readonly Entity[], isAirport: boolean, isHarbour: boolean): readonly Entity[] {
  const of = (wanted: Entity["kind"]): Entity[] => entities.filter(({ kind }) => kind === wanted);
  const choices = isAirport ? [of("airport")] : isHarbour ? [of("port"), of("fishing_port")] : [];
  return choices.find(({ length }) => length > 0) ?? entities;
}

function choose(
  candidate: Candidate,
  prefectures: ReadonlyMap<string, number[]>,
  cues: readonly CueMatch[],
  text: string,
  role: PlaceRole,
  starts: readonly number[],
): Entity | null {
  const { around, start, end } = candidate;
  const { entities } = candidate;
  const distance = ({ prefecture }: Entity): number =>
    Math.min(
      Number.POSITIVE_INFINITY,
      ...(prefectures.get(prefecture) ?? []).map((at) => Math.abs(at - start)),
    );
  const before = ({ prefecture }: Entity): boolean =>
    /[\sのん県府都]/.test(text.charAt(start - 1)) &&
    (prefectures.get(prefecture) ?? []).some((at) => at < start && start - at <= NEAR_KANA);
  const near = entities.filter((entity) => distance(entity) < NEAR);
  const named = entities.filter((entity) => prefectures.has(entity.prefecture));
  if (!candidate.supported && !(candidate.kana ? near.some(before) : near.length > 0)) return null;
  const isHarbour = around.port || text.charAt(end - 1) === "港";
  const pool = asHub(near.length > 0 ? near : named.length > 0 ? named : entities, around.airport, isHarbour);
  const sorted = [...pool].sort((a, b) => (importance.get(a.kind) ?? 9) - (importance.get(b.kind) ?? 9));
  const best = sorted[0] ?? null;
  if (best === null || best.code !== null) return best;
  const hub = pool.find((entity) => entity.hub);
  if (hub !== undefined && !around.unit && role !== "storage" && role !== "teller") return hub;
  // A city's name stands for its port or airport when ships or flights arrive there, unless it only says where another lies.
  if (role === "teller" || around.unit || candidate.qualifies) return best;
  const means = travel(start, end, cues, starts);
  return pool.find(({ kind, code, alias }) => kind === means && code !== null && !alias) ?? best;
}

/** Turns what the matcher saw into places: drops look-alikes, settles who is meant, says what each is to the matter. */
export function settle(
  sightings: readonly Sighting[],
  normalised: Normalised,
  original: string,
): PlaceMention[] {
  if (sightings.length === 0) return [];
  const text = normalised.unaccented;
  const cues = findCues(text);
  const starts = sightings.map(({ start }) => start);
  const candidates = new Map<number, Candidate>();
  for (const sighting of sightings) {
    const candidate = candidateOf(sighting, normalised);
    if (candidate !== null) candidates.set(sighting.start, candidate);
  }
  markQualifiers([...candidates.values()], text);
  const prefectures = new Map<string, number[]>();
  for (const { supported, entities, start } of candidates.values()) {
    const owners = new Set(entities.map(({ prefecture }) => prefecture));
    const [owner] = owners;
    const certain = owners.size === 1 || entities.some(({ kind }) => kind === "prefecture");
    const prefecture = entities.find(({ kind }) => kind === "prefecture")?.prefecture ?? owner;
    if (!supported || !certain || prefecture === undefined) continue;
    const positions = prefectures.get(prefecture);
    if (positions === undefined) prefectures.set(prefecture, [start]);
    else if (positions.length < MOST_POSITIONS) positions.push(start);
  }
  const mentions: PlaceMention[] = [];
  for (const sighting of sightings) {
    const span = normalised.toOriginal(sighting.start, sighting.end);
    const evidence = original.slice(span[0], span[1]);
    const abroad = sighting.forms.find((form) => "foreign" in form);
    if (abroad !== undefined && "foreign" in abroad) {
      mentions.push({
        name: abroad.foreign,
        code: null,
        kind: "foreign",
        prefecture: null,
        region: null,
        span,
        evidence,
        role: "origin",
      });
      continue;
    }
    const candidate = candidates.get(sighting.start);
    const role = roleOf(sighting.start, sighting.end, text, cues);
    const entity = candidate === undefined ? null : choose(candidate, prefectures, cues, text, role, starts);
    if (entity === null) continue;
    const { english, code, kind, prefecture, region } = entity;
    mentions.push({ name: english, code, kind, prefecture, region, span, evidence, role });
  }
  return mentions;
}
