/** Mails about tips that the desk itself makes urgent. */
import type { Transaction } from "kysely";
import type { Band } from "../domain/triage/verdict.ts";
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
