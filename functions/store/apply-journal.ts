/** Puts journal entries into the database: the one place where a tip enters it. */
import type { Kysely, Transaction } from "kysely";
import { DatabaseAway } from "../service/errors.ts";
import type {
  AdditionEntry,
  JournalApplier,
  JournalEntry,
  RecordingEntry,
  TipEntry,
} from "../service/ports.ts";
import { addToTip } from "./apply-addition.ts";
import { eraseRecordings, keepContact, returnToQueue } from "./apply-call.ts";
import { isAway } from "./connect.ts";
import type { Effects, EventRow } from "./effects.ts";
import type { EnqueueJobs } from "./enqueue.ts";
import { insertTips } from "./insert-tips.ts";
import type { Database } from "./schema.ts";

/**
 * `apply` commits all entries in one transaction, each once: an entry applied before changes nothing. Rejects with
 * `DatabaseAway` when the database cannot be reached; any other error means that an entry is refused for itself.
 */
export function createJournalApplier(db: Kysely<Database>, enqueue: EnqueueJobs): JournalApplier {
  return {
    async apply(entries) {
      try {
        await db.transaction().execute((trx) => applyAll(trx, entries, enqueue));
      } catch (error) {
        if (isAway(error)) throw new DatabaseAway(error);
        throw error;
      }
    },
  };
}

async function applyAll(
  trx: Transaction<Database>,
  entries: readonly JournalEntry[],
  enqueue: EnqueueJobs,
): Promise<void> {
  const effects: Effects = { jobs: [], events: [] };
  // Runs of plain tips go in together; whatever must look at what is there goes one by one, in order.
  let run: TipEntry[] = [];
  const flush = async () => {
    if (run.length > 0) await insertTips(trx, run, effects);
    run = [];
  };
  for (const entry of entries) {
    if (entry.kind === "tip" && !entry.sender) {
      run.push(entry);
      continue;
    }
    await flush();
    if (entry.kind === "tip") await applyMessage(trx, entry, effects);
    else if (entry.kind === "addition") await applyAddition(trx, entry, effects);
    else if (entry.kind === "recording") await applyRecording(trx, entry, effects);
    else if (entry.kind === "erasure") await eraseRecordings(trx, entry, effects);
    else await keepContact(trx, entry, effects);
  }
  await flush();
  await writeEvents(trx, effects.events);
  if (effects.jobs.length > 0) await enqueue(trx, effects.jobs);
}

/** A text message joins the tip that the same sender began within the last day, else begins one. */
async function applyMessage(trx: Transaction<Database>, entry: TipEntry, effects: Effects): Promise<void> {
  const { sender } = entry;
  if (!sender) return;
  const already = await trx
    .selectFrom("tips")
    .select("id")
    .where("idem_hash", "=", entry.idemHash as Buffer)
    .executeTakeFirst();
  if (already) return;
  const joined = await trx
    .selectFrom("senders")
    .select("tip_id")
    .where("hash", "in", sender.lookFor as Buffer[])
    .where("expires_at", ">", new Date(entry.at))
    .orderBy("expires_at", "desc")
    .executeTakeFirst();
  if (joined) {
    await addToTip(trx, joined.tip_id, entry, effects);
    return;
  }
  await insertTips(trx, [entry], effects);
  await trx
    .insertInto("senders")
    .values(sender.remember.map((hash) => ({ hash, tip_id: entry.id, expires_at: sender.expiresAt })))
    .onConflict((conflict) =>
      conflict.column("hash").doUpdateSet((eb) => ({
        tip_id: eb.ref("excluded.tip_id"),
        expires_at: eb.ref("excluded.expires_at"),
      })),
    )
    .execute();
}

async function applyAddition(
  trx: Transaction<Database>,
  entry: AdditionEntry,
  effects: Effects,
): Promise<void> {
  const tip = await trx
    .selectFrom("tips")
    .select("id")
    .where("receipt_hash", "=", entry.receiptHash as Buffer)
    .orderBy("received_at")
    .orderBy("id")
    .executeTakeFirst();
  if (tip && tip.id !== entry.id) {
    await addToTip(trx, tip.id, entry, effects);
    return;
  }
  // A mistyped receipt must not lose what someone dared to add.
  await insertTips(trx, [{ ...entry, kind: "tip", sealedContact: null, sender: null }], effects);
}

async function applyRecording(
  trx: Transaction<Database>,
  entry: RecordingEntry,
  effects: Effects,
): Promise<void> {
  const tip = await trx
    .selectFrom("tips")
    .select("id")
    .where("idem_hash", "=", entry.tipIdemHash as Buffer)
    .executeTakeFirstOrThrow();
  const added = await trx
    .insertInto("evidence")
    .values({
      id: entry.id,
      tip_id: tip.id,
      kind: "recording",
      state: "pending",
      recording_sid: entry.recordingSid,
      call_sid: entry.callSid,
      seconds: entry.seconds,
      part: entry.part ?? null,
      created_at: entry.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!added) return;
  await returnToQueue(trx, tip.id);
  effects.events.push({
    at: entry.at,
    action: "recording.announced",
    tipId: tip.id,
    subjectId: entry.id,
    details: { seconds: entry.seconds },
  });
  effects.jobs.push({ queue: "recording.fetch", data: { evidenceId: entry.id } });
}

async function writeEvents(trx: Transaction<Database>, events: EventRow[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({
    at: event.at,
    actor_kind: "public" as const,
    action: event.action,
    tip_id: event.tipId,
    subject_id: event.subjectId ?? null,
    details: JSON.stringify(event.details),
  }));
  await trx.insertInto("events").values(rows).execute();
}
