/** Recordings as the desk sees them, and the transcripts that officers write. */
import type { Kysely, Transaction } from "kysely";
import type { NewTranscript, RecordingDesk } from "../service/recordings/ports.ts";
import { addToTip } from "./apply-addition.ts";
import { enqueueOfDesk } from "./desk-mails.ts";
import type { Effects } from "./effects.ts";
import type { EnqueueJobs } from "./enqueue.ts";
import type { Database } from "./schema.ts";
import { writeStaffEvent } from "./staff-events.ts";
import type { StaffTables } from "./staff-schema.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

type TranscriptTables = StaffTables & {
  transcripts: { id: string; evidence_id: string; number: number; officer_id: string; at: Date };
};

export function createRecordingDesk(database: Kysely<Database>, enqueue: EnqueueJobs): RecordingDesk {
  const db = database.withTables<TranscriptTables>();
  return {
    async ofTip(tipId) {
      const recordings = await db
        .selectFrom("evidence")
        .select(["id", "part", "created_at", "state"])
        .where("tip_id", "=", tipId)
        .where("kind", "=", "recording")
        .orderBy("created_at")
        .orderBy("id")
        .execute();
      if (recordings.length === 0) return [];
      const ids = recordings.map(({ id }) => id);
      const [copies, typed] = await Promise.all([
        db
          .selectFrom("recording_copies")
          .select(["id", "evidence_id", "kind", "media_type", "sha256"])
          .where("evidence_id", "in", ids)
          .execute(),
        db
          .selectFrom("transcripts")
          .leftJoin("auth.user as officer", "officer.id", "transcripts.officer_id")
          .select(["transcripts.id", "transcripts.evidence_id", "transcripts.at", "officer.name"])
          .where("transcripts.evidence_id", "in", ids)
          .orderBy("transcripts.number", "desc")
          .execute(),
      ]);
      return recordings.map((recording) => ({
        evidenceId: recording.id,
        part: recording.part,
        at: recording.created_at,
        state: recording.state,
        copies: copies
          .filter((copy) => copy.evidence_id === recording.id)
          .map((copy) => ({
            id: copy.id,
            kind: copy.kind,
            mediaType: copy.media_type,
            sha256: copy.sha256,
          })),
        typed: typed
          .filter((each) => each.evidence_id === recording.id)
          .map(({ id, at, name }) => ({ id, at, officerName: name })),
      }));
    },

    addTranscript: (transcript) => db.transaction().execute((trx) => addTranscript(trx, transcript, enqueue)),
  };
}

async function addTranscript(
  trx: Transaction<Database & TranscriptTables>,
  { tipId, evidenceId, version, words, event, begins }: NewTranscript,
  enqueue: EnqueueJobs,
): Promise<{ version: number } | null> {
  // Taken first, so that of two officers at once the second finds another version.
  const before = await trx
    .selectFrom("tips")
    .select(["version", "case_id", "band", "unread_since"])
    .where("id", "=", tipId)
    .forUpdate()
    .executeTakeFirst();
  if (before?.version !== version) return null;
  const effects: Effects = { jobs: [], events: [] };
  await addToTip(trx as unknown as Transaction<Database>, tipId, words, effects);
  await enqueueOfDesk(trx as unknown as Transaction<Database>, enqueue, effects);
  const { number } = await trx
    .selectFrom("transcripts")
    .select((eb) => eb.fn.coalesce(eb.fn.max("number"), eb.lit(0)).as("number"))
    .where("evidence_id", "=", evidenceId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("transcripts")
    .values({
      id: words.id,
      evidence_id: evidenceId,
      number: number + 1,
      officer_id: event.actorId,
      at: new Date(words.at),
    })
    .execute();
  // These words are the desk's own: nobody there has yet to read them.
  const after = await trx
    .updateTable("tips")
    .set({ unread_since: before.unread_since, ...(begins ? { state: "in_progress" } : {}) })
    .where("id", "=", tipId)
    .returning(["band", "version"])
    .executeTakeFirstOrThrow();
  await writeStaffEvent(trx as unknown as StaffDb, {
    ...event,
    at: new Date(words.at),
    tipId,
    caseId: before.case_id,
    subjectId: evidenceId,
    details: after.band === before.band ? { band: after.band } : { from: before.band, to: after.band },
  });
  return { version: after.version };
}
