import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import { bandsOf } from "../domain/related/likeness.ts";
import { laneOf } from "../domain/routing/lane.ts";
import type { TipEntry } from "../service/ports.ts";
import type { Effects } from "./effects.ts";
import type { Database } from "./schema.ts";
import { verdictColumns } from "./verdict-columns.ts";

/**
 * Inserts tips with their search hashes and evidence. A tip that is there already (a replay, or a retry that reached
 * another process) is passed over, unless its words differ: then it is kept as a tip of its own.
 */
export async function insertTips(
  trx: Transaction<Database>,
  entries: readonly TipEntry[],
  effects: Effects,
): Promise<void> {
  const inserted = await insertRows(trx, entries);
  const missed = entries.filter((entry) => !inserted.has(entry.id));
  const rescued = missed.length === 0 ? [] : await rescueOtherWords(trx, missed);
  // One that comes twice in a batch is received once.
  const fresh = [...entries.filter((entry) => inserted.delete(entry.id)), ...rescued];
  if (fresh.length === 0) return;
  await insertTerms(
    trx,
    fresh.map((entry) => ({ ...entry, tipId: entry.id })),
  );
  await insertEvidence(
    trx,
    fresh.map((entry) => ({ ...entry, tipId: entry.id })),
  );
  await insertPartners(trx, fresh);
  for (const entry of fresh) {
    const { summary } = entry;
    effects.events.push({
      at: entry.at,
      action: "tip.received",
      tipId: entry.id,
      details: {
        channel: entry.channel,
        band: summary.band,
        disposition: summary.disposition,
        files: entry.evidence.length,
      },
    });
    // A flood must not flood the desk's mail too.
    if ((summary.band === "A" || summary.band === "B") && laneIn(entry) === "queue")
      effects.jobs.push({ queue: "tip.notify", data: { tipId: entry.id } });
  }
}

async function insertRows(trx: Transaction<Database>, entries: readonly TipEntry[]): Promise<Set<string>> {
  const rows = entries.map((entry) => ({
    id: entry.id,
    received_at: entry.at,
    channel: entry.channel,
    locale: entry.locale,
    lang: entry.summary.lang,
    idem_hash: entry.idemHash,
    words_hash: entry.wordsHash,
    receipt_hash: entry.receiptHash,
    receipt_lookup: entry.receiptLookup ?? null,
    thread_recipient: entry.threadRecipient,
    sealed: entry.sealed,
    sealed_contact: entry.sealedContact,
    machine_band: entry.summary.band,
    misuse: entry.misuse ?? [],
    lane: laneIn(entry),
    ...verdictColumns(entry.summary),
  }));
  const inserted = await trx
    .insertInto("tips")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .execute();
  return new Set(inserted.map((row) => row.id));
}

function laneIn({ summary, misuse = [] }: TipEntry): "queue" | "quarantine" {
  return laneOf(summary, { signs: misuse });
}

async function rescueOtherWords(
  trx: Transaction<Database>,
  missed: readonly TipEntry[],
): Promise<TipEntry[]> {
  const there = await trx
    .selectFrom("tips")
    .select(["id", "idem_hash", "words_hash"])
    .where(
      "idem_hash",
      "in",
      missed.map((entry) => entry.idemHash as Buffer),
    )
    .execute();
  const byHash = new Map(there.map((row) => [row.idem_hash.toString("hex"), row]));
  const others: TipEntry[] = [];
  for (const entry of missed) {
    const first = byHash.get(Buffer.from(entry.idemHash).toString("hex"));
    if (!first || first.id === entry.id || first.words_hash.equals(entry.wordsHash)) continue;
    const idemHash = createHash("sha256").update(entry.idemHash).update(entry.wordsHash).digest();
    others.push({ ...entry, idemHash });
  }
  if (others.length === 0) return [];
  const inserted = await insertRows(trx, others);
  return others.filter((entry) => inserted.has(entry.id));
}

async function insertPartners(trx: Transaction<Database>, entries: readonly TipEntry[]): Promise<void> {
  const rows = entries.flatMap(({ id, partner }) =>
    partner ? [{ tip_id: id, partner_id: partner.id, reference: partner.reference }] : [],
  );
  if (rows.length > 0) await trx.insertInto("partner_tips").values(rows).execute();
}

type Source = Pick<TipEntry, "id" | "terms" | "identifiers" | "guesses" | "sketch" | "evidence" | "at"> & {
  tipId: string;
};

/** Search hashes of one report or message; `id` names the source, `tipId` the tip it belongs to. */
export async function insertTerms(trx: Transaction<Database>, sources: readonly Source[]): Promise<void> {
  const terms = sources.map((source) => ({
    source_id: source.id,
    tip_id: source.tipId,
    terms: source.terms,
  }));
  await trx
    .insertInto("search_terms")
    .values(terms)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await insertTraces(trx, sources);
  const identifiers = sources.flatMap((source) =>
    source.identifiers.map((found) => ({
      tip_id: source.tipId,
      type: found.type,
      hash: found.hash,
      valid: found.valid,
    })),
  );
  if (identifiers.length === 0) return;
  await trx
    .insertInto("identifiers")
    .values(identifiers)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What tips are compared by. Later words add identifiers to a tip and have it compared again; its sketch stays. */
async function insertTraces(trx: Transaction<Database>, sources: readonly Source[]): Promise<void> {
  const traces = new Map(
    sources.map(({ tipId, sketch = { shingles: 0, least: [] }, at }) => [
      tipId,
      { tip_id: tipId, ...sketch, bands: bandsOf(sketch.least), waiting_since: at },
    ]),
  );
  await trx
    .insertInto("tip_traces")
    .values([...traces.values()])
    .onConflict((conflict) =>
      conflict.column("tip_id").doUpdateSet((eb) => ({ waiting_since: eb.ref("excluded.waiting_since") })),
    )
    .execute();
  const guesses = sources.flatMap(({ tipId, guesses = [] }) =>
    guesses.map(({ type, how, hash }) => ({ tip_id: tipId, type, how, hash })),
  );
  // One invalid code has up to 30 guesses; a statement takes 65,535 parameters.
  for (let at = 0; at < guesses.length; at += 10_000)
    await trx
      .insertInto("identifier_guesses")
      .values(guesses.slice(at, at + 10_000))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

export async function insertEvidence(trx: Transaction<Database>, sources: readonly Source[]): Promise<void> {
  const rows = sources.flatMap((source) =>
    source.evidence.map((file) => ({
      id: file.id,
      tip_id: source.tipId,
      kind: file.kind,
      state: "stored" as const,
      media_type: file.mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
      created_at: source.at,
      stored_at: source.at,
    })),
  );
  if (rows.length > 0)
    await trx
      .insertInto("evidence")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
