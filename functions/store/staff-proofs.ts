/** Renewed proofs of who asks, kept with the session or the token they count for. */
import { sql } from "kysely";
import type { ProofStore } from "../service/accounts/ports.ts";
import { writeStaffEvent } from "./staff-events.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

export function createProofStore(db: StaffDb): ProofStore {
  return {
    prove: ({ at, actorId, of, means }) =>
      db.transaction().execute(async (trx) => {
        if (of.kind === "session")
          await trx
            .updateTable("auth.session")
            .set({ provenAt: at })
            .where("id", "=", of.id)
            .where("userId", "=", actorId)
            .execute();
        else
          await trx
            .updateTable("auth.api_tokens")
            .set({ proven_at: at })
            .where("id", "=", of.id)
            .where("user_id", "=", actorId)
            .execute();
        await writeStaffEvent(trx, {
          at,
          actorId,
          action: "account.stepped_up",
          subjectId: actorId,
          details: { means },
        });
      }),

    async takeCode(userId, step) {
      const taken = await db
        .insertInto("auth.used_codes")
        .values({ user_id: userId, step })
        .onConflict((conflict) =>
          conflict
            .column("user_id")
            .doUpdateSet({ step })
            .where(sql<boolean>`auth.used_codes.step < ${step}`),
        )
        .returning("user_id")
        .executeTakeFirst();
      return taken !== undefined;
    },
  };
}
