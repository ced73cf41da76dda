import { findVesselNames } from "../../../functions/domain/identifiers/vessel-name.ts";
import {
  type ComparedTip,
  classifyPair,
  type NamedType,
  type PairVerdict,
  type SharedIdentifier,
} from "../../../functions/domain/related/classify-pair.ts";
import type { Channel, IdentifierType } from "../../../functions/domain/triage/verdict.ts";
import type { IdentifierGuess, IdentifierHash } from "../../../functions/service/ports.ts";
import { assessWords, hashName } from "../../../functions/service/tips/assess-words.ts";
import { createBlindIndex } from "../../../functions/vault/blind-index.ts";

export interface Told {
  id: string;
  channel: Channel;
  received_at: string;
  text: string;
}

/** A tip as the database knows it: codes, a sketch, and hashes by the ways they may be met. */
export interface Seen {
  id: string;
  tip: ComparedTip;
  hashes: Map<string, { type: NamedType; how: SharedIdentifier["how"] }>;
  meets: Map<string, { type: NamedType; how: SharedIdentifier["how"] }>;
}

const index = createBlindIndex(Buffer.alloc(32, 7));
const hex = (hash: Uint8Array) => Buffer.from(hash).toString("hex");

/** Triages and hashes the words as at intake, and forgets them. */
export function see({ id, channel, received_at, text }: Told): Seen {
  const receivedAt = new Date(received_at);
  const report = { locale: "ja" as const, text, goods: [] };
  const { summary, identifiers, guesses, sketch } = assessWords(report, { channel, receivedAt }, index);
  const { lang, region, eta, categories, places } = summary;
  const codes = { channel, receivedAt, lang, region, eta, categories, placeCodes: places };
  return toSeen(id, { ...codes, sketch }, identifiers, guesses);
}

/** A labelled tip, read without fault: what is measured with it is the comparison alone. */
export interface Labelled extends Told {
  gold: Pick<ComparedTip, "lang" | "region" | "eta" | "categories"> & {
    places: string[];
    identifiers: { type: IdentifierType; value: string; valid: boolean; intended?: string }[];
    same_as?: string;
    echo?: boolean;
  };
}

export function seeLabelled({ id, channel, received_at, text, gold }: Labelled): Seen {
  const { lang, region, eta, categories, places } = gold;
  const codes = {
    channel,
    receivedAt: new Date(received_at),
    lang,
    region,
    eta,
    categories,
    placeCodes: places,
  };
  const identifiers = gold.identifiers.map(({ type, value, valid }) => ({
    type,
    valid,
    hash: index.identifier(type, value),
  }));
  const slips = gold.identifiers.flatMap(({ type, intended }) =>
    intended ? [{ type, how: "one_slip" as const, hash: index.identifier(type, intended) }] : [],
  );
  const names = findVesselNames(text).flatMap(({ name }) => hashName(name, index));
  return toSeen(id, { ...codes, sketch: index.sketch(text) }, identifiers, [...slips, ...names]);
}

function toSeen(
  id: string,
  tip: Omit<ComparedTip, "named">,
  identifiers: readonly IdentifierHash[],
  guesses: readonly IdentifierGuess[],
): Seen {
  const hashes: Seen["hashes"] = new Map();
  const meets: Seen["meets"] = new Map();
  for (const { type, hash, valid } of identifiers) {
    hashes.set(`same ${hex(hash)}`, { type, how: "same" });
    meets.set(`same ${hex(hash)}`, { type, how: "same" });
    // What the other may have meant is what this one says.
    if (valid) hashes.set(`one_slip ${hex(hash)}`, { type, how: "one_slip" });
  }
  for (const { type, how, hash } of guesses) {
    meets.set(`${how} ${hex(hash)}`, { type, how });
    if (how !== "one_slip") hashes.set(`${how} ${hex(hash)}`, { type, how });
  }
  const named = [...new Set(identifiers.filter(({ valid }) => valid).map(({ type }) => type))];
  return { id, tip: { ...tip, named }, hashes, meets };
}

export function relate(a: Seen, b: Seen): PairVerdict {
  const shared: SharedIdentifier[] = [];
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const)
    for (const [key, { type, how }] of from.hashes)
      if (to.meets.has(key)) shared.push({ type, how, common: false });
  return classifyPair(a.tip, b.tip, shared);
}
