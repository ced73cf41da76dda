/** Officers' accounts as an admin sees and ends them. */
import { sql, type Transaction } from "kysely";
import { losesCase, losesTip } from "../domain/access/standing-change.ts";
import type { Doing, PeopleStore } from "../service/people/ports.ts";
import type { Database } from "./schema.ts";
import { writeStaffEvent } from "./staff-events.ts";
import { everything, returnWork } from "./staff-returns.ts";
import type { StaffTables } from "./staff-schema.ts";
import type { StaffDb } from "./staff-tip-rows.ts";
import { expireTokens } from "./staff-tokens.ts";

type Trx = Transaction<Database & StaffTables>;

export function createPeopleStore(db: StaffDb): PeopleStore {
  return {
    people: (now) =>
      db
        .selectFrom("auth.user as person")
        .select([
          "person.id",
          "person.name",
          "person.email",
          "person.role",
          "person.region",
          "person.createdAt as since",
          "person.leftAt",
          "person.twoFactorEnabled as complete",
          sql<number>`(select count(*) from auth.passkeys where user_id = person.id)::int`.as("passkeys"),
          sql<number>`(select count(*) from auth.session
            where "userId" = person.id and "expiresAt" > ${now})::int`.as("sessions"),
          sql<Date | null>`(select max("updatedAt") from auth.session
            where "userId" = person.id and "expiresAt" > ${now})`.as("lastSeenAt"),
        ])
        .orderBy("person.name")
        .orderBy("person.id")
        .execute(),

    openLinks: (now) =>
      db
        .selectFrom("auth.setup_links as link")
        .leftJoin("auth.user as maker", "maker.id", "link.made_by")
        .select([
          "link.id",
          "link.purpose",
          "link.role",
          "link.region",
          "link.email",
          "link.user_id as userId",
          "maker.name as madeBy",
          "link.created_at as madeAt",
          "link.expires_at as expiresAt",
        ])
        .where("link.used_at", "is", null)
        .where("link.revoked_at", "is", null)
        .where("link.expires_at", ">", now)
        .orderBy("link.created_at", "desc")
        .execute(),

    revokeLink: (id, by) =>
      db.transaction().execute(async (trx) => {
        const link = await trx
          .updateTable("auth.setup_links")
          .set({ revoked_at: by.at, expires_at: by.at })
          .where("id", "=", id)
          .where("used_at", "is", null)
          .where("expires_at", ">", by.at)
          .returning(["role", "region", "user_id"])
          .executeTakeFirst();
        if (!link) return false;
        const { role, region, user_id } = link;
        await tell(trx, by, "account.invitation_revoked", user_id, { role, region });
        return true;
      }),

    sessionsOf: (officerId, now) =>
      db
        .selectFrom("auth.session")
        .select(["id", "createdAt as startedAt", "updatedAt as lastSeenAt"])
        .where("userId", "=", officerId)
        .where("expiresAt", ">", now)
        .orderBy("updatedAt", "desc")
        .execute(),

    endSessions: (officerId, sessionId, by) =>
      db.transaction().execute(async (trx) => {
        let ended = trx.deleteFrom("auth.session").where("userId", "=", officerId);
        if (sessionId !== null) ended = ended.where("id", "=", sessionId);
        const sessions = (await ended.returning("id").execute()).length;
        // All of them: a token is one more way in that is open.
        const tokens = sessionId === null ? await expireTokens(trx, officerId, null, by.at) : 0;
        if (sessions + tokens > 0)
          await tell(trx, by, "account.session_ended", officerId, {
            sessions,
            ...(sessionId === null ? { tokens } : {}),
          });
        return sessions + tokens;
      }),

    changeStanding: (officerId, seen, next, by) =>
      db.transaction().execute(async (trx) => {
        const admins = await lockAdmins(trx);
        const person = await trx
          .selectFrom("auth.user")
          .select(["role", "region"])
          .where("id", "=", officerId)
          .where("leftAt", "is", null)
          .forUpdate()
          .executeTakeFirst();
        if (person?.role !== seen.role || person.region !== seen.region) return "stale";
        if (next.role !== "admin" && isLast(admins, officerId)) return "last_admin";
        await trx
          .updateTable("auth.user")
          .set({ ...next, updatedAt: by.at })
          .where("id", "=", officerId)
          .execute();
        const returned = await returnWork(trx, officerId, by, {
          tip: (tip) => losesTip(seen, next, tip),
          case: (found) => losesCase(seen, next, found),
        });
        await tell(trx, by, "account.role_changed", officerId, {
          ...next,
          roleBefore: seen.role,
          regionBefore: seen.region,
          ...returned,
        });
        return returned;
      }),

    endAccount: (officerId, by) =>
      db.transaction().execute(async (trx) => {
        if (isLast(await lockAdmins(trx), officerId)) return "last_admin";
        const person = await trx
          .updateTable("auth.user")
          .set({ leftAt: by.at, twoFactorEnabled: false, updatedAt: by.at })
          .where("id", "=", officerId)
          .where("leftAt", "is", null)
          .returning("email")
          .executeTakeFirst();
        if (!person) return "gone";
        const ways = await forgetWaysIn(trx, officerId, by.at);
        // Not even the first step of a sign-in is left.
        await trx
          .updateTable("auth.account")
          .set({ password: null })
          .where("userId", "=", officerId)
          .execute();
        await trx
          .updateTable("auth.setup_links")
          .set({ revoked_at: by.at, expires_at: by.at })
          .where("email", "=", person.email)
          .where("used_at", "is", null)
          .where("expires_at", ">", by.at)
          .execute();
        const returned = await returnWork(trx, officerId, by, everything);
        await tell(trx, by, "account.ended", officerId, { ...ways, ...returned });
        return "done";
      }),
  };
}

/** Ends everything an officer could come in with, but their password. */
export async function forgetWaysIn(
  trx: Trx,
  officerId: string,
  at: Date,
): Promise<{ sessions: number; tokens: number }> {
  const sessions = await trx
    .deleteFrom("auth.session")
    .where("userId", "=", officerId)
    .returning("id")
    .execute();
  await trx.deleteFrom("auth.passkeys").where("user_id", "=", officerId).execute();
  await trx.deleteFrom("auth.twoFactor").where("userId", "=", officerId).execute();
  await trx.deleteFrom("auth.used_codes").where("user_id", "=", officerId).execute();
  return { sessions: sessions.length, tokens: await expireTokens(trx, officerId, null, at) };
}

/** Held until the change is done, so that of two admins who end each other one stays. */
async function lockAdmins(trx: Trx): Promise<string[]> {
  const admins = await trx
    .selectFrom("auth.user")
    .select("id")
    .where("role", "=", "admin")
    .where("leftAt", "is", null)
    .where("twoFactorEnabled", "=", true)
    .orderBy("id")
    .forUpdate()
    .execute();
  return admins.map(({ id }) => id);
}

function isLast(admins: readonly string[], officerId: string): boolean {
  return admins.length === 1 && admins[0] === officerId;
}

function tell(
  trx: Trx,
  by: Doing,
  action: string,
  subjectId: string | null,
  details: Record<string, string | number>,
): Promise<void> {
  return writeStaffEvent(trx, { ...by, action, subjectId, details });
}
