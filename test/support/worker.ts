import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { createEnqueuer } from "../../functions/jobs/queue.ts";
import type { Clock } from "../../functions/service/ports.ts";
import { attachRecording } from "../../functions/service/tips/attach-recording.ts";
import { createSoundWatch } from "../../functions/service/watch/watch-sounds.ts";
import type { RecordingContext } from "../../functions/service/worker-ports.ts";
import { connect } from "../../functions/store/connect.ts";
import { createEvidenceFolder } from "../../functions/store/evidence-folder.ts";
import { createRecordingStore } from "../../functions/store/worker-recordings.ts";
import { createRecordingSource } from "../../functions/twilio/client.ts";
import { readRecipients } from "../../functions/vault/key-files.ts";
import { createSealer } from "../../functions/vault/seal.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import type { FakeCalls } from "./fake-twilio/calls.ts";
import { FakeTwilio } from "./fake-twilio/fake-twilio.ts";
import type { FakeRecording, FakeRecordings, Mishap } from "./fake-twilio/recordings.ts";
import { wave } from "./fake-twilio/wave.ts";
import { type TestIntake, testIntake } from "./intake.ts";

export const account = { accountSid: `AC${"0".repeat(32)}`, authTokens: ["invented-auth-token"] };

export const sid = (prefix: string): string => `${prefix}${randomBytes(16).toString("hex")}`;

export interface TestWorker {
  database: TestDatabase;
  owner: pg.Client;
  intake: TestIntake;
  fake: FakeRecordings;
  provider: FakeTwilio;
  /** What the provider says of calls. */
  calls: FakeCalls;
  /** Where the provider's recordings are served. */
  apiUrl: string;
  folder: string;
  ctx: RecordingContext;
  /** A call that left a recording: what the provider holds, and our row for it. */
  recordedCall(mishaps?: Mishap[]): Promise<{ recording: FakeRecording; evidenceId: string; tipId: string }>;
  rows<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

/** The worker's real ports and login, the public role's real intake, and a provider of recordings that is a server. */
export async function testWorker(clock: Clock = () => new Date()): Promise<TestWorker> {
  const database = await freshDatabase();
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  const publicJobs = createEnqueuer(database.urls.public);
  const intake = await testIntake(database, { enqueue: publicJobs.enqueue });
  const provider = await FakeTwilio.start({
    accountSid: account.accountSid,
    authToken: account.authTokens[0] ?? "",
    publicUrl: "https://tips.example",
  });
  const { recordings: fake, calls, apiUrl } = provider;
  const folder = await mkdtemp(join(intake.dataDir, "evidence-"));
  const connection = connect(database.urls.worker);
  const workerJobs = createEnqueuer(database.urls.worker);
  const ctx: RecordingContext = {
    clock,
    log: intake.ctx.log,
    sealer: createSealer(await readRecipients(join(intake.dataDir, "keys/worker"))),
    evidence: createEvidenceFolder(folder),
    recordings: createRecordingStore(connection.db, workerJobs.enqueue),
    sounds: createSoundWatch(),
    source: createRecordingSource({ ...account, apiUrl }),
  };
  const rows = async <Row extends object>(sql: string, values: unknown[] = []) =>
    (await owner.query<Row>(sql, values)).rows;
  return {
    database,
    owner,
    intake,
    fake,
    provider,
    calls,
    apiUrl,
    folder,
    ctx,
    rows,
    async recordedCall(mishaps = []) {
      const recording: FakeRecording = {
        sid: sid("RE"),
        callSid: sid("CA"),
        seconds: 1,
        audio: wave(1),
        mishaps: [...mishaps],
        fetched: 0,
        deleted: false,
      };
      fake.bySid.set(recording.sid, recording);
      await attachRecording(intake.ctx, {
        callSid: recording.callSid,
        recordingSid: recording.sid,
        locale: "ja",
        seconds: 1,
      });
      await intake.drained();
      const [row] = await rows<{ id: string; tip_id: string }>(
        "select id, tip_id from evidence where recording_sid = $1",
        [recording.sid],
      );
      if (!row) throw new Error("the recording was not announced");
      return { recording, evidenceId: row.id, tipId: row.tip_id };
    },
    async stop() {
      await provider.stop();
      await workerJobs.close();
      await connection.close();
      await publicJobs.close();
      await intake.remove();
      await rm(folder, { recursive: true, force: true });
      await owner.end();
      await database.drop();
    },
  };
}
