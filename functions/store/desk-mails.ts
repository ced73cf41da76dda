/** Mails about tips that the desk itself makes urgent. */
import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import type { Band, Region } from "../domain/triage/verdict.ts";
import type { Effects } from "./effects.ts";
import type { EnqueueJobs, JobRequest } from "./enqueue.ts";
import type { Database, Lane } from "./schema.ts";

interface Standing {
  band: Band;
  lane: Lane;
}

/** Whether the desk is told by mail of a tip that stands so. */
const isUrgent = ({ band, lane }: Standing): boolean => (band === "A" || band === "B") && lane === "queue";

/** The job bears the tip's own id: what officers do to a tip and undo again is told once. */
const mailOf = (tipId: string): JobRequest => ({ queue: "tip.notify", id: tipId, data: { tipId } });

/** Has the desk told of a tip that an officer's act made urgent, in the transaction of that act. */
export async function mailIfRaised(
  trx: Transaction<Database>,
  enqueue: EnqueueJobs,
  tip: { id: string; before: Standing; after: Standing },
): Promise<void> {
  if (isUrgent(tip.after) && !isUrgent(tip.before)) await enqueue(trx, [mailOf(tip.id)]);
}

/**
 * Has the addresses of a Customs told of an urgent tip that was sent there, once for tip and region however often it goes
 * to and fro: they had no mail when it came.
 */
export async function mailIfRouted(
  trx: Transaction<Database>,
  enqueue: EnqueueJobs,
  tip: Standing & { id: string; region: Region | null },
): Promise<void> {
  if (tip.region === null || !isUrgent(tip)) return;
  const digest = createHash("sha256").update(`${tip.id} ${tip.region}`).digest("hex");
  const id = digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
  await enqueue(trx, [{ queue: "tip.notify", id, data: { tipId: tip.id } }]);
}

/** What words that an officer wrote down leave to do. */
export async function enqueueOfDesk(
  trx: Transaction<Database>,
  enqueue: EnqueueJobs,
  { jobs }: Effects,
): Promise<void> {
  const asked = jobs.map((job) => {
    const { tipId } = job.data;
    return job.queue === "tip.notify" && tipId ? mailOf(tipId) : job;
  });
  if (asked.length > 0) await enqueue(trx, asked);
}
