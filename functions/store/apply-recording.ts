import type { Transaction } from "kysely";
import { answeredRule, bandOfAnswered } from "../domain/triage/answered.ts";
import type { RecordingEntry } from "../service/ports.ts";
import { settleQuestion } from "./apply-addition.ts";
import { noteSigns, returnToQueue } from "./apply-call.ts";
import { findCallTip } from "./apply-call-return.ts";
import type { Effects } from "./effects.ts";
import { hex } from "./hex.ts";
import type { Database } from "./schema.ts";

/** Notes a recording on its call's tip and has the worker fetch it; the same recording again changes nothing. */
export async function applyRecording(
  trx: Transaction<Database>,
  entry: RecordingEntry,
  effects: Effects,
): Promise<void> {
  const tip = await findCallTip(trx, entry.tipIdemHash);
  if (!tip) throw missing();
  const [added] = await insertRecordings(trx, [{ entry, tipId: tip.id }]);
  if (!added) return;
  if (tip.returned) await showAsNew(trx, tip.id, entry, effects);
  else {
    await returnToQueue(trx, [tip.id]);
    if (entry.misuse) await noteSigns(trx, tip.id, entry, effects);
  }
  announce(added, effects);
}

/** The same for many, of calls that all have tips of their own and bear no sign of misuse. */
export async function applyRecordings(
  trx: Transaction<Database>,
  entries: readonly RecordingEntry[],
  effects: Effects,
): Promise<void> {
  if (entries.length === 0) return;
  const tips = await trx
    .selectFrom("tips")
    .select(["id", "idem_hash"])
    .where("idem_hash", "in", entries.map(({ tipIdemHash }) => tipIdemHash) as Buffer[])
    .execute();
  const byCall = new Map(tips.map((row) => [hex(row.idem_hash), row.id]));
  const noted = entries.map((entry) => {
    const tipId = byCall.get(hex(entry.tipIdemHash));
    if (!tipId) throw missing();
    return { entry, tipId };
  });
  const added = await insertRecordings(trx, noted);
  await returnToQueue(trx, [...new Set(added.map(({ tipId }) => tipId))]);
  for (const each of added) announce(each, effects);
}

const missing = () => new Error("recording without its tip");

interface Noted {
  entry: RecordingEntry;
  tipId: string;
}

/** Answers those that were not there. */
async function insertRecordings(trx: Transaction<Database>, noted: readonly Noted[]): Promise<Noted[]> {
  const inserted = await trx
    .insertInto("evidence")
    .values(
      noted.map(({ entry, tipId }) => ({
        id: entry.id,
        tip_id: tipId,
        kind: "recording" as const,
        state: "pending" as const,
        recording_sid: entry.recordingSid,
        call_sid: entry.callSid,
        seconds: entry.seconds,
        part: entry.part ?? null,
        created_at: entry.at,
        held_until: entry.heldUntil ?? null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .execute();
  const added = new Set(inserted.map(({ id }) => id));
  // An entry that comes twice in a batch went in once.
  return noted.filter(({ entry }) => added.delete(entry.id));
}

function announce({ entry, tipId }: Noted, effects: Effects): void {
  effects.events.push({
    at: entry.at,
    action: entry.found ? "recording.found" : "recording.announced",
    tipId,
    subjectId: entry.id,
    details: { seconds: entry.seconds },
  });
  effects.jobs.push({ queue: "recording.fetch", data: { evidenceId: entry.id } });
}

/** The desk sees that the reporter has spoken again. */
async function showAsNew(
  trx: Transaction<Database>,
  tipId: string,
  { at, part }: Pick<RecordingEntry, "at" | "part">,
  effects: Effects,
): Promise<void> {
  const tip = await trx
    .selectFrom("tips")
    .select(["band", "lane", "state"])
    .where("id", "=", tipId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const waits = part === "answer" && tip.lane === "queue" && tip.state !== "closed";
  const band = waits ? bandOfAnswered(tip.band) : tip.band;
  if (band !== tip.band) {
    const details = { from: tip.band, to: band, rule: answeredRule };
    effects.events.push({ at, action: "tip.band_raised", tipId, details });
    effects.jobs.push({ queue: "tip.notify", data: { tipId } });
  }
  await trx
    .updateTable("tips")
    .set((eb) => ({
      band,
      unread_since: eb.fn.coalesce("unread_since", eb.val(new Date(at))),
      version: eb("version", "+", 1),
    }))
    .where("id", "=", tipId)
    .execute();
  if (part === "answer") await settleQuestion(trx, tipId);
}
