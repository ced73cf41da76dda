/** Arrivals from a file into the database, as the staff role does it: all of them or none, and again without a change. */
import { type Kysely, sql, type Transaction } from "kysely";
import type { Arrival } from "../domain/arrivals/arrival.ts";
import { settleKeys } from "../domain/arrivals/settle-keys.ts";
import type { ArrivalImporter, ImportedCounts } from "../service/arrivals/ports.ts";
import type { Database } from "./schema.ts";

/** Rows in one statement. */
const batch = 5_000;

type Keyed = Arrival & { key: string };

export function createArrivalImporter(db: Kysely<Database>): ArrivalImporter {
  return {
    importAll: (arrivals, keysOf, { at, actor, refused }) =>
      db.transaction().execute(async (trx) => {
        // Two imports at once would each take the other's rows for new.
        await sql`select pg_advisory_xact_lock(461096131)`.execute(trx);
        const counts = await writeAll(trx, arrivals, keysOf, at);
        // Last: from here to the commit nothing else can write an event.
        await trx
          .insertInto("events")
          .values({
            at,
            actor_kind: actor.kind,
            actor_id: actor.kind === "staff" ? actor.id : null,
            action: "arrivals.imported",
            details: JSON.stringify({ ...counts, refused }),
          })
          .execute();
        return counts;
      }),

    async compare(arrivals, at) {
      // The import itself, taken back: its counts are the ones an import would give.
      const trx = await db.startTransaction().execute();
      try {
        return await writeAll(trx, arrivals, () => [], at);
      } finally {
        await trx.rollback().execute();
      }
    },
  };
}

type KeysOf = Parameters<ArrivalImporter["importAll"]>[1];

async function writeAll(
  trx: Transaction<Database>,
  arrivals: readonly Arrival[],
  keysOf: KeysOf,
  at: Date,
): Promise<ImportedCounts> {
  const keyed = await withKeys(trx, arrivals, at);
  const counts: ImportedCounts = { added: 0, changed: 0, unchanged: 0 };
  for (let from = 0; from < keyed.length; from += batch) {
    const part = keyed.slice(from, from + batch);
    const written = await upsert(trx, part, at);
    const byKey = new Map(part.map((arrival) => [arrival.key, arrival]));
    await replaceKeys(trx, written, (key) => {
      const arrival = byKey.get(key);
      return arrival ? keysOf(arrival) : [];
    });
    const added = written.filter((row) => row.added).length;
    counts.added += added;
    counts.changed += written.length - added;
    counts.unchanged += part.length - written.length;
  }
  return counts;
}

async function withKeys(
  trx: Transaction<Database>,
  arrivals: readonly Arrival[],
  now: Date,
): Promise<Keyed[]> {
  const bases = [...new Set(arrivals.filter(({ pin }) => pin === null).map(({ base }) => base))];
  const known = await trx
    .selectFrom("arrivals")
    .select(["base", "key", "due_at as dueAt"])
    .where(sql<boolean>`base = any(${bases}::text[])`)
    .execute();
  const keys = settleKeys(arrivals, known, now);
  // Of two rows that mean one arrival the later counts.
  const keyed = new Map<string, Keyed>();
  arrivals.forEach((arrival, at) => {
    const key = keys[at] ?? arrival.base;
    keyed.set(key, { ...arrival, key });
  });
  return [...keyed.values()];
}

/** Answers the rows that were added or changed; `scheduled_on` stays as first announced. */
async function upsert(trx: Transaction<Database>, part: readonly Keyed[], at: Date) {
  const column = <T>(pick: (arrival: Keyed) => T) => part.map(pick);
  const { rows } = await sql<{ id: string; key: string; added: boolean }>`
    insert into arrivals (base, key, kind, imo, mmsi, name, local_name, flight, container, awb, port, scheduled_on,
      due_at, cancelled, imported_at)
    select given.*, ${at}::timestamptz from unnest(
      ${column((row) => row.base)}::text[], ${column((row) => row.key)}::text[], ${column((row) => row.kind)}::text[],
      ${column((row) => row.imo)}::text[], ${column((row) => row.mmsi)}::text[], ${column((row) => row.name)}::text[],
      ${column((row) => row.localName)}::text[], ${column((row) => row.flight)}::text[],
      ${column((row) => row.container)}::text[], ${column((row) => row.awb)}::text[],
      ${column((row) => row.port)}::text[], ${column((row) => row.scheduledOn)}::date[],
      ${column((row) => row.dueAt)}::timestamptz[], ${column((row) => row.cancelled)}::boolean[]) as given
    on conflict (key) do update set
      imo = excluded.imo, mmsi = excluded.mmsi, name = excluded.name, local_name = excluded.local_name,
      flight = excluded.flight, container = excluded.container, awb = excluded.awb, port = excluded.port,
      due_at = excluded.due_at, cancelled = excluded.cancelled, imported_at = excluded.imported_at, waiting = true
    where (arrivals.imo, arrivals.mmsi, arrivals.name, arrivals.local_name, arrivals.flight, arrivals.container,
        arrivals.awb, arrivals.port, arrivals.due_at, arrivals.cancelled)
      is distinct from (excluded.imo, excluded.mmsi, excluded.name, excluded.local_name, excluded.flight,
        excluded.container, excluded.awb, excluded.port, excluded.due_at, excluded.cancelled)
    returning id, key, (xmax = 0) as added`.execute(trx);
  return rows;
}

async function replaceKeys(
  trx: Transaction<Database>,
  written: readonly { id: string; key: string; added: boolean }[],
  keysOf: (key: string) => ReturnType<KeysOf>,
): Promise<void> {
  const changed = written.filter((row) => !row.added).map((row) => row.id);
  if (changed.length > 0)
    await trx.deleteFrom("arrival_keys").where(sql<boolean>`arrival_id = any(${changed}::uuid[])`).execute();
  const rows = written.flatMap(({ id, key }) => keysOf(key).map((hashed) => ({ id, ...hashed })));
  if (rows.length === 0) return;
  await sql`
    insert into arrival_keys (arrival_id, type, how, hash)
    select * from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.type)}::text[],
      ${rows.map((row) => row.how)}::text[], ${rows.map((row) => row.hash)}::bytea[])
    on conflict do nothing`.execute(trx);
}
