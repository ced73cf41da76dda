/** The pictures of text messages as the worker keeps them: every change with its event, in one transaction, once. */
import type { Kysely } from "kysely";
import type { MediaStore } from "../service/worker-ports.ts";
import type { EnqueueJobs } from "./enqueue.ts";
import type { Database } from "./schema.ts";
import { writeWorkerEvent } from "./worker-event.ts";

export function createMediaStore(db: Kysely<Database>, enqueue: EnqueueJobs): MediaStore {
  return {
    async find(evidenceId) {
      const row = await db
        .selectFrom("evidence")
        .select(["id", "tip_id", "message_sid", "media_sid", "state", "created_at", "source_removed_at"])
        .where("id", "=", evidenceId)
        .executeTakeFirst();
      if (!row?.message_sid || !row.media_sid || row.state === "erased") return undefined;
      return {
        evidenceId: row.id,
        tipId: row.tip_id,
        messageSid: row.message_sid,
        mediaSid: row.media_sid,
        state: row.state,
        announcedAt: row.created_at,
        sourceRemoved: row.source_removed_at !== null,
      };
    },

    markStored: (media, { original, view, storedAt }) =>
      db.transaction().execute(async (trx) => {
        const { kind, mediaType, bytes, sha256 } = original;
        const changed = await trx
          .updateTable("evidence")
          .set({ state: "stored", kind, media_type: mediaType, bytes, sha256, stored_at: storedAt })
          .where("id", "=", media.evidenceId)
          .where("state", "in", ["pending", "missing"])
          .executeTakeFirst();
        if (changed.numUpdatedRows === 0n) return;
        if (view)
          await trx
            .insertInto("evidence")
            .values({
              id: view.id,
              tip_id: media.tipId,
              kind: "view",
              state: "stored",
              media_type: view.mediaType,
              bytes: view.bytes,
              sha256: view.sha256,
              created_at: media.announcedAt,
              stored_at: storedAt,
            })
            .execute();
        const details = { sha256, bytes, mediaType, view: view !== null };
        await writeWorkerEvent(trx, media, "media.stored", storedAt, details);
      }),

    markSourceRemoved: (media, at) =>
      db.transaction().execute(async (trx) => {
        const changed = await trx
          .updateTable("evidence")
          .set({ source_removed_at: at })
          .where("id", "=", media.evidenceId)
          .where("source_removed_at", "is", null)
          .executeTakeFirst();
        if (changed.numUpdatedRows > 0n) await writeWorkerEvent(trx, media, "media.source_removed", at, {});
      }),

    markMissing: (media, { code, at }) =>
      db.transaction().execute(async (trx) => {
        const changed = await trx
          .updateTable("evidence")
          .set({ state: "missing" })
          .where("id", "=", media.evidenceId)
          .where("state", "=", "pending")
          .executeTakeFirst();
        if (changed.numUpdatedRows === 0n) return;
        await writeWorkerEvent(trx, media, "media.missing", at, { code });
        await enqueue(trx, [{ queue: "recording.alert", data: { tipId: media.tipId } }]);
      }),
  };
}
