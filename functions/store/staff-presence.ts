/** Who has the desk open, and which tip lies before them. */
import { type Kysely, sql } from "kysely";
import type { ReadableScope } from "../domain/access/permits.ts";
import type { PresenceStore, Present } from "../service/queue/ports.ts";
import type { Database } from "./schema.ts";
import type { StaffTables } from "./staff-schema.ts";
import { scopeConditions } from "./staff-tip-conditions.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

/** Whoever was not heard of for so long has gone. */
const lifeSeconds = 30;

export function createPresenceStore(database: Kysely<Database>): PresenceStore {
  const db: StaffDb = database.withTables<StaffTables>();
  const tell = () => sql`select pg_notify('desk', '')`.execute(db);
  return {
    async arrive({ connection, officerId, tipId }) {
      await db
        .deleteFrom("desk_presence")
        .where("seen_at", "<", sql<Date>`now() - interval '10 minutes'`)
        .execute();
      await db
        .insertInto("desk_presence")
        .values({ connection, officer_id: officerId, tip_id: tipId, seen_at: sql`now()` })
        .execute();
      await tell();
    },

    async stay(connection) {
      await db
        .updateTable("desk_presence")
        .set({ seen_at: sql`now()` })
        .where("connection", "=", connection)
        .execute();
    },

    async leave(connection) {
      await db.deleteFrom("desk_presence").where("connection", "=", connection).execute();
      await tell();
    },

    async present(scope: ReadableScope): Promise<Present> {
      const here = sql`p.seen_at > now() - make_interval(secs => ${lifeSeconds})`;
      const [{ rows: counted }, { rows: eyes }] = await Promise.all([
        sql<{
          n: number;
        }>`select count(distinct officer_id)::int as n from desk_presence p where ${here}`.execute(db),
        sql<{ tipId: string; officerId: string; name: string }>`
          select distinct p.tip_id as "tipId", p.officer_id as "officerId", u.name
          from desk_presence p join tips on tips.id = p.tip_id join auth."user" u on u.id = p.officer_id
          where ${here} and ${sql.join(scopeConditions(scope), sql` and `)}
          order by u.name limit 500`.execute(db),
      ]);
      return { officers: counted[0]?.n ?? 0, eyes };
    },
  };
}
