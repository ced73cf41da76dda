/** Officers' accounts, links and tokens; passwords and second factors are better-auth's own. */
import { type Kysely, sql } from "kysely";
import type { AccountStore } from "../service/accounts/ports.ts";
import type { Database } from "./schema.ts";
import { writeStaffEvent } from "./staff-events.ts";
import { countFailure } from "./staff-failures.ts";
import { acceptLink } from "./staff-links.ts";
import { createPasskeyStore } from "./staff-passkeys.ts";
import { createPeopleStore } from "./staff-people.ts";
import { createProofStore } from "./staff-proofs.ts";
import type { StaffTables } from "./staff-schema.ts";
import type { StaffDb } from "./staff-tip-rows.ts";
import { createTokenStore } from "./staff-tokens.ts";

export function createAccountStore(database: Kysely<Database>): AccountStore {
  const db: StaffDb = database.withTables<StaffTables>();
  const officers = () =>
    db.selectFrom("auth.user").select(["auth.user.id", "name", "role", "region"]).where("leftAt", "is", null);
  return {
    ...createProofStore(db),
    ...createPeopleStore(db),
    ...createPasskeyStore(db),
    ...createTokenStore(db),

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
            user_id: link.userId ?? null,
            made_by: link.madeBy ?? null,
            created_at: link.at,
            expires_at: link.expiresAt,
          })
          .execute();
        await writeStaffEvent(trx, {
          at: link.at,
          actorId: link.madeBy ?? null,
          action: link.purpose === "renew" ? "account.renewal_offered" : "account.invited",
          subjectId: link.userId ?? null,
          details: { role: link.role, region: link.region, purpose: link.purpose },
        });
      }),

    findInvitation: (tokenHash, now) =>
      db
        .selectFrom("auth.setup_links as link")
        .leftJoin("auth.user as person", "person.id", "link.user_id")
        .select([
          "purpose",
          "link.role",
          "link.region",
          "link.email",
          "link.user_id as userId",
          "person.name",
        ])
        .where("token_hash", "=", tokenHash as Buffer)
        .where("used_at", "is", null)
        .where("expires_at", ">", now)
        .executeTakeFirst(),

    accept: (tokenHash, account) => acceptLink(db, tokenHash, account),

    officerByEmail: (email) => officers().where("email", "=", email).executeTakeFirst(),

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

    recordAccount: ({ at, actorId, action, subjectId = actorId, details = {} }) =>
      writeStaffEvent(db, { at, actorId, action, subjectId, details }),

    setTraining: (sessionId, { on, at, actorId }) =>
      db.transaction().execute(async (trx) => {
        await trx
          .updateTable("auth.session")
          .set({ training: on })
          .where("id", "=", sessionId)
          .where("userId", "=", actorId)
          .execute();
        const action = on ? "account.training_entered" : "account.training_left";
        await writeStaffEvent(trx, { at, actorId, action, subjectId: actorId, details: {} });
      }),

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
