/** The words that the desk edits, as the desk and the public role read them. */
import { type Kysely, sql } from "kysely";
import type { TextReader, TextStore } from "../service/texts/ports.ts";
import type { Database } from "./schema.ts";
import { writeStaffEvent } from "./staff-events.ts";
import type { StaffTables } from "./staff-schema.ts";

export function createTextStore(database: Kysely<Database>): TextStore {
  const db = database.withTables<StaffTables>();
  return {
    async texts(locales) {
      const rows = await db
        .selectFrom("desk_texts as text")
        .innerJoin("auth.user as officer", "officer.id", "text.officer_id")
        .select(["text.key", "text.locale", "text.version", "text.text", "text.at", "text.officer_id"])
        .select("officer.name")
        .$if(locales !== undefined, (found) => found.where("text.locale", "in", [...(locales ?? [])]))
        .execute();
      return rows.map(({ officer_id, name, ...row }) => ({
        ...row,
        officerId: officer_id,
        officerName: name,
      }));
    },

    addText: ({ officerId, ...row }, event) =>
      db.transaction().execute(async (trx) => {
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto("desk_texts")
          .values({ ...row, officer_id: officerId })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows === 0n) return false;
        await writeStaffEvent(trx, event);
        return true;
      }),
  };
}

export function createTextReader(db: Kysely<Database>): TextReader {
  return {
    statusTexts: () =>
      db
        .selectFrom("desk_texts")
        .distinctOn(["key", "locale"])
        .select(["key", "locale", "version", "text"])
        .where(sql<boolean>`key like 'status.%'`)
        .orderBy("key")
        .orderBy("locale")
        .orderBy("version", "desc")
        .execute(),
  };
}
