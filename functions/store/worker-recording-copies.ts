/** What the worker makes of a recording while its sound is open, each noted once with its event. */
import type { Kysely, Transaction } from "kysely";
import type { AdditionEntry } from "../service/ports.ts";
import type { KnownRecording, RecordingStore } from "../service/worker-ports.ts";
import { addToTip } from "./apply-addition.ts";
import type { Effects } from "./effects.ts";
import type { EnqueueJobs } from "./enqueue.ts";
import { judgeLane } from "./judge-lane.ts";
import type { Database } from "./schema.ts";
import { writeWorkerEvent } from "./worker-event.ts";

type Copies = Pick<
  RecordingStore,
  "copies" | "markCopied" | "dropCopies" | "addWords" | "markNotTranscribed"
>;

export function copiesOf(db: Kysely<Database>, enqueue: EnqueueJobs): Copies {
  return {
    async copies(evidenceId) {
      const rows = await db
        .selectFrom("recording_copies")
        .select("kind")
        .where("evidence_id", "=", evidenceId)
        .execute();
      return rows.map(({ kind }) => kind);
    },

    markCopied: (recording, { id, kind, mediaType, bytes, sha256, at }) =>
      db.transaction().execute(async (trx) => {
        const added = await trx
          .insertInto("recording_copies")
          .values({
            id,
            evidence_id: recording.evidenceId,
            kind,
            media_type: mediaType,
            bytes,
            sha256,
            created_at: at,
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning("id")
          .executeTakeFirst();
        if (added) await writeWorkerEvent(trx, recording, "recording.copied", at, { kind, sha256 });
      }),

    async dropCopies({ evidenceId }) {
      await db.deleteFrom("recording_sounds").where("evidence_id", "=", evidenceId).execute();
      await db.deleteFrom("recording_copies").where("evidence_id", "=", evidenceId).execute();
    },

    addWords: (recording, words) =>
      db.transaction().execute((trx) => joinWords(trx, enqueue, recording, words)),

    markNotTranscribed: (recording, { code, at }) =>
      db
        .transaction()
        .execute((trx) => writeWorkerEvent(trx, recording, "recording.not_transcribed", at, { code })),
  };
}

async function joinWords(
  trx: Transaction<Database>,
  enqueue: EnqueueJobs,
  recording: KnownRecording,
  words: AdditionEntry,
): Promise<void> {
  const effects: Effects = { jobs: [], events: [] };
  await addToTip(trx, recording.tipId, words, effects);
  // Where a machine understood words somebody speaks, however softly.
  const { event } = await judgeLane(trx, recording.tipId, { drop: ["no_voice"] });
  // The machine wrote them, not the reporter: the event says so.
  for (const { details } of effects.events)
    await writeWorkerEvent(trx, recording, "recording.transcribed", new Date(words.at), details);
  if (event) await writeWorkerEvent(trx, recording, event.action, new Date(words.at), event.details);
  if (effects.jobs.length > 0) await enqueue(trx, effects.jobs);
}
