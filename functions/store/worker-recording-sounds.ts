/** Whether anybody speaks in the recordings of a call, and what that and a sound heard elsewhere do to its tip. */
import type { Kysely, Transaction } from "kysely";
import { holdsVoice } from "../domain/misuse/judge-sound.ts";
import type { MisuseSign } from "../domain/misuse/signs.ts";
import type { RecordingStore } from "../service/worker-ports.ts";
import type { EnqueueJobs } from "./enqueue.ts";
import { judgeLane } from "./judge-lane.ts";
import type { Database } from "./schema.ts";
import { writeWorkerEvent } from "./worker-event.ts";

export function hearingOf(db: Kysely<Database>, enqueue: EnqueueJobs): RecordingStore["markHeard"] {
  return (recording, heard) =>
    db.transaction().execute(async (trx) => {
      const { evidenceId, tipId } = recording;
      const added = await trx
        .insertInto("recording_sounds")
        .values({ evidence_id: evidenceId, tip_id: tipId, voiced_ms: heard.voicedMs })
        .onConflict((conflict) => conflict.doNothing())
        .returning("evidence_id")
        .executeTakeFirst();
      if (!added) return [];
      const silent = await silence(trx, tipId);
      const same: MisuseSign[] = heard.alike.length > 0 ? ["same_sound"] : [];
      // In one order, so that two recordings judged at once do not wait for each other.
      for (const id of [...new Set([tipId, ...heard.alike])].sort()) {
        const own = id === tipId ? silent : { add: [], drop: [] };
        const judged = await judgeLane(trx, id, { ...own, add: [...own.add, ...same] });
        const about = { tipId: id, evidenceId: id === tipId ? evidenceId : null };
        if (judged.event)
          await writeWorkerEvent(trx, about, judged.event.action, heard.at, judged.event.details);
        if (judged.notify) await enqueue(trx, [{ queue: "tip.notify", data: { tipId: id } }]);
      }
      return [...silent.add, ...same];
    });
}

/** A call is silent when all of its recordings were heard and nobody speaks in any; one word takes the sign away. */
async function silence(
  trx: Transaction<Database>,
  tipId: string,
): Promise<{ add: MisuseSign[]; drop: MisuseSign[] }> {
  const recordings = await trx
    .selectFrom("evidence")
    .leftJoin("recording_sounds", "recording_sounds.evidence_id", "evidence.id")
    .select(["evidence.part", "recording_sounds.voiced_ms"])
    .where("evidence.tip_id", "=", tipId)
    .where("evidence.kind", "=", "recording")
    .where("evidence.state", "!=", "erased")
    .execute();
  const spoken = recordings.some(
    ({ voiced_ms, part }) =>
      part === "officer" || (voiced_ms !== null && holdsVoice({ voicedMs: voiced_ms })),
  );
  if (spoken) return { add: [], drop: ["no_voice"] };
  const heard = recordings.every(({ voiced_ms }) => voiced_ms !== null);
  return { add: heard ? ["no_voice"] : [], drop: [] };
}
