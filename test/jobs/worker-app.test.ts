import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { permissionFlags, ROLE_SETTINGS } from "../../functions/supervise/role-process.ts";
import { until } from "../support/program.ts";
import { startSmtp, type TestSmtp } from "../support/smtp.ts";
import { account, type TestWorker, testWorker } from "../support/worker.ts";

const root = resolve(import.meta.dirname, "../..");

let worker: TestWorker;
let smtp: TestSmtp;
const started: ChildProcess[] = [];
beforeAll(async () => {
  worker = await testWorker();
});
afterAll(() => worker.stop());
beforeEach(async () => {
  smtp = await startSmtp();
  await worker.owner.query("delete from pgboss.job");
});
afterEach(async () => {
  for (const child of started.splice(0)) if (child.exitCode === null) child.kill("SIGKILL");
  await smtp.close();
});

/** The worker as the supervisor starts it, walled in and with its own settings only. */
function startWorker(env: Record<string, string> = {}) {
  const keysDir = join(worker.intake.dataDir, "keys/worker");
  const flags = permissionFlags("worker", { root, dataDir: worker.intake.dataDir, keysDir });
  const given: Record<string, string> = {
    DATA_DIR: worker.intake.dataDir,
    DATABASE_URL_WORKER: worker.database.urls.worker,
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authTokens[0] ?? "",
    TWILIO_API_URL: worker.apiUrl,
    PUBLIC_URL: "https://tips.customs.example",
    STAFF_URL: "https://desk.customs.example",
    SMTP_URL: smtp.url,
    MAIL_FROM: "Tip line <line@customs.example>",
    DESK_MAIL: "desk@customs.example",
    ...env,
  };
  for (const name of Object.keys(given)) expect(ROLE_SETTINGS.worker).toContain(name);
  const child = spawn(process.execPath, [...flags, join(root, "functions/worker-app.ts")], {
    env: { PATH: process.env.PATH, ROLE: "worker", KEYS_DIR: keysDir, ...given },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  return { child, output: () => text, exit: once(child, "exit") };
}

const evidence = async (id: string) =>
  (
    await worker.rows<{ state: string; source_removed_at: Date | null }>(
      "select state, source_removed_at from evidence where id = $1",
      [id],
    )
  )[0];

const notices = (tipId: string) =>
  worker.rows<{ state: string; code: string }>("select state, code from notices where tip_id = $1", [tipId]);

/** Whatever the hour of this run: in the morning there is one about the handover as well. */
const aboutTips = () => smtp.mails.filter(({ parsed }) => !parsed.subject?.startsWith("引継ぎ"));

// Processes of their own start and die here: a busy machine takes its time.
describe("the worker's process", { timeout: 120_000 }, () => {
  it("brings a call's recording home, mails the desk, logs codes only, and stops within 5 s when told", async () => {
    const process = startWorker();
    const { recording, evidenceId, tipId } = await worker.recordedCall(["404"]);
    await smtp.received(1);
    await until(async () => (await evidence(evidenceId))?.source_removed_at instanceof Date);
    expect(recording.deleted).toBe(true);
    const [mail] = aboutTips();
    expect(mail?.to).toEqual(["desk@customs.example"]);
    expect(mail?.parsed.subject).toBe("通報 B 担当税関未定 / Tip B, no Customs decided yet");
    expect(mail?.parsed.text).toContain(`https://desk.customs.example/staff/tips/${tipId}/`);
    await until(async () => (await notices(tipId))[0]?.state === "sent");
    const asked = performance.now();
    process.child.kill("SIGTERM");
    expect(await process.exit).toEqual([0, null]);
    expect(performance.now() - asked).toBeLessThan(5_000);
    expect(aboutTips()).toHaveLength(1);
    expect(process.output()).toContain(evidenceId);
    expect(process.output()).not.toMatch(/customs\.example|invented-auth-token|"dropped"|crashed/);
    expect(process.output()).not.toContain(recording.sid);
  });

  it("takes up again what a killed worker left in the middle", async () => {
    const { recording, evidenceId } = await worker.recordedCall(["stall"]);
    const first = startWorker();
    await until(() => recording.fetched === 1);
    first.child.kill("SIGKILL");
    await first.exit;
    expect(recording.deleted).toBe(false);
    expect((await evidence(evidenceId))?.state).toBe("pending");
    // The half minute that a dead worker's job waits for a sign of life.
    await worker.owner.query(
      "update pgboss.job set heartbeat_on = now() - interval '1 minute' where state = 'active'",
    );
    startWorker();
    await until(async () => (await evidence(evidenceId))?.source_removed_at instanceof Date);
    expect(recording.deleted).toBe(true);
    expect(recording.fetched).toBe(2);
  }, 60_000);

  it("goes on when its connections to the database are cut", async () => {
    const process = startWorker();
    await until(() => process.output().includes('"ready"'));
    await worker.owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'shirokuro_worker'",
    );
    const { evidenceId } = await worker.recordedCall();
    await smtp.received(1);
    await until(async () => (await evidence(evidenceId))?.source_removed_at instanceof Date);
    expect(process.child.exitCode).toBeNull();
    expect(process.output()).not.toContain("crashed");
  });

  it("shows the desk a mail that no try could send", async () => {
    const { tipId } = await worker.recordedCall();
    await worker.owner.query("update pgboss.job set retry_limit = 0 where name = 'tip.notify'");
    smtp.refuseData.push([451, "busy"]);
    startWorker();
    await until(async () => (await notices(tipId))[0]?.state === "failed");
    expect(await notices(tipId)).toEqual([{ state: "failed", code: "gave_up" }]);
    expect(aboutTips()).toHaveLength(0);
  });

  it("runs without mail and telephone, and says so", async () => {
    const { tipId, evidenceId } = await worker.recordedCall();
    const none = {
      SMTP_URL: "",
      MAIL_FROM: "",
      DESK_MAIL: "",
      TWILIO_ACCOUNT_SID: "",
      TWILIO_AUTH_TOKEN: "",
    };
    const process = startWorker(none);
    await until(async () => (await notices(tipId))[0]?.state === "not_configured");
    expect((await evidence(evidenceId))?.state).toBe("pending");
    expect(process.output()).toContain("mail_not_configured");
    expect(process.output()).toContain("telephone_not_configured");
  });
});
