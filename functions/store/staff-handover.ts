/** What a shift tells the next, counted in the database; notes are sealed. */
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ReadableScope } from "../domain/access/permits.ts";
import { HandoverFacts, mostTold } from "../domain/handover/handover.ts";
import type { HandoverStore } from "../service/handover/ports.ts";
import type { Database } from "./schema.ts";
import { writeStaffEvent } from "./staff-events.ts";
import type { StaffTables } from "./staff-schema.ts";
import { dueOf, scopeConditions } from "./staff-tip-conditions.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

const open = sql<boolean>`tips.state <> 'closed'`;
const queued = sql<boolean>`tips.lane = 'queue'`;
const due = dueOf("tips");

export function createHandoverStore(database: Kysely<Database>): HandoverStore {
  const db: StaffDb = database.withTables<StaffTables>();
  return {
    facts: (scope, since) => factsOf(db, scope, since),

    async handovers(region, limit) {
      const rows = await db
        .selectFrom("handovers as note")
        .innerJoin("auth.user as giver", "giver.id", "note.handed_by")
        .leftJoin("auth.user as taker", "taker.id", "note.taken_by")
        .select([
          "note.id",
          "note.since",
          "note.facts",
          "note.sealed",
          "note.handed_by",
          "giver.name as giver",
          "note.handed_at as handedAt",
          "note.taken_by",
          "taker.name as taker",
          "note.taken_at as takenAt",
        ])
        .where("note.region", "=", region)
        .orderBy("note.handed_at", "desc")
        .limit(limit)
        .execute();
      return rows.map(({ handed_by, giver, taken_by, taker, facts, ...row }) => ({
        ...row,
        facts: HandoverFacts.parse(facts),
        handedBy: { id: handed_by, name: giver },
        takenBy: taken_by === null ? null : { id: taken_by, name: taker ?? taken_by },
      }));
    },

    hand: ({ id, region, since, facts, sealed, by, at }) =>
      db.transaction().execute(async (trx) => {
        await trx
          .insertInto("handovers")
          .values({ id, region, since, facts: JSON.stringify(facts), sealed, handed_by: by, handed_at: at })
          .execute();
        await writeStaffEvent(trx, {
          at,
          actorId: by,
          action: "handover.handed",
          subjectId: id,
          details: { region, head: facts.head, fresh: facts.fresh.total, note: sealed !== null },
        });
      }),

    take: (id, region, by, at) =>
      db.transaction().execute(async (trx) => {
        const taken = await trx
          .updateTable("handovers")
          .set({ taken_by: by, taken_at: at })
          .where("id", "=", id)
          .where("region", "=", region)
          .where("taken_by", "is", null)
          .where("handed_by", "<>", by)
          .returning("id")
          .executeTakeFirst();
        if (!taken) return false;
        await writeStaffEvent(trx, {
          at,
          actorId: by,
          action: "handover.taken",
          subjectId: id,
          details: { region },
        });
        return true;
      }),
  };
}

async function factsOf(db: StaffDb, scope: ReadableScope, since: Date): Promise<HandoverFacts> {
  const readable = scopeConditions(scope);
  const told = async (
    conditions: RawBuilder<boolean>[],
    at: RawBuilder<unknown>,
    order: RawBuilder<unknown>,
  ): Promise<HandoverFacts["fresh"]> => {
    const where = sql.join([...conditions, ...readable], sql` and `);
    const { rows } = await sql<{
      id: string;
      band: HandoverFacts["fresh"]["tips"][number]["band"];
      region: HandoverFacts["fresh"]["tips"][number]["region"];
      at: Date;
      total: string;
    }>`select id, band, region, ${at} as at, count(*) over () as total from tips where ${where}
      order by ${order}, id limit ${mostTold}`.execute(db);
    const tips = rows.map(({ total: _, at: moment, ...tip }) => ({ ...tip, at: moment.toISOString() }));
    return { total: Number(rows[0]?.total ?? 0), tips };
  };
  const happened = (actions: readonly string[]) => sql`exists (select from events e
    where e.tip_id = tips.id and e.action = any(${actions}))`;
  const received = sql`tips.received_at`;
  const [fresh, arriving, answers, unheard, aside, counts, head] = await Promise.all([
    told(
      [open, queued, sql<boolean>`tips.band in ('A', 'B')`, sql<boolean>`tips.received_at >= ${since}`],
      received,
      sql`tips.band, tips.received_at`,
    ),
    told([open, queued, sql<boolean>`${due} >= now() - interval '6 hours'`], due, sql`${due}`),
    told([sql<boolean>`tips.unread_since is not null`], sql`tips.unread_since`, sql`tips.unread_since`),
    told(
      [
        open,
        sql<boolean>`tips.channel = 'voice'`,
        sql<boolean>`exists (select from evidence r where r.tip_id = tips.id and r.kind = 'recording' and r.state = 'stored')`,
        sql<boolean>`not ${happened(["evidence.opened", "recording.typed"])}`,
      ],
      received,
      sql`tips.band, tips.received_at`,
    ),
    told(
      [
        sql<boolean>`tips.lane = 'set_aside'`,
        sql<boolean>`exists (select from events e where e.tip_id = tips.id and e.action = 'tip.set_aside' and e.at >= ${since})`,
      ],
      received,
      received,
    ),
    sql<{
      lane: string;
      band: "A" | "B" | "C" | "D";
      n: number;
    }>`select lane, band, count(*)::int as n from tips
      where ${sql.join([open, ...readable], sql` and `)} group by lane, band`.execute(db),
    db.selectFrom("event_head").select(["seq", "hash"]).executeTakeFirstOrThrow(),
  ]);
  const inQueue = (band: string) =>
    counts.rows.find((row) => row.lane === "queue" && row.band === band)?.n ?? 0;
  const quarantine = counts.rows
    .filter(({ lane }) => lane === "quarantine")
    .reduce((sum, { n }) => sum + n, 0);
  return {
    fresh,
    arriving,
    answers,
    unheard,
    aside,
    open: { A: inQueue("A"), B: inQueue("B"), C: inQueue("C"), D: inQueue("D"), quarantine },
    head: `${head.seq}:${head.hash.toString("hex")}`,
  };
}
