/** Tips compared by their keyed hashes, as the worker does it: it reads codes and hashes, never a sealed word. */
import { type Kysely, sql, type Transaction } from "kysely";
import type { NamedType, SharedIdentifier } from "../domain/related/classify-pair.ts";
import type { KeptRelation } from "../domain/related/corroborate.ts";
import type { Comparison, RelationStore } from "../service/related/ports.ts";
import type { EnqueueJobs } from "./enqueue.ts";
import { effectsOf, type Rescoring, rescore, writeWorkerEvents } from "./related-scores.ts";
import type { Database } from "./schema.ts";

/** An identifier held by more tips than this, like the number of an association, says less. */
const common = 12;
/** At most this many tips are looked at for one identifier, and for all bands together. */
const mostHolders = 100;
const mostAlike = 300;

export function createRelationStore(db: Kysely<Database>, enqueue: EnqueueJobs): RelationStore {
  return {
    async waiting(now, limit) {
      const rows = await db
        .selectFrom("tip_traces")
        .select(["tip_id", "waiting_since"])
        .where("waiting_since", "<=", now)
        .orderBy("waiting_since")
        .limit(limit)
        .execute();
      return rows.map((row) => ({ tipId: row.tip_id, since: row.waiting_since as Date }));
    },

    compare: (tipId) => compare(db, tipId),

    keep: (tipId, relations, at) =>
      db.transaction().execute(async (trx) => {
        // One at a time: of two copies that came together, each must see what the other was found to be.
        await sql`select pg_advisory_xact_lock(461096130)`.execute(trx);
        return keepRelations(trx, enqueue, tipId, relations, at);
      }),

    async done({ tipId, since }) {
      await db
        .updateTable("tip_traces")
        .set({ waiting_since: null })
        .where("tip_id", "=", tipId)
        .where("waiting_since", "=", since)
        .execute();
    },

    async postpone({ tipId, since }, until) {
      await db
        .updateTable("tip_traces")
        .set({ waiting_since: until })
        .where("tip_id", "=", tipId)
        .where("waiting_since", "=", since)
        .execute();
    },
  };
}

async function compare(db: Kysely<Database>, tipId: string): Promise<Comparison | undefined> {
  const [shared, alike] = await Promise.all([sharedIdentifiers(db, tipId), alikeTips(db, tipId)]);
  const ids = [...new Set([...shared.keys(), ...alike])].filter((id) => id !== tipId);
  const tips = await loadTips(db, [tipId, ...ids]);
  const tip = tips.get(tipId);
  if (!tip) return undefined;
  const others = ids.flatMap((id) => {
    const other = tips.get(id);
    return other ? [{ id, tip: other, shared: shared.get(id) ?? [] }] : [];
  });
  return { tip, others };
}

async function loadTips(db: Kysely<Database>, ids: readonly string[]) {
  const rows = await db
    .selectFrom("tips")
    .innerJoin("tip_traces as trace", "trace.tip_id", "tips.id")
    .select(["id", "received_at", "channel", "lang", "region", "eta", "categories", "place_codes"])
    .select(["trace.shingles", "trace.least"])
    .select(
      sql<
        NamedType[]
      >`array(select distinct i.type from identifiers i where i.tip_id = tips.id and i.valid)`.as("named"),
    )
    .where("id", "in", ids)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        receivedAt: row.received_at,
        channel: row.channel,
        lang: row.lang,
        region: row.region,
        eta: row.eta,
        categories: row.categories,
        placeCodes: row.place_codes,
        named: row.named,
        sketch: { shingles: row.shingles, least: row.least },
      },
    ]),
  );
}

/**
 * What each other tip shares with this one, by hash: the same, a slip apart, or another spelling of a ship's name.
 * "offset 0" has each looked up by its hash, never down the list of all tips.
 */
async function sharedIdentifiers(db: Kysely<Database>, tipId: string) {
  const { rows } = await sql<{
    id: string;
    type: NamedType;
    how: SharedIdentifier["how"];
    holders: number;
  }>`
    with meetings as (
      select type, hash, 'same' as how, false as guessed from identifiers where tip_id = ${tipId}
      union all
      select type, hash, 'one_slip', true from identifiers where tip_id = ${tipId} and valid
      union all
      select type, hash, how, how <> 'one_slip' from identifier_guesses where tip_id = ${tipId}
    )
    select other.tip_id as id, m.type, m.how, (count(*) over (partition by m.type, m.hash, m.how, m.guessed))::int as holders
    from meetings m
    cross join lateral (
      (select same.tip_id from (
          select i.tip_id from identifiers i
          where not m.guessed and i.hash = m.hash and i.type = m.type and i.tip_id <> ${tipId}
            and (m.how = 'same' or i.valid)
          offset 0) same
        order by same.tip_id desc limit ${mostHolders})
      union all
      (select guess.tip_id from (
          select g.tip_id from identifier_guesses g
          where m.guessed and g.hash = m.hash and g.type = m.type and g.how = m.how and g.tip_id <> ${tipId}
          offset 0) guess
        order by guess.tip_id desc limit ${mostHolders})
    ) other`.execute(db);
  const shared = new Map<string, SharedIdentifier[]>();
  for (const { id, type, how, holders } of rows) {
    const found = shared.get(id) ?? [];
    found.push({ type, how, common: holders >= common });
    shared.set(id, found);
  }
  return shared;
}

/** Tips whose words may be nearly the same; the earliest first, since an echo counts for the first. */
async function alikeTips(db: Kysely<Database>, tipId: string): Promise<string[]> {
  const own = await db
    .selectFrom("tip_traces")
    .select("bands")
    .where("tip_id", "=", tipId)
    .executeTakeFirst();
  if (!own || own.bands.length === 0) return [];
  // Materialised, so that it goes by the index of bands and never down the list of all tips.
  const { rows } = await sql<{ id: string }>`
    with alike as materialized (select tip_id as id from tip_traces where bands && ${own.bands}::integer[])
    select id from alike where id <> ${tipId} order by id limit ${mostAlike}`.execute(db);
  return rows.map(({ id }) => id);
}

async function keepRelations(
  trx: Transaction<Database>,
  enqueue: EnqueueJobs,
  tipId: string,
  relations: readonly KeptRelation[],
  at: Date,
): Promise<number> {
  const fresh: KeptRelation[] = [];
  for (const relation of relations) {
    const { id, verdict } = relation;
    const [first, second] = id < tipId ? [id, tipId] : [tipId, id];
    const added = await trx
      .insertInto("related_tips")
      .values({
        first_id: first,
        second_id: second,
        relation: verdict.relation,
        why: verdict.why,
        likeness: verdict.likeness,
        found_at: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("first_id")
      .executeTakeFirst();
    if (added) fresh.push(relation);
  }
  const touched = [tipId, ...fresh.map(({ id }) => id)].sort();
  const rescored: Rescoring[] = [];
  for (const id of touched) rescored.push(await rescore(trx, id));
  const effects = effectsOf(rescored);
  if (effects.jobs.length > 0) await enqueue(trx, effects.jobs);
  const related = fresh.map(({ id, verdict }) => ({
    action: "tip.related",
    tipId,
    subjectId: id,
    details: { relation: verdict.relation, why: verdict.why.join(" "), likeness: verdict.likeness },
  }));
  await writeWorkerEvents(trx, [...related, ...effects.events], at);
  return fresh.length;
}
