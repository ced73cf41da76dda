/** What the list of the queue asks of the database beside the tips themselves. */
import type { Kysely } from "kysely";
import { QueueColumn } from "../domain/cases/queue-columns.ts";
import type { QueueStore } from "../service/queue/ports.ts";
import type { Database } from "./schema.ts";
import { countFacets } from "./staff-counts.ts";
import type { StaffTables } from "./staff-schema.ts";
import { amongList, countList, firstPage } from "./staff-tip-list.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

export function createQueueStore(database: Kysely<Database>): QueueStore {
  const db: StaffDb = database.withTables<StaffTables>();
  return {
    firstPage: (query, most) => firstPage(db, query, most),
    countList: (query, most) => countList(db, query, most),
    among: (query, given, most) => amongList(db, query, given, most),
    facets: (scope, lane) => countFacets(db, scope, lane),

    async columns(officerId) {
      const row = await db
        .selectFrom("desk_preferences")
        .select("columns")
        .where("officer_id", "=", officerId)
        .executeTakeFirst();
      // A column that a later program took away is left out.
      return row ? row.columns.flatMap((column) => QueueColumn.safeParse(column).data ?? []) : null;
    },

    async setColumns(officerId, columns) {
      await db
        .insertInto("desk_preferences")
        .values({ officer_id: officerId, columns: [...columns] })
        .onConflict((conflict) => conflict.column("officer_id").doUpdateSet({ columns: [...columns] }))
        .execute();
    },
  };
}
