/** Text messages: each joins the tip that the same sender began within the last day, else begins one. */
import type { Transaction } from "kysely";
import type { JournalEntry, TipEntry } from "../service/ports.ts";
import { addToTip } from "./apply-addition.ts";
import { noteSigns } from "./apply-call.ts";
import type { Effects } from "./effects.ts";
import { hex } from "./hex.ts";
import { insertTips } from "./insert-tips.ts";
import type { Database } from "./schema.ts";

/** Looks for the earlier tip of one message by itself, and joins or begins. */
export async function applyMessage(
  trx: Transaction<Database>,
  entry: TipEntry,
  effects: Effects,
): Promise<void> {
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
    await addToTip(trx, joined.tip_id, entry, effects, true);
    if (entry.misuse) await noteSigns(trx, joined.tip_id, entry, effects);
    return;
  }
  await insertTips(trx, [entry], effects);
  await rememberSenders(trx, [entry]);
}

/** Keeps the hashes by which the next message of each sender is known. No two entries may share one. */
export async function rememberSenders(
  trx: Transaction<Database>,
  entries: readonly TipEntry[],
): Promise<void> {
  const rows = entries.flatMap(({ id, sender }) =>
    (sender?.remember ?? []).map((hash) => ({ hash, tip_id: id, expires_at: sender?.expiresAt ?? "" })),
  );
  if (rows.length === 0) return;
  await trx
    .insertInto("senders")
    .values(rows)
    .onConflict((conflict) =>
      conflict.column("hash").doUpdateSet((eb) => ({
        tip_id: eb.ref("excluded.tip_id"),
        expires_at: eb.ref("excluded.expires_at"),
      })),
    )
    .execute();
}

/**
 * Tells which messages of a batch surely begin a tip of their own, so that they go in together: nobody has their key, and
 * nobody their sender, neither in the database, expired or not, nor earlier in the batch. Whatever is not sure is not.
 */
export async function newMessages(
  trx: Transaction<Database>,
  entries: readonly JournalEntry[],
): Promise<(entry: TipEntry) => boolean> {
  const messages = entries.flatMap((entry) => (entry.kind === "tip" && entry.sender ? [entry] : []));
  // One message alone is looked for by itself.
  if (messages.length < 2) return () => false;
  const [tips, senders] = [
    await trx
      .selectFrom("tips")
      .select("idem_hash")
      .where(
        "idem_hash",
        "in",
        messages.map(({ idemHash }) => idemHash as Buffer),
      )
      .execute(),
    await trx
      .selectFrom("senders")
      .select("hash")
      .where("hash", "in", messages.flatMap(({ sender }) => sender?.lookFor ?? []) as Buffer[])
      .execute(),
  ];
  const known = new Set([...tips.map((row) => hex(row.idem_hash)), ...senders.map((row) => hex(row.hash))]);
  return ({ idemHash, sender }) => {
    const own = [idemHash, ...(sender?.lookFor ?? []), ...(sender?.remember ?? [])].map(hex);
    const isNew = !own.some((hash) => known.has(hash));
    for (const hash of own) known.add(hash);
    return isNew;
  };
}
