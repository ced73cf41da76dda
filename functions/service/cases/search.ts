/** Search over sealed words: keyed hashes narrow, opened words decide. */
import { findIdentifiers } from "../../domain/identifiers/find-identifiers.ts";
import { findVesselNames } from "../../domain/identifiers/vessel-name.ts";
import { composeWords } from "../../domain/intake/report.ts";
import { SealedMessage, SealedWords } from "../../domain/intake/sealed-words.ts";
import { readReference } from "../../domain/partners/reference.ts";
import { readLookup } from "../../domain/receipts/lookup-code.ts";
import { Receipt } from "../../domain/receipts/receipt.ts";
import type { DeskContext } from "../staff-context.ts";
import { sealWords } from "./officer-words.ts";
import { openSealed } from "./open-sealed.ts";
import type { TipQuery, TipRow } from "./ports.ts";

export type SearchPlan = NonNullable<TipQuery["search"]> & {
  /** The query's words, folded; a tip is a hit when one of its texts has them all. */
  runs: string[];
};

/**
 * What a query may mean: a receipt or the code for one, a partner's reference, or an identifier however it is written, a
 * case's reference, a ship's name, words.
 */
export function planSearch(ctx: DeskContext, q: string): SearchPlan {
  const nothing = { identifiers: [], reference: null, receipt: null, terms: [], runs: [] };
  const receipt = lookupOf(ctx, q);
  if (receipt) return { ...nothing, receipt };
  const relayed = readReference(q);
  // It is in no tip's words: looking for its letters would find others.
  if (relayed) return { ...nothing, reference: relayed };
  const identifiers = findIdentifiers(q).flatMap(({ type, value, candidates }) =>
    [value, ...(candidates ?? [])].map((form) => ctx.index.identifier(type, form)),
  );
  const vessels = [q, ...findVesselNames(q).map(({ name }) => name)].map((name) =>
    ctx.index.identifier("vessel_name", name),
  );
  const reference = q.toUpperCase().match(/^\s*SK-(\d{4})-(\d{1,6})\s*$/);
  return {
    identifiers: [...identifiers, ...vessels],
    reference: reference ? `SK-${reference[1]}-${reference[2]?.padStart(6, "0")}` : null,
    receipt: null,
    terms: ctx.index.queryTerms(q),
    runs: [...ctx.foldForSearch(q).matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(([run]) => run),
  };
}

function lookupOf({ receipts }: DeskContext, q: string): Uint8Array | null {
  const receipt = Receipt.safeParse(q);
  return receipt.success ? receipts.lookup(receipt.data) : readLookup(q);
}

/** A receipt or a partner's reference, by which the database alone tells. */
function isTold({ reference, receipt, terms, identifiers }: SearchPlan): boolean {
  return receipt !== null || (reference !== null && terms.length === 0 && identifiers.length === 0);
}

/**
 * The ids of the candidates that really match: the hashes of words collide, and all of a query's pairs of letters may
 * lie apart. A tip found by an identifier's or case's own hash needs no words.
 */
export async function verifyHits(
  ctx: DeskContext,
  plan: SearchPlan,
  candidates: readonly TipRow[],
): Promise<Set<string>> {
  if (isTold(plan)) return new Set(candidates.map(({ id }) => id));
  const hits = await exactHits(ctx, plan, candidates);
  const unsure = candidates.filter(({ id }) => !hits.has(id)).map(({ id }) => id);
  const sealed = await ctx.desk.sealedWords(unsure);
  await Promise.all(
    [...sealed].map(async ([id, sources]) => {
      const texts = await Promise.all(sources.map((source) => openText(ctx, source)));
      if (texts.some((text) => matches(ctx, plan, text))) hits.add(id);
    }),
  );
  return hits;
}

/** A search is on record like a reading; what was looked for is sealed, and a receipt kept nowhere. */
export async function recordSearch(
  ctx: DeskContext,
  q: string,
  found: { hits: number; opened: number },
): Promise<void> {
  const byReceipt = lookupOf(ctx, q) !== null;
  await ctx.desk.record({
    at: ctx.clock(),
    actorId: ctx.officer.id,
    action: "tips.searched",
    details: byReceipt ? { kind: "receipt", hits: found.hits } : found,
    ...(byReceipt ? {} : { sealed: await sealWords(ctx.sealer, q) }),
  });
}

async function exactHits(
  ctx: DeskContext,
  plan: SearchPlan,
  candidates: readonly TipRow[],
): Promise<Set<string>> {
  if (candidates.length === 0) return new Set();
  const found = await ctx.desk.withIdentifiers(
    candidates.map(({ id }) => id),
    plan.identifiers,
  );
  const byReference = candidates.filter(
    ({ caseReference }) => caseReference && caseReference === plan.reference,
  );
  return new Set([...found, ...byReference.map(({ id }) => id)]);
}

async function openText(ctx: DeskContext, sealed: Uint8Array): Promise<string> {
  const opened = await openSealed(ctx.opener, SealedWords.or(SealedMessage), sealed);
  if (!opened) return "";
  return "report" in opened ? composeWords(opened.report).text : opened.text;
}

function matches(ctx: DeskContext, plan: SearchPlan, text: string): boolean {
  const folded = ctx.foldForSearch(text);
  return plan.runs.length > 0 && plan.runs.every((run) => folded.includes(run));
}
