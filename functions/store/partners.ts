/** Partner bodies and their keys, as whoever runs the program changes them. */
import { type Kysely, sql, type Transaction } from "kysely";
import type { PartnerStore } from "../service/partners/ports.ts";
import type { Database } from "./schema.ts";

export function createPartnerStore(db: Kysely<Database>): PartnerStore {
  return {
    addKey: ({ keyId, partnerId, name, keyHash, at }) =>
      db.transaction().execute(async (trx) => {
        await trx
          .insertInto("partners")
          .values({ id: partnerId, name, made_at: at })
          .onConflict((conflict) => conflict.column("name").doNothing())
          .execute();
        const partner = await trx
          .selectFrom("partners")
          .select("id")
          .where("name", "=", name)
          .executeTakeFirstOrThrow();
        await trx
          .insertInto("partner_keys")
          .values({ id: keyId, partner_id: partner.id, key_hash: keyHash, made_at: at })
          .execute();
        await writeKeyEvent(trx, "partner.key_made", keyId, at);
      }),

    async list() {
      const rows = await db
        .selectFrom("partner_keys as key")
        .innerJoin("partners as partner", "partner.id", "key.partner_id")
        .select(["key.id", "partner.name", "key.made_at", "key.revoked_at"])
        .select(
          sql<number>`(select count(*)::int from partner_tips t where t.partner_id = partner.id)`.as("tips"),
        )
        .orderBy("partner.name")
        .orderBy("key.made_at")
        .orderBy("key.id")
        .execute();
      return rows.map(({ id, name, made_at, revoked_at, tips }) => ({
        keyId: id,
        name,
        madeAt: made_at,
        revokedAt: revoked_at,
        tips,
      }));
    },

    revoke: (which, at) =>
      db.transaction().execute(async (trx) => {
        const revoked = await trx
          .updateTable("partner_keys")
          .set({ revoked_at: at })
          .where("revoked_at", "is", null)
          .where((eb) =>
            "keyId" in which
              ? eb("id", "=", which.keyId)
              : eb(
                  "partner_id",
                  "in",
                  eb.selectFrom("partners").select("partners.id").where("name", "=", which.name),
                ),
          )
          .returning("id")
          .execute();
        for (const { id } of revoked) await writeKeyEvent(trx, "partner.key_revoked", id, at);
        return revoked.length;
      }),
  };
}

/** Made on the machine, by nobody who signed in. */
async function writeKeyEvent(
  trx: Transaction<Database>,
  action: string,
  keyId: string,
  at: Date,
): Promise<void> {
  await trx
    .insertInto("events")
    .values({ at, actor_kind: "system", action, subject_id: keyId, details: JSON.stringify({}) })
    .execute();
}
