/** Each role's own ports on a clock that can be set back, for filing invented tips as if they had come before. */
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Config, Role } from "../config.ts";
import { cleanImage } from "../evidence/clean-image.ts";
import { sniffFile } from "../evidence/sniff.ts";
import type { Logger } from "../log.ts";
import type { EvidenceContext } from "../service/evidence/ports.ts";
import type { StaffContext } from "../service/staff-context.ts";
import { type Connection, connect } from "../store/connect.ts";
import { createEvidenceStore } from "../store/evidence-store.ts";
import { databaseUrlFor } from "../supervise/database-url.ts";
import { type Intake, wireIntake } from "../wire-intake.ts";
import { wireDesk } from "../wire-staff.ts";
import { type WorkerWiring, wireWorker } from "../wire-worker.ts";

export interface DemoWiring {
  intake: Intake["ctx"];
  evidence: EvidenceContext;
  staff: StaffContext;
  staffConnection: Connection;
  worker: WorkerWiring;
  workerConnection: Connection;
  keysDir(role: Role): string;
  /** The time everything is done at from here on. */
  setClock(at: Date): void;
  /** Until all that was filed is in the database. */
  drained(): Promise<void>;
  close(): Promise<void>;
}

/** No job is made of what is filed: nobody gets a mail about an invented tip. */
export async function wireDemo(config: Config, log: Logger): Promise<DemoWiring> {
  let now = new Date();
  const clock = () => now;
  const random = (count: number) => randomBytes(count);
  const keysDir = (role: Role) => join(config.dataDir, "keys", role);
  const [publicUrl, staffUrl, workerUrl] = await Promise.all(
    (["public", "staff", "worker"] as const).map((role) => databaseUrlFor(role, config, keysDir(role))),
  );
  if (!publicUrl || !staffUrl || !workerUrl) throw new Error("no database address");
  const journalFolder = join(config.dataDir, "demonstration-journal");
  const intake = await wireIntake({
    databaseUrl: publicUrl,
    keysDir: keysDir("public"),
    journalFolder,
    enqueue: async () => undefined,
    log,
    clock,
    random,
  });
  const staffConnection = connect(staffUrl, { max: 2 });
  const workerConnection = connect(workerUrl, { max: 1 });
  const staff = await wireDesk(
    { config, keysDir: keysDir("staff"), log },
    staffConnection,
    async () => undefined,
  );
  const worker = await wireWorker({ config, databaseUrl: workerUrl, keysDir: keysDir("worker"), log });
  const evidence = createEvidenceStore({
    folder: join(config.dataDir, "evidence"),
    s3Url: config.evidenceS3Url,
  });
  return {
    intake: intake.ctx,
    evidence: { ...intake.ctx, evidence, cleanImage, sniffFile },
    staff: { ...staff, clock },
    staffConnection,
    worker: { ...worker, recording: { ...worker.recording, clock } },
    workerConnection,
    keysDir,
    setClock: (at) => {
      now = at;
    },
    async drained() {
      for (;;) {
        const { waiting, stuck } = intake.journal.status();
        if (stuck > 0) throw new Error("a demonstration tip was refused by the database");
        if (waiting === 0) return;
        await sleep(5);
      }
    },
    async close() {
      await intake.close(3_000);
      await worker.close();
      await staffConnection.close();
      await workerConnection.close();
      await rm(journalFolder, { recursive: true, force: true });
    },
  };
}
