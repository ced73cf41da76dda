import type { Transaction } from "kysely";
import type { Database } from "./schema.ts";

/** Writes what the worker did to a tip's evidence into the event log, in the transaction of the change. */
export async function writeWorkerEvent(
  trx: Transaction<Database>,
  about: { tipId: string; evidenceId: string | null },
  action: string,
  at: Date,
  details: Record<string, unknown>,
): Promise<void> {
  await trx
    .insertInto("events")
    .values({
      at,
      actor_kind: "worker",
      action,
      tip_id: about.tipId,
      subject_id: about.evidenceId,
      details: JSON.stringify(details),
    })
    .execute();
}
