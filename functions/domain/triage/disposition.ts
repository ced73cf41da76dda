/**
 * What kind of message this is. Four sums are compared: how much of an allegation it holds, how much of a matter of
 * someone else, how much of an abuse of the line, and how much there is to check. In doubt an officer reads it.
 */
import { isForbidden } from "../goods/find-goods.ts";
import type { CueKind } from "./cues/cue-table.ts";
import { type Quote, quoteCue, type Reading } from "./read-report.ts";
import type { Disposition, IdentifierType } from "./verdict.ts";

/** Points a kind of words brings, for each time it is said, at most `most` times. */
type Weight = readonly [kind: CueKind, points: number, most: number];

const ALLEGED: readonly Weight[] = [
  ["smuggle", 1.5, 2],
  ["conceal", 1.5, 2],
  ["sea", 2, 2],
  ["recruit", 1.5, 1],
  ["secrecy", 1.5, 1],
  ["sell", 1, 1],
  ["store", 0.5, 1],
  ["firsthand", 1, 1],
  ["person", 0.5, 1],
  ["hearsay", 0.5, 1],
  ["retract", 1, 1],
];

/** Kinds of words that nobody uses who only asks. */
const UNDERHAND: readonly CueKind[] = ["conceal", "sea", "recruit", "secrecy", "person"];
/** Kinds of words that make a matter for Customs though no goods are named. */
const SUSPECT: readonly CueKind[] = ["smuggle", "sea", "conceal", "recruit"];
/** Kinds of words of people who speak of goods without alleging anything. */
const TALK: readonly CueKind[] = ["permit", "fraud", "news", "opinion", "job", "verify"];

interface Group {
  code: string;
  referTo?: string;
  /** Kinds of words of which one must be there; without: the first of the weights. */
  mains?: readonly CueKind[];
  weights: readonly Weight[];
}

/** Matters that are not for Customs to act on, each with where the person is best sent. */
const MATTERS: readonly Group[] = [
  {
    code: "asks_what_is_allowed",
    referTo: "tariff_desk",
    weights: [
      ["permit", 2, 2],
      ["asking", 1, 1],
      ["own", 1.5, 1],
    ],
  },
  {
    code: "own_parcel",
    referTo: "tariff_desk",
    mains: ["held", "own"],
    weights: [
      ["held", 2, 2],
      ["own", 1.5, 2],
      ["asking", 1, 1],
      ["permit", 1, 1],
    ],
  },
  {
    code: "call_in_customs_name",
    referTo: "scam_page",
    weights: [
      ["fraud", 1.5, 4],
      ["verify", 2, 1],
      ["asking", 0.5, 1],
    ],
  },
  {
    code: "opinion",
    referTo: "feedback_desk",
    weights: [
      ["opinion", 1.5, 2],
      ["news", 1.5, 1],
    ],
  },
  { code: "complaint", referTo: "feedback_desk", weights: [["complaint", 1.5, 3]] },
  {
    code: "about_the_office",
    referTo: "customs_counsellor",
    weights: [
      ["job", 2, 2],
      ["asking", 0.5, 1],
    ],
  },
  {
    code: "immigration_matter",
    referTo: "immigration",
    weights: [
      ["immigration", 2, 2],
      ["asking", 0.5, 1],
    ],
  },
  { code: "police_matter", referTo: "police", weights: [["police", 1.5, 2]] },
  { code: "other_office", referTo: "other_office", weights: [["agency", 1.5, 2]] },
];

const MISUSE: readonly Group[] = [
  {
    code: "no_words",
    weights: [["silence", 2, 2]],
  },
  { code: "test_call", weights: [["test", 1.5, 2]] },
  { code: "advertisement", weights: [["advert", 1.2, 4]] },
  { code: "insult", weights: [["insult", 2, 3]] },
  { code: "prank", weights: [["prank", 1.8, 3]] },
];

function sum({ cues }: Reading, weights: readonly Weight[]): number {
  let total = 0;
  for (const [kind, points, most] of weights) total += points * cues.count(kind, most);
  return total;
}

interface Claim {
  code: string;
  referTo: string | null;
  points: number;
  quote: Quote | null;
}

function strongest(reading: Reading, groups: readonly Group[]): Claim {
  let best: Claim = { code: "", referTo: null, points: 0, quote: null };
  for (const { code, referTo = null, weights, mains } of groups) {
    const main = mains ?? weights.slice(0, 1).map(([kind]) => kind);
    // What names the matter must be said; a question alone is nobody's matter.
    const points = main.some((kind) => reading.cues.has(kind)) ? sum(reading, weights) : 0;
    if (points > best.points) best = { code, referTo, points, quote: quoteCue(reading, ...main) };
  }
  return best;
}

/** How strongly the text says that something is being smuggled. */
export function allegation(reading: Reading): number {
  const { cues, goods, fromAbroad, identifiers, time, vessels } = reading;
  let points = sum(reading, ALLEGED);
  // Who asks whether it is allowed, was told on the telephone that it lies in a parcel of theirs, or has read of it
  // alleges nothing.
  const talks = TALK.some((kind) => cues.has(kind));
  const onlyNamed = talks && !UNDERHAND.some((kind) => cues.has(kind));
  if (onlyNamed) points -= Math.min(2, points, 1.5 * cues.count("smuggle", 2));
  const forbidden = goods.categories.some(({ code }) => isForbidden(code));
  if (forbidden && !onlyNamed) points += goods.certain ? 2.5 : 1.5;
  else if (goods.categories.length > 0) points += onlyNamed ? 0.5 : 1.2;
  const moves = cues.has("carry") || cues.has("consign");
  if (fromAbroad && moves) points += 1;
  if (goods.categories.length > 0 && fromAbroad) points += 0.5;
  if (time.eta !== null && cues.has("carry")) points += 0.5;
  if (identifiers.length > 0 && !cues.has("own")) points += 0.5;
  if (vessels.length > 0) points += 0.5;
  return onlyNamed ? points / 2 : points;
}

