/** Uses a one-time link: an account is made, or set up anew, with its event in one transaction. */
import type { Transaction } from "kysely";
import type { AcceptResult, NewAccount } from "../service/accounts/ports.ts";
import type { Database } from "./schema.ts";
import { writeStaffEvent } from "./staff-events.ts";
import { forgetWaysIn } from "./staff-people.ts";
import type { StaffTables } from "./staff-schema.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

/** Rolls back: a link stays good when only the address was taken. */
class Taken extends Error {}

export async function acceptLink(
  db: StaffDb,
  tokenHash: Uint8Array,
  account: NewAccount,
): Promise<AcceptResult> {
  const made = db.transaction().execute((trx) => acceptIn(trx, tokenHash, account));
  return made.catch((error: unknown) => {
    if (error instanceof Taken) return { kind: "taken" };
    throw error;
  });
}

type Trx = Transaction<Database & StaffTables>;

async function acceptIn(trx: Trx, tokenHash: Uint8Array, account: NewAccount): Promise<AcceptResult> {
  // The lock makes a link pressed twice at once one account.
  const link = await trx
    .selectFrom("auth.setup_links")
    .select(["role", "region", "purpose", "user_id"])
    .where("token_hash", "=", tokenHash as Buffer)
    .where("used_at", "is", null)
    .where("expires_at", ">", account.at)
    .forUpdate()
    .executeTakeFirst();
  if (!link) return { kind: "dead" };
  const { role, region } = link;
  await trx
    .updateTable("auth.setup_links")
    .set({ used_at: account.at })
    .where("token_hash", "=", tokenHash as Buffer)
    .execute();
  if (link.user_id !== null) return renew(trx, link.user_id, account);
  const made = await trx
    .insertInto("auth.user")
    .values({
      id: account.id,
      name: account.name,
      email: account.email,
      emailVerified: true,
      createdAt: account.at,
      updatedAt: account.at,
      role,
      region,
    })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) throw new Taken();
  await trx
    .insertInto("auth.account")
    .values({
      id: account.id,
      accountId: account.id,
      providerId: "credential",
      userId: account.id,
      password: account.passwordHash,
      createdAt: account.at,
      updatedAt: account.at,
    })
    .execute();
  await writeStaffEvent(trx, {
    at: account.at,
    actorId: account.id,
    action: "account.created",
    subjectId: account.id,
    details: { role, region, purpose: link.purpose },
  });
  return { kind: "made", role, region };
}

/** The same account with a new password and without any of its earlier ways in; an officer who left is back. */
async function renew(trx: Trx, userId: string, account: NewAccount): Promise<AcceptResult> {
  const person = await trx
    .selectFrom("auth.user")
    .select(["role", "region", "leftAt"])
    .where("id", "=", userId)
    .forUpdate()
    .executeTakeFirst();
  if (!person) return { kind: "dead" };
  await forgetWaysIn(trx, userId, account.at);
  await trx
    .updateTable("auth.user")
    .set({ name: account.name, leftAt: null, twoFactorEnabled: false, updatedAt: account.at })
    .where("id", "=", userId)
    .execute();
  await trx
    .updateTable("auth.account")
    .set({ password: account.passwordHash, updatedAt: account.at })
    .where("userId", "=", userId)
    .where("providerId", "=", "credential")
    .execute();
  const { role, region } = person;
  await writeStaffEvent(trx, {
    at: account.at,
    actorId: userId,
    action: person.leftAt ? "account.reinstated" : "account.renewed",
    subjectId: userId,
    details: { role, region },
  });
  return { kind: "made", role, region };
}
