/**
 * What earns points. One row a circumstance: the words that show it are quoted beside the points, so that an officer can
 * check each of them. Nothing here reads a name, a nationality or the language of the report. Reasoning: `docs/triage.md`.
 */
import { isArm, isDrug } from "../goods/find-goods.ts";
import { type Quote, quoteCue, type Reading } from "./read-report.ts";
import { type SourceRecord, sourcePoints } from "./source-history.ts";
import type { Category, Disposition, Identifier, IdentifierType, Reason } from "./verdict.ts";

/** What is known beside the words. */
export interface TriageFacts {
  /** How many independent reports of the same matter the desk holds. */
  corroboration?: { independent: number };
  /** When the named ship, flight or consignment is due, ISO 8601. */
  arrivalAt?: string;
  /** How earlier tips of the same source ended. */
  source?: SourceRecord | null;
}

export interface Scored {
  reading: Reading;
  disposition: Disposition;
  threat: Quote | null;
  facts: TriageFacts;
}

/** Points of an identifier: one that passes its check, and one that does not. */
const IDENTIFIERS: Readonly<Record<IdentifierType, readonly [good: number, bad: number]>> = {
  container: [20, 8],
  awb: [20, 8],
  postal: [18, 8],
  imo: [15, 6],
  mmsi: [15, 6],
  flight: [12, 4],
  plate: [10, 4],
  coordinates: [10, 4],
  phone: [8, 4],
  email: [8, 4],
  handle: [8, 4],
};

/** Points of the goods, by the harm they do. */
function harm(code: Category): number {
  if (isArm(code)) return 15;
  if (code === "stimulants" || code === "cocaine" || code === "opioids") return 12;
  if (isDrug(code)) return 10;
  if (code === "gold" || code === "cash" || code === "strategic_goods") return 8;
  return code === "wildlife" || code === "counterfeit" ? 6 : 4;
}

const reason = (code: string, points: number, from: Quote | null | undefined): Reason =>
  from ? { code, points, evidence: from.evidence, span: from.span } : { code, points };

function scoreIdentifiers(identifiers: readonly Identifier[]): Reason[] {
  const best = new Map<IdentifierType, Identifier>();
  for (const found of identifiers) {
    const known = best.get(found.type);
    if (!known || (found.valid && !known.valid)) best.set(found.type, found);
  }
  return [...best.values()].map(({ type, valid, evidence, span }) => {
    const [good, bad] = IDENTIFIERS[type];
    const points = valid ? good : bad;
    return { code: `${valid ? "valid" : "invalid"}_${type}`, points, evidence, ...(span && { span }) };
  });
}

function scoreGoods({ goods }: Reading): Reason[] {
  let worst: Reason | null = null;
  for (const { code, evidence, spans } of goods.categories) {
    const points = harm(code);
    if (worst && worst.points >= points) continue;
    worst = { code: `goods_${code}`, points, evidence: evidence[0], ...(spans?.[0] && { span: spans[0] }) };
  }
  return worst ? [worst] : [];
}

function scoreTime({ time }: Reading): Reason[] {
  const points = { now: 30, soon: 18, later: 8, undated: 0, past: -10 }[time.urgency];
  if (points === 0) return [];
  const words =
    time.mentions.find(({ from, kind }) =>
      time.urgency === "past" ? kind === "past" : time.eta !== null ? from === time.eta : kind !== "past",
    ) ?? time.mentions[0];
  const code = time.inProgress ? "under_way" : `time_${time.urgency}`;
  return [reason(code, points, words)];
}

function scorePlace({ route }: Reading): Reason[] {
  const [port] = route.places;
  if (port)
    return [
      { code: "port_named", points: 6, evidence: port.evidence, ...(port.span && { span: port.span }) },
    ];
  return route.chosen ? [reason("place_named", 4, route.chosen)] : [];
}

/** Circumstances of the telling: the kind of words, the points. Doubt takes away. */
const TELLING = [
  ["firsthand", "first_hand", 10],
  ["person", "person_named", 5],
  ["conceal", "concealment", 5],
  ["sea", "transfer_at_sea", 6],
  ["recruit", "courier_sought", 4],
  ["hearsay", "hearsay", -8],
  ["unknown", "details_unknown", -5],
  ["unsure", "teller_unsure", -5],
  ["stopped", "said_to_be_over", -8],
  ["retract", "taken_back", -20],
] as const;

function scoreTelling(reading: Reading): Reason[] {
  return TELLING.flatMap(([kind, code, points]) =>
    reading.cues.has(kind) ? [reason(code, points, quoteCue(reading, kind))] : [],
  );
}

const MOST_CORROBORATION = 3;

/** What is known beside the words, as lines of the score. */
export function scoreFacts({ corroboration, arrivalAt, source }: TriageFacts): Reason[] {
  const others = Math.min(MOST_CORROBORATION, corroboration?.independent ?? 0);
  return [
    ...(others > 0 ? [{ code: "corroborated", points: 8 * others }] : []),
    ...(arrivalAt ? [{ code: "arrival_known", points: 6 }] : []),
    ...(source ? [{ code: "source_history", points: sourcePoints(source) }] : []),
  ];
}

/** Every line of the score of a report, in the order an officer reads them. */
export function scoreReport({ reading, disposition, threat, facts }: Scored): Reason[] {
  const danger = threat ? [reason("threat_to_life", 40, threat)] : [];
  if (disposition === "not_customs" || disposition === "abuse") return danger;
  return [
    ...danger,
    ...scoreTime(reading),
    ...scoreIdentifiers(reading.identifiers),
    ...(reading.vessels[0] ? [reason("vessel_named", 8, reading.vessels[0])] : []),
    ...scoreGoods(reading),
    ...scorePlace(reading),
    ...scoreTelling(reading),
    ...scoreFacts(facts),
  ];
}

/** The sum, within 0 to 100. */
export const total = (reasons: readonly Reason[]): number =>
  Math.max(
    0,
    Math.min(
      100,
      reasons.reduce((sum, { points }) => sum + points, 0),
    ),
  );
