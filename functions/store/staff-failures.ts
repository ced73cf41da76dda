/** Wrong tries, counted by a keyed hash of whose they are. */
import { sql } from "kysely";
import type { LockRule } from "../service/accounts/ports.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

/** Answers whether this try was the last one allowed. */
export async function countFailure(
  db: StaffDb,
  accountHash: Uint8Array,
  now: Date,
  rule: LockRule,
): Promise<boolean> {
  const windowBegan = new Date(now.getTime() - rule.windowMs);
  await db
    .insertInto("auth.sign_in_failures")
    .values({ account_hash: accountHash, failures: 1, since: now })
    .onConflict((conflict) =>
      conflict.column("account_hash").doUpdateSet({
        failures: sql<number>`case when auth.sign_in_failures.since < ${windowBegan} then 1
          else auth.sign_in_failures.failures + 1 end`,
        since: sql<Date>`case when auth.sign_in_failures.since < ${windowBegan} then ${now}::timestamptz
          else auth.sign_in_failures.since end`,
      }),
    )
    .execute();
  const locked = await db
    .updateTable("auth.sign_in_failures")
    .set({ locked_until: new Date(now.getTime() + rule.lockMs), failures: 0 })
    .where("account_hash", "=", accountHash as Buffer)
    .where("failures", ">=", rule.most)
    .returning("account_hash")
    .executeTakeFirst();
  // Guesses at addresses nobody has must not pile up.
  await db
    .deleteFrom("auth.sign_in_failures")
    .where("since", "<", new Date(now.getTime() - rule.windowMs - rule.lockMs))
    .execute();
  return locked !== undefined;
}
