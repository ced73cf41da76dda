/** The recordings of calls as the worker keeps them: every change with its event, in one transaction, once. */
import { type Kysely, sql, type Transaction } from "kysely";
import type { KnownRecording, RecordingStore } from "../service/worker-ports.ts";
import type { EnqueueJobs } from "./enqueue.ts";
import type { Database } from "./schema.ts";
import { writeWorkerEvent } from "./worker-event.ts";
import { copiesOf } from "./worker-recording-copies.ts";
import { hearingOf } from "./worker-recording-sounds.ts";

/** At most this many are taken up in one look, so that a long outage does not end in one long transaction. */
const atOnce = 500;

export function createRecordingStore(db: Kysely<Database>, enqueue: EnqueueJobs): RecordingStore {
  return {
    find: (evidenceId) => findRecording(db, evidenceId),

    markStored: (recording, kept) =>
      db.transaction().execute(async (trx) => {
        const changed = await trx
          .updateTable("evidence")
          .set({
            state: "stored",
            media_type: kept.mediaType,
            bytes: kept.bytes,
            sha256: kept.sha256,
            stored_at: kept.storedAt,
          })
          .where("id", "=", recording.evidenceId)
          .where("state", "in", ["pending", "missing"])
          .executeTakeFirst();
        if (changed.numUpdatedRows === 0n) return;
        const { sha256, mediaType, bytes, plainBytes } = kept;
        if (sha256) {
          const { fetchedAt } = kept;
          await writeWorkerEvent(trx, recording, "recording.fetched", fetchedAt, { bytes: plainBytes });
          await writeWorkerEvent(trx, recording, "recording.verified", fetchedAt, { sha256, mediaType });
        }
        await writeWorkerEvent(trx, recording, "recording.sealed", kept.storedAt, { bytes });
        await writeWorkerEvent(trx, recording, "recording.stored", kept.storedAt, { sha256, bytes });
      }),

    markSourceRemoved: (recording, at) =>
      db.transaction().execute(async (trx) => {
        const changed = await trx
          .updateTable("evidence")
          .set({ source_removed_at: at })
          .where("id", "=", recording.evidenceId)
          .where("source_removed_at", "is", null)
          .executeTakeFirst();
        if (changed.numUpdatedRows > 0n)
          await writeWorkerEvent(trx, recording, "recording.source_removed", at, {});
      }),

    markErased: (recording, at) =>
      db.transaction().execute(async (trx) => {
        const changed = await trx
          .updateTable("evidence")
          .set({ bytes: null, sha256: null, media_type: null, stored_at: null, source_removed_at: at })
          .where("id", "=", recording.evidenceId)
          .where("state", "=", "erased")
          .where(({ or, eb }) => or([eb("source_removed_at", "is", null), eb("bytes", "is not", null)]))
          .executeTakeFirst();
        if (changed.numUpdatedRows > 0n) await writeWorkerEvent(trx, recording, "recording.erased", at, {});
      }),

    markMissing: (recording, { code, at }) =>
      db.transaction().execute(async (trx) => {
        const changed = await trx
          .updateTable("evidence")
          .set({ state: "missing" })
          .where("id", "=", recording.evidenceId)
          .where("state", "=", "pending")
          .executeTakeFirst();
        if (changed.numUpdatedRows === 0n) return;
        await writeWorkerEvent(trx, recording, "recording.missing", at, { code });
        await enqueue(trx, [{ queue: "recording.alert", data: { tipId: recording.tipId } }]);
      }),

    ...copiesOf(db, enqueue),
    markHeard: hearingOf(db, enqueue),

    takeUpAgain: ({ after, before }) =>
      db.transaction().execute(async (trx) => {
        const unfinished = await trx
          .selectFrom("evidence")
          .select(["id", "media_sid"])
          .where(({ or, eb }) => or([eb("recording_sid", "is not", null), eb("media_sid", "is not", null)]))
          .where(({ or, and, eb }) =>
            or([
              eb("source_removed_at", "is", null),
              // Erased while its job was running: our copy is still there.
              and([eb("state", "=", "erased"), eb("bytes", "is not", null)]),
            ]),
          )
          .where("created_at", ">", after)
          .where("created_at", "<", before)
          .orderBy("created_at")
          .limit(atOnce)
          .execute();
        // The queue drops a job that is already there.
        const jobs = unfinished.map(({ id, media_sid }) => ({
          queue: media_sid ? "media.fetch" : "recording.fetch",
          data: { evidenceId: id },
        }));
        if (jobs.length > 0) await enqueue(trx, jobs);
        return jobs.length;
      }),

    noteAbsent: (received, at) =>
      db.transaction().execute(async (trx) => {
        const silent = await insertAbsent(trx, received, at);
        for (const { tip_id: tipId } of silent)
          await writeWorkerEvent(trx, { tipId, evidenceId: null }, "recording.absent", at, {});
        const jobs = silent.map((row) => ({ queue: "recording.alert", data: { tipId: row.tip_id } }));
        if (jobs.length > 0) await enqueue(trx, jobs);
        return silent.length;
      }),
  };
}

function insertAbsent(trx: Transaction<Database>, received: { after: Date; before: Date }, at: Date) {
  return trx
    .insertInto("absent_recordings")
    .columns(["tip_id", "noted_at"])
    .expression((eb) =>
      eb
        .selectFrom("tips")
        .select(["tips.id", sql<Date>`${at}::timestamptz`.as("noted_at")])
        .where("tips.channel", "=", "voice")
        .where("tips.received_at", ">", received.after)
        .where("tips.received_at", "<", received.before)
        .where(({ not, exists, selectFrom }) => {
          const recordings = selectFrom("evidence")
            .select("evidence.id")
            .whereRef("evidence.tip_id", "=", "tips.id");
          const noted = selectFrom("absent_recordings")
            .select("absent_recordings.tip_id")
            .whereRef("absent_recordings.tip_id", "=", "tips.id");
          // A talk that an officer wrote down needs no recording.
          const written = sql<boolean>`exists (select 1 from spoken_words s where s.tip_id = tips.id)`;
          return not(exists(recordings))
            .and(not(exists(noted)))
            .and(not(written));
        })
        .limit(atOnce),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning("tip_id")
    .execute();
}

async function findRecording(db: Kysely<Database>, evidenceId: string): Promise<KnownRecording | undefined> {
  const row = await db
    .selectFrom("evidence")
    .innerJoin("tips", "tips.id", "evidence.tip_id")
    .select([
      "evidence.id",
      "evidence.tip_id",
      "recording_sid",
      "evidence.state",
      "bytes",
      "created_at",
      "source_removed_at",
      "held_until",
      "tips.locale",
    ])
    .where("evidence.id", "=", evidenceId)
    .executeTakeFirst();
  if (!row?.recording_sid) return undefined;
  return {
    evidenceId: row.id,
    tipId: row.tip_id,
    recordingSid: row.recording_sid,
    state: row.state,
    bytes: row.bytes === null ? null : Number(row.bytes),
    announcedAt: row.created_at,
    sourceRemoved: row.source_removed_at !== null,
    heldUntil: row.held_until,
    locale: row.locale,
  };
}
