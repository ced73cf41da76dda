import type { Transaction } from "kysely";
import type { MediaEntry } from "../service/ports.ts";
import type { Effects } from "./effects.ts";
import type { Database } from "./schema.ts";

/** Notes the pictures of a message on the tip it began or joined, and has the worker fetch each, once. */
export async function applyMedia(
  trx: Transaction<Database>,
  entry: MediaEntry,
  effects: Effects,
): Promise<void> {
  const tipId = await findMessageTip(trx, entry.messageHash);
  if (!tipId) throw new Error("pictures without their message");
  const added = await trx
    .insertInto("evidence")
    .values(
      entry.media.map(({ id, sid }) => ({
        id,
        tip_id: tipId,
        kind: "original" as const,
        state: "pending" as const,
        message_sid: entry.messageSid,
        media_sid: sid,
        created_at: entry.at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .execute();
  for (const { id } of added) {
    effects.events.push({ at: entry.at, action: "media.announced", tipId, subjectId: id, details: {} });
    effects.jobs.push({ queue: "media.fetch", data: { evidenceId: id } });
  }
  if (added.length > 0) await raiseForPictures(trx, tipId);
}

/** Words that say nothing must not bury a picture that nobody has seen. */
async function raiseForPictures(trx: Transaction<Database>, tipId: string): Promise<void> {
  await trx
    .updateTable("tips")
    .set((eb) => ({ band: "C", machine_band: "C", version: eb("version", "+", 1) }))
    .where("id", "=", tipId)
    .where("band", "=", "D")
    .where("machine_band", "=", "D")
    .execute();
}

async function findMessageTip(trx: Transaction<Database>, hash: Uint8Array): Promise<string | undefined> {
  const tip = await trx
    .selectFrom("tips")
    .select("id")
    .where("idem_hash", "=", hash as Buffer)
    .executeTakeFirst();
  if (tip) return tip.id;
  const joined = await trx
    .selectFrom("messages")
    .select("tip_id")
    .where("idem_hash", "=", hash as Buffer)
    .executeTakeFirst();
  return joined?.tip_id;
}
