import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Registry } from "../../functions/metrics/registry.ts";
import type { Log, Opener } from "../../functions/service/ports.ts";
import type { EnqueueJobs, JobRequest } from "../../functions/store/enqueue.ts";
import { ensureKeyFiles, readIdentity } from "../../functions/vault/key-files.ts";
import { createOpener } from "../../functions/vault/open.ts";
import { type Intake, wireIntake } from "../../functions/wire-intake.ts";
import type { TestDatabase } from "./database.ts";

export interface TestIntake extends Intake {
  dataDir: string;
  /** Jobs enqueued in committed or rolled-back transactions, as asked for. */
  jobs: JobRequest[];
  logs: { fields: Record<string, unknown>; message: string }[];
  /** The desk's opener, which the public role never has. */
  opener: Opener;
  /** Waits until nothing waits in the journal. */
  drained(): Promise<void>;
  /** Closes and takes the intake up again from the same folder, as a restart would. */
  reopen(databaseUrl?: string): Promise<void>;
  remove(): Promise<void>;
}

/** The public role's real ports on a test database: real keys, real seals, a real journal on disk. */
export async function testIntake(
  database: TestDatabase,
  options: { clock?: () => Date; databaseUrl?: string; enqueue?: EnqueueJobs; metrics?: Registry } = {},
): Promise<TestIntake> {
  const dataDir = await mkdtemp(join(tmpdir(), "shirokuro-intake-"));
  await ensureKeyFiles(dataDir, (count) => randomBytes(count));
  const jobs: JobRequest[] = [];
  const logs: TestIntake["logs"] = [];
  const note = (fields: object, message: string) => void logs.push({ fields: { ...fields }, message });
  const log: Log = { info: note, warn: note, error: note };
  const open = (databaseUrl: string) =>
    wireIntake({
      databaseUrl,
      keysDir: join(dataDir, "keys/public"),
      journalFolder: join(dataDir, "journal"),
      enqueue:
        options.enqueue ??
        (async (_trx, asked) => {
          jobs.push(...asked);
        }),
      log,
      metrics: options.metrics,
      ...(options.clock ? { clock: options.clock } : {}),
    });
  const first = await open(options.databaseUrl ?? database.urls.public);
  const intake: TestIntake = {
    ...first,
    dataDir,
    jobs,
    logs,
    opener: createOpener(await readIdentity(join(dataDir, "keys/staff"))),
    async drained() {
      const giveUp = Date.now() + 30_000;
      while (intake.journal.status().waiting > 0) {
        if (Date.now() > giveUp) throw new Error("the journal did not drain");
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    async reopen(databaseUrl = database.urls.public) {
      await intake.close(0);
      Object.assign(intake, await open(databaseUrl));
    },
    async remove() {
      await intake.close(0);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return intake;
}
