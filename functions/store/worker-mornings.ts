/** What the morning's mail counts, and whether it went out. */
import { type Kysely, sql } from "kysely";
import type { MorningCounts, MorningStore } from "../service/handover/worker-ports.ts";
import type { Database } from "./schema.ts";

export function createMorningStore(db: Kysely<Database>): MorningStore {
  return {
    async counts(since, region) {
      const { rows } = await sql<MorningCounts>`select
          count(*) filter (where lane = 'queue' and band = 'A' and received_at >= ${since})::int as "A",
          count(*) filter (where lane = 'queue' and band = 'B' and received_at >= ${since})::int as "B",
          count(*) filter (where lane = 'queue' and coalesce(due_at, timezone('Asia/Tokyo', (eta + 1)::timestamp))
            between now() - interval '6 hours' and now() + interval '1 day')::int as arriving,
          count(*) filter (where unread_since is not null)::int as answers,
          count(*) filter (where lane = 'quarantine')::int as quarantine
        from tips where state <> 'closed' and (${region}::text is null or region = ${region})`.execute(db);
      const [counts] = rows;
      if (!counts) throw new Error("nothing counted");
      return counts;
    },

    async begin(day) {
      await db
        .insertInto("handover_mails")
        .values({ day })
        .onConflict((conflict) => conflict.column("day").doNothing())
        .execute();
      const row = await db
        .selectFrom("handover_mails")
        .select("sent_at")
        .where("day", "=", day)
        .executeTakeFirst();
      return row !== undefined && row.sent_at === null;
    },

    async sent(day, at) {
      await db.updateTable("handover_mails").set({ sent_at: at }).where("day", "=", day).execute();
    },
  };
}
