import type { Transaction } from "kysely";
import { answeredRule, bandOfAnswered } from "../domain/triage/answered.ts";
import type { RecordingEntry } from "../service/ports.ts";
import { noteSigns, returnToQueue } from "./apply-call.ts";
import { findCallTip } from "./apply-call-return.ts";
import type { Effects } from "./effects.ts";
import type { Database } from "./schema.ts";

/** Notes a recording on its call's tip and has the worker fetch it; the same recording again changes nothing. */
export async function applyRecording(
  trx: Transaction<Database>,
  entry: RecordingEntry,
  effects: Effects,
): Promise<void> {
  const tip = await findCallTip(trx, entry.tipIdemHash);
  if (!tip) throw new Error("recording without its tip");
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
      held_until: entry.heldUntil ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!added) return;
  if (tip.returned) await showAsNew(trx, tip.id, entry, effects);
  else {
    await returnToQueue(trx, tip.id);
    if (entry.misuse) await noteSigns(trx, tip.id, entry, effects);
  }
  effects.events.push({
    at: entry.at,
    action: entry.found ? "recording.found" : "recording.announced",
    tipId: tip.id,
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
}