/** What each thing that can be looked up is worth to an officer. */
const TRACE: Readonly<Record<IdentifierType, number>> = {
  container: 3,
  awb: 3,
  imo: 3,
  mmsi: 2.5,
  postal: 3,
  flight: 2.5,
  plate: 2.5,
  phone: 2,
  email: 2,
  handle: 2,
  coordinates: 2.5,
};

/** What is over is the less to be found the longer ago it was. */
function staleness({ time }: Reading): number {
  const last = Math.max(
    ...time.mentions.map(({ to }) => (to === null ? Number.NaN : Date.parse(to))).filter(Number.isFinite),
  );
  const days = (Date.parse(time.today) - last) / 86_400_000;
  return days <= 3 ? 0.5 : days <= 14 ? 2 : 3;
}

/** How much there is to check, less what makes it vague or stale. */
export function checkable(reading: Reading): number {
  const { cues, identifiers, vessels, route, time } = reading;
  let points = 0;
  for (const type of new Set(identifiers.map((found) => found.type))) points += TRACE[type];
  if (vessels.length > 0) points += 2;
  const dated = time.urgency === "now" || time.urgency === "soon" || time.urgency === "later";
  if (dated) points += route.chosen ? 3 : 1.5;
  if (time.eta !== null) points += 0.5;
  if (cues.has("address")) points += route.chosen && route.chosen.role !== "teller" ? 2 : 1;
  if (cues.has("person")) points += 1;
  if (cues.has("store") && route.chosen) points += 0.5;
  if (cues.has("firsthand")) points += 0.5;
  if (route.chosen && route.chosen.kind !== "prefecture") points += 0.5;
  points -= cues.has("hearsay") ? 1.5 : 0;
  points -= 0.7 * cues.count("unknown", 2);
  points -= cues.has("unsure") ? 0.7 : 0;
  points -= time.urgency === "past" ? staleness(reading) : 0;
  // Something seen that has passed, with no goods named, is a lead to keep.
  points -= time.urgency === "past" && reading.goods.categories.length === 0 ? 2 : 0;
  points -= cues.has("past") && !dated ? 0.5 : 0;
  points -= cues.has("stopped") ? 1.5 : 0;
  return points;
}

/** Signs of misuse that count: none but insults from someone held or threatened; noises and tests only in few words. */
function misuseOf({ cues, text }: Reading): readonly Group[] {
  if (cues.has("captive") || cues.has("swallowed") || cues.has("help"))
    return MISUSE.filter(({ code }) => code === "insult");
  const isLong = text.length > (/[\u3000-\ud7af]/u.test(text) ? 60 : 120);
  return isLong ? MISUSE.filter(({ code }) => code !== "no_words" && code !== "test_call") : MISUSE;
}

/** An account or address to write to, and a shout or a price, and no place or day: someone sells something. */
function offers({ text, identifiers, route, goods }: Reading): boolean {
  const contact = identifiers.some(({ type }) => type === "handle" || type === "email" || type === "phone");
  const shouts = /[!！★☆♪✨🔥💰%％]|https?:/u.test(text);
  return contact && shouts && route.chosen === null && !goods.certain;
}

/** From here on a report holds something an officer can go and check. */
const ENOUGH = 2;

export interface Judgement {
  disposition: Disposition;
  /** Why, when it is not a report on smuggling: a code and the words. */
  because: { code: string; quote: Quote | null } | null;
  referTo: string | null;
}

const customs = (disposition: Disposition): Judgement => ({ disposition, because: null, referTo: null });

/** Decides what kind of message a report is. */
export function judgeDisposition(reading: Reading, endangered = false): Judgement {
  const { blank, cues, goods } = reading;
  if (blank) return { disposition: "abuse", because: { code: "no_words", quote: null }, referTo: null };
  const alleged = allegation(reading);
  const matter = strongest(reading, MATTERS);
  const misuse = strongest(reading, misuseOf(reading));
  // Someone in danger is someone to reach.
  const points = checkable(reading) + (endangered ? 2 : 0);
  if (offers(reading) && alleged < 2.5) misuse.points += 1.5;
  if (misuse.points > 0 && misuse.code === "") misuse.code = "advertisement";
  // Rude, and right: what can be checked outweighs how it is said.
  if (misuse.code === "insult" && alleged >= 2.5 && points >= 3) misuse.points /= 3;
  // Where nothing is alleged, little is needed to show what else it is.
  const needed = alleged < 1 ? 1 : 1.5;
  if (misuse.points >= needed && misuse.points > alleged && misuse.points >= matter.points)
    return { disposition: "abuse", because: { code: misuse.code, quote: misuse.quote }, referTo: null };
  // Whoever is in danger over goods from abroad is not sent elsewhere, except to be told of a swindle.
  const stays = endangered && matter.code !== "call_in_customs_name" && (reading.fromAbroad || goods.certain);
  if (matter.points >= needed && matter.points > alleged && !stays)
    return {
      disposition: "not_customs",
      because: { code: matter.code, quote: matter.quote },
      referTo: matter.referTo,
    };
  if (alleged < 1 && points < ENOUGH && goods.categories.length === 0 && cues.has("asking"))
    return {
      disposition: "not_customs",
      because: { code: "question", quote: quoteCue(reading, "asking") },
      referTo: "customs_counsellor",
    };
  if (cues.has("retract")) return customs("information");
  const found = endangered || goods.categories.length > 0 || SUSPECT.some((kind) => cues.has(kind));
  return customs(found && points >= ENOUGH ? "actionable" : "information");
}
