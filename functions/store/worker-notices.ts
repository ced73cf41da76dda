/** Mails to the desk: what became of each. */
import type { Kysely } from "kysely";
import type { NoticeStore } from "../service/worker-ports.ts";
import type { Database } from "./schema.ts";

export function createNoticeStore(db: Kysely<Database>): NoticeStore {
  return {
    tip: (tipId) =>
      db.selectFrom("tips").select(["id", "band", "region"]).where("id", "=", tipId).executeTakeFirst(),

    async state(noticeId) {
      const row = await db
        .selectFrom("notices")
        .select("state")
        .where("id", "=", noticeId)
        .executeTakeFirst();
      return row?.state;
    },

    async toldBefore({ id, tipId, kind }) {
      const row = await db
        .selectFrom("notices")
        .select("id")
        .where("tip_id", "=", tipId)
        .where("kind", "=", kind)
        .where("state", "=", "sent")
        .where("id", "!=", id)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    record: (notice, { state, code, at }) =>
      db.transaction().execute(async (trx) => {
        const row = await trx
          .insertInto("notices")
          .values({ id: notice.id, tip_id: notice.tipId, kind: notice.kind, state, code, updated_at: at })
          .onConflict((conflict) =>
            conflict
              .column("id")
              .doUpdateSet((eb) => ({
                state,
                code,
                updated_at: at,
                tries: eb("notices.tries", "+", 1),
              }))
              .where("notices.state", "=", "waiting"),
          )
          .returning("tries")
          .executeTakeFirst();
        if (!row || state === "waiting") return;
        await trx
          .insertInto("events")
          .values({
            at,
            actor_kind: "worker",
            action: `notify.${state}`,
            tip_id: notice.tipId,
            subject_id: notice.id,
            details: JSON.stringify({ kind: notice.kind, code, tries: row.tries }),
          })
          .execute();
      }),
  };
}
