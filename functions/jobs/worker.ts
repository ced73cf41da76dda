/** Runs the jobs of the queues, each settled by itself, and the work that comes round by the clock. */
import type { JobResult, JobWithMetadata, PgBoss } from "pg-boss";
import { codeOf, type Logger, placeOf } from "../log.ts";
import type { Outcome } from "../service/worker-ports.ts";
import type { QueueName } from "./queue.ts";

/** A job as a task sees it. */
export interface TaskJob {
  id: string;
  data: unknown;
  /** Where a dead letter comes from: its first queue and job. */
  source: { queue: string; id: string } | null;
}

export interface Task {
  queue: QueueName;
  /** How many run at once in this process. */
  atOnce: number;
  run(job: TaskJob): Promise<Outcome>;
}

/** Has each queue worked by its task. A task that throws, or answers `later`, is tried again with back-off. */
export async function startTasks(boss: PgBoss, tasks: readonly Task[], log: Logger): Promise<void> {
  for (const task of tasks) {
    await boss.work(
      task.queue,
      {
        batchSize: task.atOnce,
        includeMetadata: true,
        perJobResults: true,
        pollingIntervalSeconds: 1,
        burstWhenBatchFull: true,
      },
      (jobs: JobWithMetadata<unknown>[]) => Promise.all(jobs.map((job) => runJob(task, job, log))),
    );
  }
}

async function runJob(task: Task, job: JobWithMetadata<unknown>, log: Logger): Promise<JobResult> {
  const about = { queue: task.queue, jobId: job.id, attempt: job.retryCount + 1 };
  const source = job.sourceName && job.sourceId ? { queue: job.sourceName, id: job.sourceId } : null;
  try {
    const { kind, code } = await task.run({ id: job.id, data: job.data, source });
    if (kind === "later") log.info({ ...about, code }, "job put off");
    // What is kept with the job is a code of ours: an error's message may quote what someone sent.
    return { id: job.id, status: kind === "done" ? "completed" : "failed", output: { code } };
  } catch (error) {
    const code = codeOf(error);
    log.error({ ...about, code, at: placeOf(error) }, "job failed");
    return { id: job.id, status: "failed", output: { code } };
  }
}

export interface Round {
  everyMs: number;
  run(): Promise<unknown>;
}

/**
 * Does each round now and again after its time, never twice at once; one that fails waits for its next turn.
 * @returns stops them, and waits for those that run
 */
export function startRounds(rounds: readonly Round[], log: Logger): () => Promise<void> {
  const stops = rounds.map((round) => {
    let running: Promise<void> | undefined;
    const turn = () => {
      running ??= round
        .run()
        .then(
          () => undefined,
          (error: unknown) => log.warn({ code: codeOf(error), at: placeOf(error) }, "round failed"),
        )
        .finally(() => {
          running = undefined;
        });
    };
    turn();
    const timer = setInterval(turn, round.everyMs);
    return async () => {
      clearInterval(timer);
      await running;
    };
  });
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}
