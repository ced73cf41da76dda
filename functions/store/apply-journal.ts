/** Puts journal entries into the database: the one place where a tip enters it. */
import type { Kysely, Transaction } from "kysely";
import { DatabaseAway } from "../service/errors.ts";
import type { AdditionEntry, CallEndEntry, JournalApplier, JournalEntry } from "../service/ports.ts";
import { addToTip } from "./apply-addition.ts";
import { eraseRecordings, keepContact, keepKeyed, noteSigns } from "./apply-call.ts";
import { endCalls, findCallTip, returnCall, returnedCalls } from "./apply-call-return.ts";
import { applyMedia } from "./apply-media.ts";
import { applyMessage, newMessages } from "./apply-messages.ts";
import { applyRecording } from "./apply-recording.ts";
import { createRun, type Together } from "./apply-run.ts";
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
  // Runs of what is plain go in together; whatever must look at what is there goes one by one, in order.
  const run = createRun(trx, effects);
  const isNew = await newMessages(trx, entries);
  const returned = await returnedCalls(trx, entries);
  const isPlain = (entry: JournalEntry): entry is Together => {
    if (entry.kind === "tip") return !entry.sender || isNew(entry);
    if (entry.kind === "recording") return !entry.misuse && !returned.has(entry.tipIdemHash);
    return entry.kind === "call_end" && !entry.misuse;
  };
  for (const entry of entries) {
    // A call that goes on with an earlier tip needs none of its own.
    if (entry.kind === "tip" && entry.channel === "voice" && returned.has(entry.idemHash)) continue;
    if (isPlain(entry)) {
      await run.add(entry);
      continue;
    }
    await run.flush();
    await applyOne(trx, entry, effects);
    if (entry.kind === "return" && (await findCallTip(trx, entry.callHash))?.returned)
      returned.add(entry.callHash);
  }
  await run.flush();
  await writeEvents(trx, effects.events);
  if (effects.jobs.length > 0) await enqueue(trx, effects.jobs);
}

async function applyOne(trx: Transaction<Database>, entry: JournalEntry, effects: Effects): Promise<void> {
  switch (entry.kind) {
    case "tip":
      return applyMessage(trx, entry, effects);
    case "addition":
      return applyAddition(trx, entry, effects);
    case "recording":
      return applyRecording(trx, entry, effects);
    case "erasure":
      return eraseRecordings(trx, entry, effects);
    case "contact":
      return keepContact(trx, entry, effects);
    case "keyed":
      return keepKeyed(trx, entry, effects);
    case "return":
      return returnCall(trx, entry, effects);
    case "media":
      return applyMedia(trx, entry, effects);
    case "call_end":
      return applyCallEnd(trx, entry, effects);
  }
}

/** An earlier tip that the call went on with bears no sign of the call. */
async function applyCallEnd(
  trx: Transaction<Database>,
  entry: CallEndEntry,
  effects: Effects,
): Promise<void> {
  await endCalls(trx, [entry], effects);
  const tip = entry.misuse && (await findCallTip(trx, entry.callHash));
  if (tip && !tip.returned) await noteSigns(trx, tip.id, entry, effects);
}

async function applyAddition(
  trx: Transaction<Database>,
  entry: AdditionEntry,
  effects: Effects,
): Promise<void> {
  const tip = await trx
    .selectFrom("tips")
    .select(["id", "receipt_lookup"])
    .where("receipt_hash", "=", entry.receiptHash as Buffer)
    .orderBy("received_at")
    .orderBy("id")
    .executeTakeFirst();
  if (tip && tip.id !== entry.id) {
    if (entry.receiptLookup && !tip.receipt_lookup) await learnLookup(trx, tip.id, entry.receiptLookup);
    await addToTip(trx, tip.id, entry, effects, true);
    return;
  }
  // A mistyped receipt must not lose what someone dared to add.
  await insertTips(trx, [{ ...entry, kind: "tip", sealedContact: null, sender: null }], effects);
}

/** A tip from before the desk could find one by its receipt. */
async function learnLookup(trx: Transaction<Database>, tipId: string, lookup: Uint8Array): Promise<void> {
  await trx
    .updateTable("tips")
    .set({ receipt_lookup: lookup as Buffer })
    .where("id", "=", tipId)
    .execute();
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
