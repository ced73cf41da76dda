/** The job queue (pg-boss): jobs are written in the transaction of the change that needs them, and hold ids only. */
import type { Transaction } from "kysely";
import pg from "pg";
import { type ConstructorOptions, fromKysely, PgBoss, type Queue } from "pg-boss";
import type { EnqueueJobs, JobRequest } from "../store/enqueue.ts";
import type { Database } from "../store/schema.ts";

const DAY = 24 * 60 * 60;

type QueueRule = Omit<Queue, "name"> & {
  /** The id in a job's data that at most one waiting or running job may carry. */
  onePer?: string;
};

/** A mail is tried for about a day; what could not be sent is then shown to the desk. */
const mail = {
  retryLimit: 60,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 1_800,
  expireInSeconds: 180,
  heartbeatSeconds: 30,
  deadLetter: "mail.failed",
} satisfies QueueRule;

/** What lies at the telephone provider is tried for about 30 days, long after the desk was told that it has not come. */
const fetching = {
  policy: "exclusive",
  onePer: "evidenceId",
  retryLimit: 2_000,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 1_800,
  retentionSeconds: 60 * DAY,
  expireInSeconds: 300,
  heartbeatSeconds: 30,
} satisfies QueueRule;

/**
 * Every queue with its patience. Retries back off: the wait doubles from `retryDelay` seconds up to `retryDelayMax`.
 * A worker that dies is noticed after `heartbeatSeconds`, and its job is given to the next.
 */
const rules = {
  /** Mails that could not be sent: the desk is shown so. */
  "mail.failed": {
    retryLimit: 1_000,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 600,
    heartbeatSeconds: 30,
  },
  /** A mail to the desk about a new A or B tip: `{tipId}`. */
  "tip.notify": mail,
  /** A mail to the desk that a call's recording has not come: `{tipId}`. */
  "recording.alert": mail,
  /** The audio of one recording: fetch, seal, keep, and only then remove it at the provider: `{evidenceId}`. */
  "recording.fetch": fetching,
  /** One picture of a text message, in the same way: `{evidenceId}`. */
  "media.fetch": fetching,
} satisfies Record<string, QueueRule>;

export type QueueName = keyof typeof rules;

/** Dead letters first: pg-boss wants them there before the queues that name them. */
const queues = Object.entries<QueueRule>(rules);

const senders = ["shirokuro_public", "shirokuro_staff", "shirokuro_worker"] as const;

/** What every instance of ours has in common: nothing is installed, measured or scheduled by a role. */
const quiet = {
  migrate: false,
  createSchema: false,
  schedule: false,
  supervise: false,
  registerInstance: false,
  reindex: false,
  openTelemetry: { enabled: false },
} satisfies ConstructorOptions;

/**
 * Installs the queue's tables and the queues themselves, and grants each role its part: public and staff may only put
 * jobs in, the worker runs them. Safe to run at every start, by the owner, after the migrations.
 */
export async function installQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    ...quiet,
    connectionString: ownerUrl,
    max: 2,
    migrate: true,
    createSchema: true,
  });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    for (const [name, { onePer: _, ...options }] of queues) {
      const { policy: __, ...changeable } = options;
      if (await boss.getQueue(name)) await boss.updateQueue(name, changeable);
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
    await client.query("grant insert on pgboss.job, pgboss.job_common to shirokuro_public, shirokuro_staff");
    await client.query(
      "grant select, insert, update, delete on all tables in schema pgboss to shirokuro_worker",
    );
    await client.query(`grant execute on all functions in schema pgboss to ${senders.join(", ")}`);
  } finally {
    await client.end();
  }
}

/** The worker's own instance: it runs jobs and the queue's upkeep. `onError` hears of lost connections. */
export function createRunner(workerUrl: string, onError: (error: Error) => void): PgBoss {
  const boss = new PgBoss({
    ...quiet,
    connectionString: workerUrl,
    max: 4,
    supervise: true,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    // The owner's upkeep of its own server; the worker could not mend what it found.
    monitorVacuum: false,
  });
  boss.on("error", onError);
  return boss;
}

export interface Enqueuer {
  enqueue: EnqueueJobs;
  close(): Promise<void>;
}

/**
 * Puts jobs into their queues through the transaction they belong to, in one round trip for each queue. It runs no
 * worker and no upkeep: that is the worker role's. It connects at its first use, so that a role can start while the
 * database is away.
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
        await sender.insert(queue, group.map(toInsert), { db, returnId: false });
      }
    },
    close: async () => {
      await started?.then((sender) => sender.stop({ graceful: false, close: true }));
    },
  };
}

const keyOf = new Map(queues.map(([name, { onePer }]) => [name, onePer]));

function toInsert({ queue, id, data }: JobRequest) {
  const key = keyOf.get(queue);
  return { data, ...(id ? { id } : {}), ...(key ? { singletonKey: data[key] } : {}) };
}

async function startSender(roleUrl: string): Promise<PgBoss> {
  const boss = new PgBoss({ ...quiet, connectionString: roleUrl, max: 1 });
  // Losing the idle connection is no error: each call brings the transaction's own.
  boss.on("error", () => undefined);
  await boss.start();
  return boss;
}
