/** Search over sealed words: keyed hashes narrow, opened words decide. */
import type { SearchedWords, Sought } from "../../domain/cases/find-hits.ts";
import { findIdentifiers } from "../../domain/identifiers/find-identifiers.ts";
import { findVesselNames } from "../../domain/identifiers/vessel-name.ts";
import { composeWords } from "../../domain/intake/report.ts";
import { SealedMessage, SealedWords } from "../../domain/intake/sealed-words.ts";
import { readReference } from "../../domain/partners/reference.ts";
import { readLookup } from "../../domain/receipts/lookup-code.ts";
import { Receipt } from "../../domain/receipts/receipt.ts";
import { placeOfQuery } from "../../domain/routing/place-query.ts";
import type { DeskContext } from "../staff-context.ts";
import { sealWords } from "./officer-words.ts";
import { openSealed } from "./open-sealed.ts";
import type { SearchKeys, TipRow } from "./ports.ts";

/** A tip is a hit when one of its texts has all runs. */
export type SearchPlan = SearchKeys & Sought;

/**
 * What a query may mean: a receipt or the code for one, a partner's reference, or an identifier however it is written, a
 * case's reference, a ship's name, a port or airport in whatever language, words.
 */
export function planSearch(ctx: DeskContext, q: string): SearchPlan {
  const nothing = {
    identifiers: [],
    reference: null,
    receipt: null,
    place: null,
    terms: [],
    runs: [],
    values: [],
  };
  const receipt = lookupOf(ctx, q);
  if (receipt) return { ...nothing, receipt };
  const relayed = readReference(q);
  // It is in no tip's words: looking for its letters would find others.
  if (relayed) return { ...nothing, reference: relayed };
  const meant = findIdentifiers(q).flatMap(({ type, value, candidates = [] }) =>
    [value, ...candidates].map((form) => ({ type, form })),
  );
  const vessels = [q, ...findVesselNames(q).map(({ name }) => name)].map((name) =>
    ctx.index.identifier("vessel_name", name),
  );
  const reference = q.toUpperCase().match(/^\s*SK-(\d{4})-(\d{1,6})\s*$/);
  return {
    identifiers: [...meant.map(({ type, form }) => ctx.index.identifier(type, form)), ...vessels],
    reference: reference ? `SK-${reference[1]}-${reference[2]?.padStart(6, "0")}` : null,
    receipt: null,
    place: placeOfQuery(q),
    terms: ctx.index.queryTerms(q),
    runs: [...ctx.foldForSearch(q).matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(([run]) => run),
    values: meant.map(({ form }) => form),
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
 * The candidates that really match, with the texts that were opened to tell: the hashes of words collide, and all of a
 * query's pairs of letters may lie apart. A tip found by an identifier's hash, a case or a place needs no words: none is opened.
 */
export async function verifyHits(
  ctx: DeskContext,
  plan: SearchPlan,
  candidates: readonly TipRow[],
): Promise<Map<string, SearchedWords[]>> {
  const exact = isTold(plan) ? candidates.map(({ id }) => id) : await exactHits(ctx, plan, candidates);
  const hits = new Map<string, SearchedWords[]>(exact.map((id) => [id, []]));
  const opened = await openTexts(
    ctx,
    candidates.flatMap(({ id }) => (hits.has(id) ? [] : [id])),
  );
  for (const [id, texts] of opened)
    if (texts.some(({ text }) => matches(ctx, plan, text))) hits.set(id, texts);
  return hits;
}

/** All texts of these tips, the report first; one that cannot be opened is empty. */
export async function openTexts(
  ctx: DeskContext,
  tipIds: readonly string[],
): Promise<Map<string, SearchedWords[]>> {
  const sealed = await ctx.desk.sealedWords(tipIds);
  return new Map(
    await Promise.all(
      [...sealed].map(
        async ([id, sources]) => [id, await Promise.all(sources.map((each) => openText(ctx, each)))] as const,
      ),
    ),
  );
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
): Promise<string[]> {
  if (candidates.length === 0) return [];
  const found = await ctx.desk.withIdentifiers(
    candidates.map(({ id }) => id),
    plan.identifiers,
  );
  const byReference = candidates.filter(
    ({ caseReference }) => caseReference && caseReference === plan.reference,
  );
  const byPlace = candidates.filter(
    ({ placeCodes }) => plan.place !== null && placeCodes.includes(plan.place),
  );
  return [...found, ...[...byReference, ...byPlace].map(({ id }) => id)];
}

async function openText(ctx: DeskContext, sealed: Uint8Array): Promise<SearchedWords> {
  const opened = await openSealed(ctx.opener, SealedWords.or(SealedMessage), sealed);
  if (!opened) return { text: "", identifiers: [] };
  return "report" in opened
    ? { text: composeWords(opened.report).text, identifiers: opened.verdict.identifiers }
    : { text: opened.text, identifiers: [] };
}

function matches(ctx: DeskContext, plan: SearchPlan, text: string): boolean {
  const folded = ctx.foldForSearch(text);
  return plan.runs.length > 0 && plan.runs.every((run) => folded.includes(run));
}
