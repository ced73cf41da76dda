/** What a caller may still change about a call: take the recordings back, or leave a number. */
import { sql, type Transaction } from "kysely";
import type { MisuseSign } from "../domain/misuse/signs.ts";
import type { ContactEntry, ErasureEntry, KeyedEntry } from "../service/ports.ts";
import { addToTip } from "./apply-addition.ts";
import { findCallTip } from "./apply-call-return.ts";
import type { Effects } from "./effects.ts";
import { judgeLane } from "./judge-lane.ts";
import type { Database } from "./schema.ts";

/**
 * Marks every recording of the call so far as erased and has the worker remove the sound, here and at the provider;
 * what was keyed in goes at once. The call's own tip is set aside, not deleted: the event log keeps that somebody called
 * and took it back. Of an earlier tip that the call went on with only this call's part goes.
 */
export async function eraseRecordings(
  trx: Transaction<Database>,
  entry: ErasureEntry,
  effects: Effects,
): Promise<void> {
  const tip = await findCallTip(trx, entry.tipIdemHash);
  if (!tip) return;
  const notes = await sql<{ count: number }>`select erase_call_notes(${entry.tipIdemHash}) as count`.execute(
    trx,
  );
  let query = trx
    .updateTable("evidence")
    .set({ state: "erased", held_until: null })
    .where("tip_id", "=", tip.id)
    .where("kind", "=", "recording")
    .where("state", "!=", "erased");
  if (entry.callSid) query = query.where("call_sid", "=", entry.callSid);
  const erased = await query.returning("id").execute();
  if (erased.length === 0 && notes.rows[0]?.count === 0) return;
  for (const { id } of erased) {
    const about = { at: entry.at, tipId: tip.id, subjectId: id };
    effects.events.push({ ...about, action: "recording.erased_by_caller", details: {} });
    effects.jobs.push({ queue: "recording.fetch", data: { evidenceId: id } });
  }
  if (tip.returned) return;
  await trx
    .updateTable("tips")
    .set((eb) => ({ lane: "set_aside", sealed_contact: null, version: eb("version", "+", 1) }))
    .where("id", "=", tip.id)
    .where("state", "=", "new")
    .where("lane", "!=", "set_aside")
    .execute();
}

/** Adds a number that was keyed in, or what a machine heard, to the call's tip, as words that an erasure can find again. */
export async function keepKeyed(
  trx: Transaction<Database>,
  entry: KeyedEntry,
  effects: Effects,
): Promise<void> {
  const tip = await findCallTip(trx, entry.callHash);
  if (!tip) throw new Error("keyed number without its tip");
  if (entry.heardFrom && (await tookBack(trx, tip.id, entry.heardFrom))) return;
  await addToTip(trx, tip.id, entry.addition, effects);
  await trx
    .insertInto("call_notes")
    .columns(["message_id", "call_hash"])
    .expression((eb) =>
      eb
        .selectFrom("messages")
        .select(["messages.id", sql<Buffer>`${entry.callHash}::bytea`.as("call_hash")])
        .where("messages.id", "=", entry.addition.id),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await returnToQueue(trx, [tip.id]);
  // Goods that were keyed in win over every sign of misuse.
  await noteSigns(trx, tip.id, entry, effects);
}

/** Notes the signs that came with an entry, and what they did to the tip. */
export async function noteSigns(
  trx: Transaction<Database>,
  tipId: string,
  { at, misuse = [] }: { at: string; misuse?: readonly MisuseSign[] },
  effects: Effects,
): Promise<void> {
  const { event, notify } = await judgeLane(trx, tipId, { add: misuse });
  if (event) effects.events.push({ at, tipId, ...event });
  if (notify) effects.jobs.push({ queue: "tip.notify", data: { tipId } });
}

/** Whether the caller has erased a recording that was made since. */
async function tookBack(trx: Transaction<Database>, tipId: string, since: string): Promise<boolean> {
  const erased = await trx
    .selectFrom("evidence")
    .select("id")
    .where("tip_id", "=", tipId)
    .where("state", "=", "erased")
    .where("created_at", ">=", new Date(since))
    .executeTakeFirst();
  return erased !== undefined;
}

/** Callers who erased and then spoke after all are waited for again. */
export async function returnToQueue(trx: Transaction<Database>, tipIds: readonly string[]): Promise<void> {
  if (tipIds.length === 0) return;
  await trx
    .updateTable("tips")
    .set((eb) => ({ lane: "queue", version: eb("version", "+", 1) }))
    .where("id", "in", tipIds)
    .where("state", "=", "new")
    .where("lane", "=", "set_aside")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("evidence")
          .select("evidence.id")
          .whereRef("evidence.tip_id", "=", "tips.id")
          .where("evidence.state", "=", "erased"),
      ),
    )
    .execute();
}

/** Keeps the sealed number of a caller who asked to be called; a later one replaces it. */
export async function keepContact(
  trx: Transaction<Database>,
  entry: ContactEntry,
  effects: Effects,
): Promise<void> {
  const tip = await findCallTip(trx, entry.tipIdemHash);
  if (!tip) return;
  await trx
    .updateTable("tips")
    .set({ sealed_contact: entry.sealedContact })
    .where("id", "=", tip.id)
    .execute();
  effects.events.push({ at: entry.at, action: "tip.contact_left", tipId: tip.id, details: {} });
}
