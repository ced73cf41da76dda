/** The job queue (pg-boss): jobs are written in the transaction of the change that needs them, and hold ids only. */
import type { Transaction } from "kysely";
import pg from "pg";
import { fromKysely, PgBoss, type Queue } from "pg-boss";
import type { EnqueueJobs, JobRequest } from "../store/enqueue.ts";
import type { Database } from "../store/schema.ts";

/** Every queue with its patience. Retries back off: the wait doubles from `retryDelay` seconds up to `retryDelayMax`. */
export const queues = {
  /** A mail to the desk about a new A or B tip. */
  "tip.notify": {
    retryLimit: 20,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 1_800,
    expireInSeconds: 60,
  },
  /** The audio of one recording: fetch, seal, keep, and only then remove it at the provider. */
  "recording.fetch": {
    retryLimit: 60,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 1_800,
    expireInSeconds: 300,
  },
  /** A picture sent with a text message. */
  "media.fetch": {
    retryLimit: 60,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 1_800,
    expireInSeconds: 300,
  },
} as const satisfies Record<string, Omit<Queue, "name">>;

export type QueueName = keyof typeof queues;

const senders = ["shirokuro_public", "shirokuro_staff", "shirokuro_worker"] as const;

/**
 * Installs the queue's tables and the queues themselves, and grants each role its part: public and staff may only put
 * jobs in, the worker runs them. Safe to run at every start, by the owner, after the migrations.
 */
export async function installQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false, schedule: false });
  await boss.start();
  try {
    for (const [name, options] of Object.entries(queues)) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, options);
      else await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false, close: true });
  }
  await grantQueues(ownerUrl);
}

async function grantQueues(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`grant usage on schema pgboss to ${senders.join(", ")}`);
    await client.query(`grant select on pgboss.queue, pgboss.version to ${senders.join(", ")}`);
    // Jobs lie in `job_common`, a partition that pg-boss writes by name.
    await client.query(`grant insert on pgboss.job, pgboss.job_common to shirokuro_public, shirokuro_staff`);
    await client.query(
      "grant select, insert, update, delete on all tables in schema pgboss to shirokuro_worker",
    );
    await client.query(`grant execute on all functions in schema pgboss to ${senders.join(", ")}`);
  } finally {
    await client.end();
  }
}

export interface Enqueuer {
  enqueue: EnqueueJobs;
  close(): Promise<void>;
}

/**
 * Puts jobs into their queues through the transaction they belong to. It runs no worker and no maintenance: that is the
 * worker role's. It connects at its first use, so that a role can start while the database is away.
 */
export function createEnqueuer(roleUrl: string): Enqueuer {
  let started: Promise<PgBoss> | undefined;
  const boss = () => {
    started ??= startSender(roleUrl);
    // A failed start is tried again by the next transaction.
    started.catch(() => {
      started = undefined;
    });
    return started;
  };
  return {
    async enqueue(trx: Transaction<Database>, jobs: readonly JobRequest[]) {
      const sender = await boss();
      const db = fromKysely(trx);
      for (const [queue, group] of Map.groupBy(jobs, (job) => job.queue)) {
        await sender.insert(
          queue,
          group.map(({ data }) => ({ data })),
          { db, returnId: false },
        );
      }
    },
    close: async () => {
      await started?.then((sender) => sender.stop({ graceful: false, close: true }));
    },
  };
}

async function startSender(roleUrl: string): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: roleUrl,
    max: 1,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  // Losing the idle connection is no error: each call brings the transaction's own.
  boss.on("error", () => undefined);
  await boss.start();
  return boss;
}
