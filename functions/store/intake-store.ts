import type { Kysely } from "kysely";
import { DatabaseAway } from "../service/errors.ts";
import type { IntakeStore } from "../service/ports.ts";
import { isAway } from "./connect.ts";
import type { Database } from "./schema.ts";

/** The reads of the public role. It has no grant to read a sealed report back. */
export function createIntakeStore(db: Kysely<Database>): IntakeStore {
  return {
    findTip: (idemHash) =>
      unlessAway(async () => {
        const row = await db
          .selectFrom("tips")
          .select(["id", "received_at", "words_hash"])
          .where("idem_hash", "=", idemHash as Buffer)
          .executeTakeFirst();
        return row && { id: row.id, acceptedAt: row.received_at, wordsHash: row.words_hash };
      }),
    findFollowUp: (receiptHash) =>
      unlessAway(async () => {
        const tip = await db
          .selectFrom("tips")
          .select(["id", "public_status", "thread_recipient"])
          .where("receipt_hash", "=", receiptHash as Buffer)
          .orderBy("received_at")
          .orderBy("id")
          .executeTakeFirst();
        // The same two queries whether or not the receipt is known, so that both take the same time.
        const messages = await db
          .selectFrom("messages")
          .select(["id", "from_party", "at", "sealed"])
          .where("tip_id", "=", tip?.id ?? "00000000-0000-0000-0000-000000000000")
          .orderBy("at")
          .orderBy("id")
          .execute();
        if (!tip) return undefined;
        return {
          tipId: tip.id,
          status: tip.public_status,
          threadRecipient: tip.thread_recipient,
          messages: messages.map((row) => ({
            id: row.id,
            from: row.from_party,
            at: row.at,
            sealed: row.sealed,
          })),
        };
      }),
    knownRecordings: (recordingSids) =>
      unlessAway(async () => {
        const rows = await db
          .selectFrom("evidence")
          .select("recording_sid")
          .where("recording_sid", "in", [...recordingSids])
          .execute();
        return rows.flatMap((row) => row.recording_sid ?? []);
      }),
    knownMessages: (messages) =>
      unlessAway(async () => {
        const hashes = messages.map(({ hash }) => hash as Buffer);
        const sids = messages.map(({ messageSid }) => messageSid);
        const [begun, joined, files] = [
          await db.selectFrom("tips").select("idem_hash").where("idem_hash", "in", hashes).execute(),
          await db.selectFrom("messages").select("idem_hash").where("idem_hash", "in", hashes).execute(),
          await db.selectFrom("evidence").select("message_sid").where("message_sid", "in", sids).execute(),
        ];
        const there = new Set([...begun, ...joined].map((row) => row.idem_hash?.toString("hex")));
        return {
          words: messages.flatMap(({ messageSid, hash }) =>
            there.has(Buffer.from(hash).toString("hex")) ? [messageSid] : [],
          ),
          files: files.flatMap((row) => row.message_sid ?? []),
        };
      }),
    knowsSender: (hashes, now) =>
      unlessAway(async () => {
        const row = await db
          .selectFrom("senders")
          .select("hash")
          .where("hash", "in", hashes as Buffer[])
          .where("expires_at", ">", now)
          .executeTakeFirst();
        return row !== undefined;
      }),
    findRecordings: (callSid) =>
      unlessAway(async () => {
        const rows = await db
          .selectFrom("evidence")
          .select(["recording_sid"])
          .where("call_sid", "=", callSid)
          .where("state", "!=", "erased")
          .orderBy("id")
          .execute();
        return rows.flatMap((row) => row.recording_sid ?? []);
      }),
  };
}

async function unlessAway<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    if (isAway(error)) throw new DatabaseAway(error);
    throw error;
  }
}
