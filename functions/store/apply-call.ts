/** What a caller may still change about a call: take the recordings back, or leave a number. */
import type { Transaction } from "kysely";
import type { ContactEntry, ErasureEntry } from "../service/ports.ts";
import type { Effects } from "./effects.ts";
import type { Database } from "./schema.ts";

/**
 * Marks every recording of the call so far as erased and has the worker remove the sound, here and at the provider.
 * The tip is set aside, not deleted: the event log keeps that somebody called and took it back.
 */
export async function eraseRecordings(
  trx: Transaction<Database>,
  entry: ErasureEntry,
  effects: Effects,
): Promise<void> {
  const tip = await findTip(trx, entry.tipIdemHash);
  if (!tip) return;
  const erased = await trx
    .updateTable("evidence")
    .set({ state: "erased" })
    .where("tip_id", "=", tip.id)
    .where("kind", "=", "recording")
    .where("state", "!=", "erased")
    .returning("id")
    .execute();
  if (erased.length === 0) return;
  for (const { id } of erased) {
    const about = { at: entry.at, tipId: tip.id, subjectId: id };
    effects.events.push({ ...about, action: "recording.erased_by_caller", details: {} });
    effects.jobs.push({ queue: "recording.fetch", data: { evidenceId: id } });
  }
  await trx
    .updateTable("tips")
    .set((eb) => ({ lane: "set_aside", version: eb("version", "+", 1) }))
    .where("id", "=", tip.id)
    .where("state", "=", "new")
    .where("lane", "!=", "set_aside")
    .execute();
}

/** A caller who erased and then spoke after all is waited for again. */
export async function returnToQueue(trx: Transaction<Database>, tipId: string): Promise<void> {
  await trx
    .updateTable("tips")
    .set((eb) => ({ lane: "queue", version: eb("version", "+", 1) }))
    .where("id", "=", tipId)
    .where("state", "=", "new")
    .where("lane", "=", "set_aside")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("evidence")
          .select("evidence.id")
          .where("evidence.tip_id", "=", tipId)
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
  const tip = await findTip(trx, entry.tipIdemHash);
  if (!tip) return;
  await trx
    .updateTable("tips")
    .set({ sealed_contact: entry.sealedContact })
    .where("id", "=", tip.id)
    .execute();
  effects.events.push({ at: entry.at, action: "tip.contact_left", tipId: tip.id, details: {} });
}

function findTip(trx: Transaction<Database>, idemHash: Uint8Array): Promise<{ id: string } | undefined> {
  return trx
    .selectFrom("tips")
    .select("id")
    .where("idem_hash", "=", idemHash as Buffer)
    .executeTakeFirst();
}
