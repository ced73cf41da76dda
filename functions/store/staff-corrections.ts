/** Numbers that officers mended: kept with the change of their tip, and the tip looked at by the worker again. */
import { type Kysely, sql, type Transaction } from "kysely";
import type { TipChange } from "../service/cases/ports.ts";
import type { CorrectionReader } from "../service/corrections/ports.ts";
import type { Database } from "./schema.ts";
import type { StaffTables } from "./staff-schema.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

export function createCorrectionReader(database: Kysely<Database>): CorrectionReader {
  const db: StaffDb = database.withTables<StaffTables>();
  return {
    async ofTip(tipId) {
      const rows = await db
        .selectFrom("number_corrections as c")
        .leftJoin("auth.user as officer", "officer.id", "c.officer_id")
        .select(["c.id", "officer.name", "c.at", "c.sealed", "c.before"])
        .where("c.tip_id", "=", tipId)
        .where("c.taken_back_at", "is", null)
        .orderBy("c.id")
        .execute();
      return rows.map(({ name, ...row }) => ({ ...row, officerName: name }));
    },
  };
}

type Trx = Transaction<Database & StaffTables>;

/** Within the change of a tip whose row is locked. */
export async function applyCorrection(trx: Trx, change: TipChange): Promise<void> {
  const { correction, tipId } = change;
  if (!correction) return;
  const { actorId, at } = change.event;
  if ("add" in correction) {
    const { id, type, sealed, hash, before } = correction.add;
    await trx
      .insertInto("number_corrections")
      .values({
        id,
        tip_id: tipId,
        officer_id: actorId,
        at,
        type,
        sealed,
        before: JSON.stringify(before),
        taken_back_at: null,
      })
      .execute();
    await trx
      .insertInto("identifiers")
      .values({ tip_id: tipId, type, hash, valid: true, correction_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  } else {
    const id = correction.takeBack;
    await trx.updateTable("number_corrections").set({ taken_back_at: at }).where("id", "=", id).execute();
    await sql`select drop_corrected_number(${id})`.execute(trx);
  }
  await trx.updateTable("tip_traces").set({ waiting_since: at }).where("tip_id", "=", tipId).execute();
}
