import type { Trx } from "./staff-tip-changes.ts";

/** Says of those of these tips that this officer has, and that nobody works on yet, that somebody does. */
export async function beginWork(trx: Trx, officerId: string, tipIds: readonly string[]): Promise<void> {
  if (tipIds.length === 0) return;
  await trx
    .updateTable("tips")
    .set((eb) => ({ state: "in_progress", version: eb("version", "+", 1) }))
    .where("id", "in", tipIds)
    .where("owner_id", "=", officerId)
    .where("state", "=", "assigned")
    .execute();
}
