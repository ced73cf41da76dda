import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchRecording } from "../../functions/service/recordings/fetch-recording.ts";
import type { Mishap } from "../support/fake-twilio/recordings.ts";
import { account, type TestWorker, testWorker } from "../support/worker.ts";

const fixture = resolve(import.meta.dirname, "fixtures/mortal-worker.ts");
/** How many processes at once: each takes a second to start. */
const atOnce = 4;

let worker: TestWorker;
beforeAll(async () => {
  worker = await testWorker();
});
afterAll(() => worker.stop());

type Laid = Awaited<ReturnType<TestWorker["recordedCall"]>>;

/** Has a process of its own bring the recording home, and reports how it ended. */
async function run(evidenceId: string, kill: Record<string, string>): Promise<"killed" | "survived"> {
  const child = spawn(process.execPath, [fixture], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: worker.database.urls.worker,
      KEYS_DIR: join(worker.intake.dataDir, "keys/worker"),
      EVIDENCE_FOLDER: worker.folder,
      EVIDENCE_ID: evidenceId,
      API_URL: worker.apiUrl,
      ACCOUNT_SID: account.accountSid,
      AUTH_TOKEN: account.authTokens[0],
      ...kill,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  const [, signal] = await once(child, "close");
  if (signal === "SIGKILL") return "killed";
  if (!text.startsWith("survived")) throw new Error(text);
  return "survived";
}

async function stateOf(evidenceId: string) {
  const [row] = await worker.rows<{ state: string; sha256: string; source_removed_at: Date | null }>(
    "select state, sha256, source_removed_at from evidence where id = $1",
    [evidenceId],
  );
  return row;
}

/** Right after the kill: what the provider no longer has must be whole and readable here, and known to be. */
async function expectNothingLost({ recording, evidenceId }: Laid, what: string): Promise<void> {
  if (!recording.deleted) return;
  expect(await stateOf(evidenceId), what).toMatchObject({ state: "stored" });
  const opened = await worker.intake.opener.open(await worker.ctx.evidence.get(evidenceId));
  expect(Buffer.from(opened).equals(recording.audio), what).toBe(true);
}

/** After the next worker has gone on from there. */
async function expectHome(laid: Laid, what: string): Promise<void> {
  const { recording, evidenceId } = laid;
  expect(await fetchRecording(worker.ctx, evidenceId), what).toEqual({ kind: "done", code: "complete" });
  await expectNothingLost(laid, what);
  expect(recording.deleted, what).toBe(true);
  const row = await stateOf(evidenceId);
  expect(row?.source_removed_at, what).not.toBeNull();
  expect([createHash("sha256").update(recording.audio).digest("hex"), null], what).toContain(row?.sha256);
  const files = (await readdir(worker.folder, { recursive: true })).filter((name) =>
    name.includes(evidenceId),
  );
  expect(
    files.filter((name) => name.endsWith(".age")),
    what,
  ).toHaveLength(1);
  const copies = await worker.rows("select kind from recording_copies where evidence_id = $1", [evidenceId]);
  expect(copies.map((copy) => (copy as { kind: string }).kind).sort(), what).toEqual(["disguised", "peaks"]);
  const events = await worker.rows<{ action: string; n: number }>(
    "select action, count(*)::int as n from events where subject_id = $1 group by action",
    [evidenceId],
  );
  for (const { action, n } of events)
    expect(n, `${what}: ${action}`).toBe(action === "recording.copied" ? 2 : 1);
  expect(
    events.map(({ action }) => action),
    what,
  ).toContain("recording.source_removed");
}

describe("a worker's process killed with SIGKILL", () => {
  it("before any of its calls to the outside loses no recording, keeps none twice, removes none too early", async () => {
    let deaths = 0;
    for (let first = 0, survived = false; !survived; first += atOnce) {
      const ended = await Promise.all(
        Array.from({ length: atOnce }, async (_, offset) => {
          const what = `killed before call ${first + offset}`;
          const laid = await worker.recordedCall();
          const how = await run(laid.evidenceId, { KILL_AT: String(first + offset) });
          await expectNothingLost(laid, what);
          await expectHome(laid, what);
          return how;
        }),
      );
      deaths += ended.filter((how) => how === "killed").length;
      survived = ended.includes("survived");
      expect(first, "a worker that never ends").toBeLessThan(60);
    }
    // find, fetch, seal, put, markStored, find, copies, 2 × (seal, put, markCopied), find, has, get, remove, markSourceRemoved.
    expect(deaths).toBeGreaterThanOrEqual(18);
  }, 180_000);

  it("at no particular moment does neither, whatever the provider was answering", async () => {
    const answers: Mishap[][] = [
      [],
      ["slow"],
      ["stall"],
      ["truncated"],
      ["429"],
      ["500"],
      ["404"],
      ["garbage"],
    ];
    let deaths = 0;
    for (let batch = 0; batch < answers.length; batch += atOnce) {
      await Promise.all(
        answers.slice(batch, batch + atOnce).map(async (mishaps, index) => {
          const what = `killed while ${mishaps[0] ?? "all is well"}`;
          const laid = await worker.recordedCall(mishaps);
          const how = await run(laid.evidenceId, { KILL_AFTER_MS: String(5 + (batch + index) * 12) });
          if (how === "killed") deaths += 1;
          await expectNothingLost(laid, what);
          laid.recording.mishaps.length = 0;
          await expectHome(laid, what);
        }),
      );
    }
    expect(deaths).toBeGreaterThan(0);
  }, 120_000);
});

describe("a provider that is slow", () => {
  it("is waited for, and what it sends piece by piece is kept whole", async () => {
    const laid = await worker.recordedCall(["slow"]);
    await expectHome(laid, "slow");
    expect(laid.recording.fetched).toBe(1);
  });
});
