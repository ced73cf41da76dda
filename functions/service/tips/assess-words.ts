import { findVesselNames } from "../../domain/identifiers/vessel-name.ts";
import type { Report } from "../../domain/intake/report.ts";
import { composeWords } from "../../domain/intake/report.ts";
import type { Sketch } from "../../domain/related/likeness.ts";
import { nameKeys } from "../../domain/related/name-keys.ts";
import type { VerdictSummary } from "../../domain/triage/summary.ts";
import { summarise } from "../../domain/triage/summary.ts";
import { triageTip } from "../../domain/triage/triage.ts";
import type { Channel, Verdict } from "../../domain/triage/verdict.ts";
import { Category } from "../../domain/triage/verdict.ts";
import type { BlindIndex, IdentifierGuess, IdentifierHash } from "../ports.ts";

export interface Assessment {
  verdict: Verdict;
  summary: VerdictSummary;
  terms: number[];
  identifiers: IdentifierHash[];
  guesses: IdentifierGuess[];
  sketch: Sketch;
}

/** Triages the words in memory and derives all that may stay readable of them: codes, counts and keyed hashes. */
export function assessWords(
  report: Omit<Report, "contact">,
  facts: { channel: Channel; receivedAt: Date },
  index: BlindIndex,
): Assessment {
  const { text } = composeWords(report);
  // Beyond 20,000 characters (a long text and long fields) the end is still searched and read, only not scored.
  const verdict = triageTip({
    channel: facts.channel,
    received_at: facts.receivedAt.toISOString(),
    text: text.slice(0, 20_000),
  });
  const summary = summarise(verdict);
  const ticked = report.goods.flatMap((choice) => Category.safeParse(choice).data ?? []);
  summary.categories = [...new Set([...summary.categories, ...ticked])];
  const vessels = findVesselNames(text).map(({ name }) => name);
  return {
    verdict,
    summary,
    terms: index.terms(text),
    identifiers: hashIdentifiers(vessels, verdict, index),
    guesses: hashGuesses(vessels, verdict, index),
    sketch: index.sketch(text),
  };
}

function hashIdentifiers(vessels: readonly string[], verdict: Verdict, index: BlindIndex): IdentifierHash[] {
  const found: IdentifierHash[] = verdict.identifiers.map(({ type, value, valid }) => ({
    type,
    hash: index.identifier(type, value),
    valid,
  }));
  for (const name of vessels)
    found.push({ type: "vessel_name", hash: index.identifier("vessel_name", name), valid: true });
  return once(found, ({ type }) => type);
}

/** Likelier corrections come first, and beyond these the caller could have meant anything. */
const mostGuesses = 30;

function hashGuesses(vessels: readonly string[], verdict: Verdict, index: BlindIndex): IdentifierGuess[] {
  const found: IdentifierGuess[] = verdict.identifiers.flatMap(({ type, valid, candidates = [] }) =>
    valid
      ? []
      : candidates
          .slice(0, mostGuesses)
          .map((value) => ({ type, how: "one_slip" as const, hash: index.identifier(type, value) })),
  );
  for (const name of vessels) found.push(...hashName(name, index));
  return once(found, ({ type, how }) => `${type} ${how}`);
}

/** A ship's name as the hashes by which its other spellings find it. */
export function hashName(name: string, index: Pick<BlindIndex, "nameKey">): IdentifierGuess[] {
  const { spelled, sounds, nearly } = nameKeys(name);
  const type = "vessel_name" as const;
  return [
    { type, how: "sounds_like", hash: index.nameKey("same", spelled) },
    ...sounds.map((key) => ({ type, how: "sounds_like" as const, hash: index.nameKey("sounds_like", key) })),
    ...nearly.map((key) => ({ type, how: "nearly" as const, hash: index.nameKey("nearly", key) })),
  ];
}

function once<T extends { hash: Uint8Array }>(found: readonly T[], kindOf: (entry: T) => string): T[] {
  const distinct = new Map(
    found.map((entry) => [`${kindOf(entry)} ${Buffer.from(entry.hash).toString("hex")}`, entry]),
  );
  return [...distinct.values()];
}
