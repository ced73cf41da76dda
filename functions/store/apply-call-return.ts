/** Calls that go on with an earlier tip: by its receipt, or by the expiring hash of a caller who was cut off. */
import type { Transaction } from "kysely";
import type { CallEndEntry, CallReturnEntry, JournalEntry } from "../service/ports.ts";
import type { Effects } from "./effects.ts";
import { hex } from "./hex.ts";
import type { Database } from "./schema.ts";

/** The tip that a call belongs to; `returned` when it is an earlier one. */
export async function findCallTip(
  trx: Transaction<Database>,
  callHash: Uint8Array,
): Promise<{ id: string; returned: boolean } | undefined> {
  const returned = await trx
    .selectFrom("call_returns")
    .select("tip_id as id")
    .where("call_hash", "=", callHash as Buffer)
    .executeTakeFirst();
  if (returned) return { ...returned, returned: true };
  const own = await trx
    .selectFrom("tips")
    .select("id")
    .where("idem_hash", "=", callHash as Buffer)
    .executeTakeFirst();
  return own && { ...own, returned: false };
}

/** Which calls of a batch go on with an earlier tip, asked once for all; those that the batch itself ties are added. */
export async function returnedCalls(
  trx: Transaction<Database>,
  entries: readonly JournalEntry[],
): Promise<{ has(callHash: Uint8Array): boolean; add(callHash: Uint8Array): void }> {
  const calls = entries.flatMap((entry) => {
    if (entry.kind === "recording") return [entry.tipIdemHash as Buffer];
    return entry.kind === "tip" && entry.channel === "voice" ? [entry.idemHash as Buffer] : [];
  });
  const rows =
    calls.length === 0
      ? []
      : await trx.selectFrom("call_returns").select("call_hash").where("call_hash", "in", calls).execute();
  const returned = new Set(rows.map((row) => hex(row.call_hash)));
  return {
    has: (callHash) => returned.has(hex(callHash)),
    add: (callHash) => void returned.add(hex(callHash)),
  };
}

/** Ties a call to the tip it goes on with, if there is one. A call that has a tip of its own already keeps it. */
export async function returnCall(
  trx: Transaction<Database>,
  entry: CallReturnEntry,
  effects: Effects,
): Promise<void> {
  if (await findCallTip(trx, entry.callHash)) return;
  const tip = entry.receiptHash
    ? await findByReceipt(trx, entry.receiptHash)
    : await findByCaller(trx, entry.lookFor, entry.at);
  if (!tip) return;
  await trx
    .insertInto("call_returns")
    .values({ call_hash: entry.callHash, tip_id: tip.id, at: entry.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const by = entry.receiptHash ? "receipt" : "number";
  effects.events.push({ at: entry.at, action: "tip.call_returned", tipId: tip.id, details: { by } });
}

function findByReceipt(
  trx: Transaction<Database>,
  receiptHash: Uint8Array,
): Promise<{ id: string } | undefined> {
  return trx
    .selectFrom("tips")
    .select("id")
    .where("receipt_hash", "=", receiptHash as Buffer)
    .orderBy("received_at")
    .orderBy("id")
    .executeTakeFirst();
}

async function findByCaller(
  trx: Transaction<Database>,
  lookFor: readonly Uint8Array[],
  at: string,
): Promise<{ id: string } | undefined> {
  if (lookFor.length === 0) return undefined;
  const last = await trx
    .selectFrom("callers")
    .select("call_hash")
    .where("hash", "in", lookFor as Buffer[])
    .where("expires_at", ">", new Date(at))
    .orderBy("expires_at", "desc")
    .executeTakeFirst();
  return last && (await findCallTip(trx, last.call_hash));
}

/**
 * Lets go of the sound of calls that is held for listening, and remembers the callers for a quarter of an hour; of one
 * number the last call counts.
 */
export async function endCalls(
  trx: Transaction<Database>,
  entries: readonly CallEndEntry[],
  effects: Effects,
): Promise<void> {
  if (entries.length === 0) return;
  const freed = await trx
    .updateTable("evidence")
    .set({ held_until: null })
    .where(
      "call_sid",
      "in",
      entries.map(({ callSid }) => callSid),
    )
    .returning("id")
    .execute();
  // The queue drops a job that is already there.
  for (const { id } of freed) effects.jobs.push({ queue: "recording.fetch", data: { evidenceId: id } });
  const callers = new Map(
    entries.flatMap(({ caller, callHash }) =>
      caller ? [[hex(caller.remember), { ...caller, callHash }] as const] : [],
    ),
  );
  if (callers.size === 0) return;
  await trx
    .insertInto("callers")
    .values(
      [...callers.values()].map(({ remember, callHash, expiresAt }) => ({
        hash: remember,
        call_hash: callHash,
        expires_at: expiresAt,
      })),
    )
    .onConflict((conflict) =>
      conflict.column("hash").doUpdateSet((eb) => ({
        call_hash: eb.ref("excluded.call_hash"),
        expires_at: eb.ref("excluded.expires_at"),
      })),
    )
    .execute();
}
