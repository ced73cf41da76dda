/** Tips and the arrivals they mean, as the worker matches them by hash. */
import { type Kysely, sql, type Transaction } from "kysely";
import { arrivalBand, landingHours, overHours, todayFromHours } from "../domain/arrivals/arrival-clock.ts";
import type { ArrivalCandidate } from "../domain/arrivals/choose-arrival.ts";
import type { ArrivalClockStore } from "../service/arrivals/ports.ts";
import type { EnqueueJobs } from "./enqueue.ts";
import { effectsOf, rescore, type WorkerEvent, writeWorkerEvents } from "./related-scores.ts";
import type { Database } from "./schema.ts";

/** What nobody is done with. */
const openStates = ["new", "triaged", "assigned", "in_progress"] as const;
const mostCandidates = 500;

export function createArrivalClockStore(db: Kysely<Database>, enqueue: EnqueueJobs): ArrivalClockStore {
  const raise = (tipId: string, now: Date) =>
    db.transaction().execute(async (trx) => {
      // What is known of its arrival may no longer hold, as when a number was taken back: it is looked at again first.
      if (await isLookedAtAgain(trx, tipId, now)) return;
      await writeEffects(trx, enqueue, await raiseByClock(trx, tipId, now), [], now);
    });
  return {
    wakeTips: (now) => wakeTips(db, now),
    candidates: (tipId) => candidatesOf(db, tipId),
    setArrival: (tipId, arrival, now) =>
      db.transaction().execute((trx) => setArrival(trx, enqueue, tipId, arrival, now)),

    async nearing(now) {
      const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
      const rows = await db
        .selectFrom("tip_arrivals as known")
        .innerJoin("tips", "tips.id", "known.tip_id")
        .select("tips.id")
        .select(["tips.disposition", "known.due_at as dueAt", "known.how", "tips.machine_band"])
        .where("known.due_at", ">=", hours(-landingHours))
        .where("known.due_at", "<=", hours(todayFromHours))
        .where("tips.lane", "=", "queue")
        .where("tips.state", "in", [...openStates])
        .orderBy("known.due_at")
        .execute();
      return rows
        .filter((row) => {
          const call = arrivalBand(row, now);
          return call !== null && call.band < row.machine_band;
        })
        .map(({ id }) => id);
    },

    async markLapsed(now) {
      const edge = sql`${new Date(now.getTime() - overHours * 3_600_000)}::timestamptz`;
      await sql`update tips set lapsed = true
        where not lapsed and state <> 'closed' and ${due} < ${edge}`.execute(db);
      await sql`update tips set lapsed = false
        where lapsed and state <> 'closed' and (${due} >= ${edge} or ${due} is null)`.execute(db);
    },

    raise,
  };
}

/** When a tip is due, as the index `tips_lapsing` has it. */
const due = sql`coalesce(due_at, timezone('Asia/Tokyo', (eta + 1)::timestamp))`;

