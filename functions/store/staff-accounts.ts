/** Officers' accounts, links and tokens; passwords and second factors are better-auth's own. */
import { type Kysely, sql } from "kysely";
import type { AcceptResult, AccountStore, LockRule, NewAccount } from "../service/accounts/ports.ts";
import type { Database } from "./schema.ts";
import { writeStaffEvent } from "./staff-events.ts";
import { createProofStore } from "./staff-proofs.ts";
import type { StaffTables } from "./staff-schema.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

export function createAccountStore(database: Kysely<Database>): AccountStore {
  const db: StaffDb = database.withTables<StaffTables>();
  const officers = () =>
    db.selectFrom("auth.user").select(["auth.user.id", "name", "role", "region"]).where("leftAt", "is", null);
  return {
    ...createProofStore(db),

    async anyAccount() {
      return (await db.selectFrom("auth.user").select("id").limit(1).executeTakeFirst()) !== undefined;
    },

    addInvitation: (link) =>
      db.transaction().execute(async (trx) => {
        await trx
          .updateTable("auth.setup_links")
          .set({ expires_at: link.at })
          .where("purpose", "=", link.purpose)
          .where(sql<boolean>`email is not distinct from ${link.email}`)
          .where("expires_at", ">", link.at)
          .execute();
        await trx
          .insertInto("auth.setup_links")
          .values({
            token_hash: link.tokenHash,
            purpose: link.purpose,
            role: link.role,
            region: link.region,
            email: link.email,
            created_at: link.at,
            expires_at: link.expiresAt,
          })
          .execute();
      }),

    findInvitation: (tokenHash, now) =>
      db
        .selectFrom("auth.setup_links")
        .select(["purpose", "role", "region", "email"])
        .where("token_hash", "=", tokenHash as Buffer)
        .where("used_at", "is", null)
        .where("expires_at", ">", now)
        .executeTakeFirst(),

    accept: (tokenHash, account) => acceptLink(db, tokenHash, account),

    officerByEmail: (email) => officers().where("email", "=", email).executeTakeFirst(),

    addToken: (token) =>
      db.transaction().execute(async (trx) => {
        await trx
          .insertInto("auth.api_tokens")
          .values({
            id: token.id,
            token_hash: token.tokenHash,
            user_id: token.userId,
            created_at: token.at,
            expires_at: token.expiresAt,
          })
          .execute();
        await writeStaffEvent(trx, {
          at: token.at,
          actorId: token.userId,
          action: "account.token_issued",
          subjectId: token.id,
          details: {},
        });
      }),

    async officerOfToken(tokenHash, now) {
      const row = await officers()
        .innerJoin("auth.api_tokens as token", "token.user_id", "auth.user.id")
        .select(["token.id as tokenId", "token.proven_at as provenAt"])
        .where("token.token_hash", "=", tokenHash as Buffer)
        .where("token.expires_at", ">", now)
        .where("twoFactorEnabled", "=", true)
        .executeTakeFirst();
      if (!row) return undefined;
      const { tokenId, provenAt, ...officer } = row;
      return { officer, tokenId, provenAt };
    },

    async lockedFor(accountHash, now) {
      const row = await db
        .selectFrom("auth.sign_in_failures")
        .select("locked_until")
        .where("account_hash", "=", accountHash as Buffer)
        .executeTakeFirst();
      return Math.max(0, Math.ceil(((row?.locked_until?.getTime() ?? 0) - now.getTime()) / 1000));
    },

    countFailure: (accountHash, now, rule) => countFailure(db, accountHash, now, rule),

    async forgetFailures(accountHash) {
      await db
        .deleteFrom("auth.sign_in_failures")
        .where("account_hash", "=", accountHash as Buffer)
        .execute();
    },

    recordAccount: ({ at, actorId, action, details }) =>
      writeStaffEvent(db, { at, actorId, action, subjectId: actorId, details: details ?? {} }),

    async setDeskUrl(url) {
      await db
        .insertInto("auth.desk")
        .values({ url })
        .onConflict((conflict) => conflict.column("singleton").doUpdateSet({ url }))
        .execute();
    },

    async deskUrl() {
      return (await db.selectFrom("auth.desk").select("url").executeTakeFirst())?.url;
    },
  };
}

function acceptLink(db: StaffDb, tokenHash: Uint8Array, account: NewAccount): Promise<AcceptResult> {
  return db.transaction().execute(async (trx) => {
    // The lock makes a link pressed twice at once one account.
    const link = await trx
      .selectFrom("auth.setup_links")
      .select(["role", "region", "purpose"])
      .where("token_hash", "=", tokenHash as Buffer)
      .where("used_at", "is", null)
      .where("expires_at", ">", account.at)
      .forUpdate()
      .executeTakeFirst();
    if (!link) return { kind: "dead" };
    const { role, region } = link;
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
    if (!made) return { kind: "taken" };
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
    await trx
      .updateTable("auth.setup_links")
      .set({ used_at: account.at })
      .where("token_hash", "=", tokenHash as Buffer)
      .execute();
    await writeStaffEvent(trx, {
      at: account.at,
      actorId: account.id,
      action: "account.created",
      subjectId: account.id,
      details: { role, region, purpose: link.purpose },
    });
    return { kind: "made", role, region };
  });
}

async function countFailure(db: StaffDb, accountHash: Uint8Array, now: Date, rule: LockRule): Promise<void> {
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
  await db
    .updateTable("auth.sign_in_failures")
    .set({ locked_until: new Date(now.getTime() + rule.lockMs), failures: 0 })
    .where("account_hash", "=", accountHash as Buffer)
    .where("failures", ">=", rule.most)
    .execute();
  // Guesses at addresses nobody has must not pile up.
  await db
    .deleteFrom("auth.sign_in_failures")
    .where("since", "<", new Date(now.getTime() - rule.windowMs - rule.lockMs))
    .execute();
}
