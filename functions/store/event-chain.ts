/** Reads the event log as its digests cover it. */
import { type Kysely, sql } from "kysely";
import type { LogReader } from "../service/events/ports.ts";
import type { Database } from "./schema.ts";
import type { StaffTables } from "./staff-schema.ts";

/** Where the database says that the chain ends. */
export async function readHead(db: Kysely<Database>): Promise<{ seq: number; hash: string }> {
  const { seq, hash } = await db.selectFrom("event_head").select(["seq", "hash"]).executeTakeFirstOrThrow();
  return { seq: Number(seq), hash: hash.toString("hex") };
}

/** All events with numbers above `begin` in their order, `batch` at a time. */
export async function* readChain(db: Kysely<Database>, begin = -1, batch = 2_000) {
  let after = begin;
  while (true) {
    const rows = await db
      .selectFrom("events")
      .select([
        "actor_kind as actorKind",
        "actor_id as actorId",
        "action",
        "tip_id as tipId",
        "case_id as caseId",
        "subject_id as subjectId",
        "sealed",
        "prev_hash as prevHash",
        "hash",
      ])
      .select([
        sql<string>`seq::text`.as("seq"),
        sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`.as("at"),
        sql<string>`details::text`.as("details"),
      ])
      .where(sql<boolean>`seq > ${after}`)
      .orderBy(sql`events.seq`)
      .limit(batch)
      .execute();
    for (const row of rows) yield { ...row, seq: Number(row.seq) };
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = Number(last.seq);
  }
}

export function createLogReader(database: Kysely<Database>): LogReader {
  const db = database.withTables<StaffTables>();
  return {
    head: () => readHead(database),
    chain: (after) => readChain(database, after),
    async names() {
      const rows = await db
        .selectFrom("auth.user")
        .select(["id", "name", "leftAt"])
        .orderBy("name")
        .orderBy("id")
        .execute();
      return rows.map(({ id, name, leftAt }) => ({ id, name, left: leftAt !== null }));
    },
    async caseIdOf(reference) {
      return (
        await database.selectFrom("cases").select("id").where("reference", "=", reference).executeTakeFirst()
      )?.id;
    },
  };
}