/** One statement, so that an arrival imported meanwhile is either seen or still waits. */
async function wakeTips(db: Kysely<Database>, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    with taken as (
      update arrivals set waiting = false where waiting returning id
    ), concerned as (
      select i.tip_id from taken
        join arrival_keys k on k.arrival_id = taken.id and k.how = 'same'
        join identifiers i on i.hash = k.hash and i.type = k.type
      union
      select g.tip_id from taken
        join arrival_keys k on k.arrival_id = taken.id
        join identifier_guesses g on g.hash = k.hash and g.type = k.type
      union
      select known.tip_id from taken join tip_arrivals known on known.arrival_id = taken.id
    )
    update tip_traces set waiting_since = ${now}::timestamptz
    from tips
    where tip_traces.tip_id in (select tip_id from concerned) and tips.id = tip_traces.tip_id
      and tips.state = any(${[...openStates]}::text[])`.execute(db);
  return Number(numAffectedRows ?? 0);
}

async function candidatesOf(db: Kysely<Database>, tipId: string) {
  const tip = await db
    .selectFrom("tips")
    .select(["received_at", "eta", "urgency", "region", "place_codes"])
    .where("id", "=", tipId)
    .where("state", "in", [...openStates])
    .executeTakeFirst();
  if (!tip) return undefined;
  const { rows } = await sql<{
    id: string;
    type: ArrivalCandidate["type"];
    how: ArrivalCandidate["how"];
    port: string;
    scheduled_on: string;
    due_at: Date;
  }>`
    with met as (
      select k.arrival_id, k.type, 'same' as how from identifiers i
        join arrival_keys k on k.hash = i.hash and k.type = i.type and k.how = 'same'
        where i.tip_id = ${tipId} and i.valid
      union
      select k.arrival_id, k.type, g.how from identifier_guesses g
        join arrival_keys k on k.hash = g.hash and k.type = g.type
          and k.how = case g.how when 'one_slip' then 'same' else g.how end
        where g.tip_id = ${tipId}
    )
    select a.id, met.type, met.how, a.port, a.scheduled_on, a.due_at
    from met join arrivals a on a.id = met.arrival_id
    where not a.cancelled
      and a.due_at between ${tip.received_at}::timestamptz - interval '4 days'
        and ${tip.received_at}::timestamptz + interval '121 days'
    order by a.due_at limit ${mostCandidates}`.execute(db);
  return {
    tip: {
      receivedAt: tip.received_at,
      eta: tip.eta,
      urgency: tip.urgency,
      region: tip.region,
      placeCodes: tip.place_codes,
    },
    candidates: rows.map(({ id, type, how, port, scheduled_on, due_at }) => ({
      arrivalId: id,
      type,
      how,
      port,
      scheduledOn: scheduled_on,
      dueAt: due_at,
    })),
  };
}

async function setArrival(
  trx: Transaction<Database>,
  enqueue: EnqueueJobs,
  tipId: string,
  arrival: ArrivalCandidate | null,
  now: Date,
): Promise<void> {
  const tip = await trx
    .selectFrom("tips")
    .select("due_at")
    .where("id", "=", tipId)
    .forUpdate()
    .executeTakeFirst();
  if (!tip) return;
  const before = await trx
    .selectFrom("tip_arrivals")
    .select(["arrival_id", "due_at", "how", "type"])
    .where("tip_id", "=", tipId)
    .executeTakeFirst();
  if (!arrival) {
    if (!before && !tip.due_at) return;
    await trx.deleteFrom("tip_arrivals").where("tip_id", "=", tipId).execute();
    await trx.updateTable("tips").set({ due_at: null }).where("id", "=", tipId).execute();
    const cleared = { action: "tip.due_cleared", tipId, details: {} };
    return writeEffects(trx, enqueue, await rescore(trx, tipId), [cleared], now);
  }
  const { arrivalId, dueAt, how, type } = arrival;
  const same = before?.arrival_id === arrivalId && before.due_at.getTime() === dueAt.getTime();
  if (same && before.how === how && before.type === type && tip.due_at?.getTime() === dueAt.getTime()) {
    // Later words may have brought the verdict anew, without what was learnt since.
    return writeEffects(trx, enqueue, await raiseByClock(trx, tipId, now), [], now);
  }
  const found = { arrival_id: arrivalId, type, how, due_at: dueAt, found_at: now };
  await trx
    .insertInto("tip_arrivals")
    .values({ tip_id: tipId, ...found })
    .onConflict((conflict) => conflict.column("tip_id").doUpdateSet(found))
    .execute();
  await trx.updateTable("tips").set({ due_at: dueAt }).where("id", "=", tipId).execute();
  const set = {
    action: before ? "tip.due_moved" : "tip.due_set",
    tipId,
    subjectId: arrivalId,
    details: { due: dueAt.toISOString(), by: `${how}_${type}` },
  };
  return writeEffects(trx, enqueue, await raiseByClock(trx, tipId, now), [set], now);
}

/**
 * Whether the tip is about to be compared, which finds its arrival anew; its row is locked, as by whoever has it wait. One
 * that waits for longer, or was put off, is raised by what is known.
 */
async function isLookedAtAgain(trx: Transaction<Database>, tipId: string, now: Date): Promise<boolean> {
  await trx.selectFrom("tips").select("id").where("id", "=", tipId).forUpdate().execute();
  const waits = await trx
    .selectFrom("tip_traces")
    .select("tip_id")
    .where("tip_id", "=", tipId)
    .where("waiting_since", ">", new Date(now.getTime() - 10 * 60_000))
    .where("waiting_since", "<=", now)
    .executeTakeFirst();
  return waits !== undefined;
}

/** Scores the tip with its arrival, and raises its band as far as the clock calls for now. */
async function raiseByClock(trx: Transaction<Database>, tipId: string, now: Date) {
  const row = await trx
    .selectFrom("tip_arrivals as known")
    .innerJoin("tips", "tips.id", "known.tip_id")
    .select(["tips.disposition", "known.due_at as dueAt", "known.how"])
    .where("tips.id", "=", tipId)
    .where("tips.lane", "=", "queue")
    .where("tips.state", "in", [...openStates])
    .executeTakeFirst();
  return rescore(trx, tipId, (row && arrivalBand(row, now)) ?? undefined);
}

async function writeEffects(
  trx: Transaction<Database>,
  enqueue: EnqueueJobs,
  rescored: Awaited<ReturnType<typeof rescore>>,
  events: readonly WorkerEvent[],
  now: Date,
): Promise<void> {
  const effects = effectsOf([rescored]);
  if (effects.jobs.length > 0) await enqueue(trx, effects.jobs);
  await writeWorkerEvents(trx, [...events, ...effects.events], now);
}
