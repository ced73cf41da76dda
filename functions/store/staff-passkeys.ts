/** Officers' passkeys, and the questions that are out. */
import type { KeptPasskey, PasskeyStore, Question } from "../service/passkeys/ports.ts";
import { writeStaffEvent } from "./staff-events.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

export function createPasskeyStore(db: StaffDb): PasskeyStore {
  const passkeys = () =>
    db
      .selectFrom("auth.passkeys as key")
      .innerJoin("auth.user as officer", "officer.id", "key.user_id")
      .select([
        "key.id",
        "key.user_id as officerId",
        "key.name",
        "key.public_key as publicKey",
        "key.counter",
        "key.transports",
        "key.created_at as at",
        "key.last_used_at as lastUsedAt",
      ])
      .where("officer.leftAt", "is", null)
      .where("officer.twoFactorEnabled", "=", true)
      .orderBy("key.created_at");
  const kept = ({ counter, ...row }: Omit<KeptPasskey, "counter"> & { counter: string | number }) => ({
    ...row,
    counter: Number(counter),
  });
  return {
    passkeysOf: async (officerId) =>
      (await passkeys().where("key.user_id", "=", officerId).execute()).map(kept),

    async findPasskey(id) {
      const row = await passkeys().where("key.id", "=", id).executeTakeFirst();
      return row && kept(row);
    },

    addPasskey: (passkey) =>
      db.transaction().execute(async (trx) => {
        const made = await trx
          .insertInto("auth.passkeys")
          .values({
            id: passkey.id,
            user_id: passkey.officerId,
            name: passkey.name,
            public_key: passkey.publicKey,
            counter: passkey.counter,
            transports: passkey.transports,
            created_at: passkey.at,
          })
          .onConflict((conflict) => conflict.column("id").doNothing())
          .returning("id")
          .executeTakeFirst();
        if (!made) return false;
        await tell(trx, passkey.officerId, "account.passkey_added", passkey.at);
        return true;
      }),

    removePasskey: (officerId, id, at) =>
      db.transaction().execute(async (trx) => {
        if (!isName(id)) return false;
        const gone = await trx
          .deleteFrom("auth.passkeys")
          .where("id", "=", id)
          .where("user_id", "=", officerId)
          .returning("id")
          .executeTakeFirst();
        if (!gone) return false;
        await tell(trx, officerId, "account.passkey_removed", at);
        return true;
      }),

    async passkeyUsed(id, before, counter, at) {
      const used = await db
        .updateTable("auth.passkeys")
        .set({ counter, last_used_at: at })
        .where("id", "=", id)
        .where("counter", "=", before)
        .returning("id")
        .executeTakeFirst();
      return used !== undefined;
    },

    async askPasskey({ id, officerId, purpose, challenge, expiresAt }, now) {
      // Questions nobody answered must not pile up.
      await db.deleteFrom("auth.passkey_questions").where("expires_at", "<", now).execute();
      await db
        .insertInto("auth.passkey_questions")
        .values({ id, user_id: officerId, purpose, challenge, expires_at: expiresAt })
        .execute();
    },

    async takeQuestion(id, purpose, now): Promise<Question | undefined> {
      if (!isName(id)) return undefined;
      const row = await db
        .deleteFrom("auth.passkey_questions")
        .where("id", "=", id)
        .where("purpose", "=", purpose)
        .where("expires_at", ">", now)
        .returningAll()
        .executeTakeFirst();
      if (!row) return undefined;
      return { id, purpose, officerId: row.user_id, challenge: row.challenge, expiresAt: row.expires_at };
    },
  };
}

function tell(db: StaffDb, officerId: string, action: string, at: Date): Promise<void> {
  return writeStaffEvent(db, { at, actorId: officerId, action, subjectId: officerId, details: {} });
}

/** Whether it could be an id at all: what else a form may hold, the database does not even compare. */
function isName(id: string): boolean {
  return /^[\w-]{1,2000}$/.test(id);
}
