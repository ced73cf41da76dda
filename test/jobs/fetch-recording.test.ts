import { createHash } from "node:crypto";
import { readdir, truncate } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchRecording } from "../../functions/service/recordings/fetch-recording.ts";
import type { Outcome, RecordingContext } from "../../functions/service/worker-ports.ts";
import type { Mishap } from "../support/fake-twilio/recordings.ts";
import { type TestWorker, testWorker } from "../support/worker.ts";

let worker: TestWorker;
let now = new Date();
beforeAll(async () => {
  worker = await testWorker(() => now);
});
afterAll(() => worker.stop());

type Row = {
  state: string;
  sha256: string;
  bytes: string;
  media_type: string;
  source_removed_at: Date | null;
};

async function row(evidenceId: string): Promise<Row | undefined> {
  return (await worker.rows<Row>("select * from evidence where id = $1", [evidenceId]))[0];
}

async function actions(evidenceId: string): Promise<string[]> {
  const events = await worker.rows<{ action: string }>(
    "select action from events where subject_id = $1 order by seq",
    [evidenceId],
  );
  return events.map(({ action }) => action);
}

async function files(evidenceId: string): Promise<string[]> {
  const all = await readdir(worker.folder, { recursive: true });
  return all.filter((name) => name.includes(evidenceId));
}

/** The chain of custody: one event for each step, and one for each copy made of the open sound. */
const whole = [
  "recording.announced",
  "recording.fetched",
  "recording.verified",
  "recording.sealed",
  "recording.stored",
  "recording.copied",
  "recording.copied",
  "recording.source_removed",
];

async function expectHome(recording: { sid: string; audio: Buffer; deleted: boolean }, evidenceId: string) {
  const kept = await row(evidenceId);
  expect(kept).toMatchObject({
    state: "stored",
    media_type: "audio/wav",
    sha256: createHash("sha256").update(recording.audio).digest("hex"),
  });
  expect(kept?.source_removed_at).not.toBeNull();
  expect(recording.deleted).toBe(true);
  expect(await actions(evidenceId)).toEqual(whole);
  expect(await files(evidenceId)).toEqual([join(evidenceId.slice(-2), `${evidenceId}.age`)]);
  const sealed = await worker.ctx.evidence.get(evidenceId);
  expect(Number(kept?.bytes)).toBe(sealed.length);
  expect(Buffer.from(await worker.intake.opener.open(sealed)).equals(recording.audio)).toBe(true);
}

describe("a recording", () => {
  it("is fetched, sealed, stored with its hash, and only then removed at the provider, with an event for each", async () => {
    const { recording, evidenceId } = await worker.recordedCall();
    expect(await fetchRecording(worker.ctx, evidenceId)).toEqual({ kind: "done", code: "complete" });
    await expectHome(recording, evidenceId);
  });

  it("is fetched once, however often it is asked for", async () => {
    const { recording, evidenceId } = await worker.recordedCall();
    await fetchRecording(worker.ctx, evidenceId);
    expect(await fetchRecording(worker.ctx, evidenceId)).toEqual({ kind: "done", code: "complete" });
    await expectHome(recording, evidenceId);
    expect(recording.fetched).toBe(1);
  });

  it.each<[Mishap, string]>([
    ["404", "not_yet"],
    ["429", "http_429"],
    ["500", "http_500"],
    ["truncated", "not_audio"],
    ["garbage", "not_audio"],
  ])(
    "that the provider answers with %s is put off and not removed, and comes home later",
    async (mishap, code) => {
      const { recording, evidenceId } = await worker.recordedCall([mishap, mishap]);
      for (let attempt = 0; attempt < 2; attempt++) {
        expect(await fetchRecording(worker.ctx, evidenceId)).toEqual({ kind: "later", code });
        expect(recording.deleted).toBe(false);
        expect(await files(evidenceId)).toEqual([]);
      }
      await fetchRecording(worker.ctx, evidenceId);
      await expectHome(recording, evidenceId);
    },
  );

  it("whose line breaks in the middle is put off, and nothing half is kept", async () => {
    const { recording, evidenceId } = await worker.recordedCall(["stall"]);
    expect(await fetchRecording(worker.ctx, evidenceId)).toMatchObject({ kind: "later" });
    expect(await files(evidenceId)).toEqual([]);
    await fetchRecording(worker.ctx, evidenceId);
    await expectHome(recording, evidenceId);
  });

  it("that cannot be removed at the provider is stored all the same, and removed when that works", async () => {
    const { recording, evidenceId } = await worker.recordedCall();
    worker.fake.deleteFailures = 2;
    await expect(fetchRecording(worker.ctx, evidenceId)).rejects.toThrow("not removed");
    expect(await row(evidenceId)).toMatchObject({ state: "stored", source_removed_at: null });
    await expect(fetchRecording(worker.ctx, evidenceId)).rejects.toThrow("not removed");
    await fetchRecording(worker.ctx, evidenceId);
    await expectHome(recording, evidenceId);
  });

  it("is not removed at the provider while our sealed copy is gone or cut short", async () => {
    const { recording, evidenceId } = await worker.recordedCall();
    worker.fake.deleteFailures = 1;
    await expect(fetchRecording(worker.ctx, evidenceId)).rejects.toThrow("not removed");
    const sealed = await worker.ctx.evidence.get(evidenceId);
    await truncate(join(worker.folder, evidenceId.slice(-2), `${evidenceId}.age`), 100);
    expect(await fetchRecording(worker.ctx, evidenceId)).toEqual({ kind: "later", code: "copy_not_whole" });
    await worker.ctx.evidence.remove(evidenceId);
    expect(await fetchRecording(worker.ctx, evidenceId)).toEqual({ kind: "later", code: "copy_not_whole" });
    expect(recording.deleted).toBe(false);
    await worker.ctx.evidence.put(evidenceId, sealed);
    await fetchRecording(worker.ctx, evidenceId);
    await expectHome(recording, evidenceId);
  });

  it("waits when no telephone provider is configured", async () => {
    const { recording, evidenceId } = await worker.recordedCall();
    const without = { ...worker.ctx, source: null };
    expect(await fetchRecording(without, evidenceId)).toEqual({ kind: "later", code: "not_configured" });
    await fetchRecording(worker.ctx, evidenceId);
    await expectHome(recording, evidenceId);
  });
});

describe("a recording that does not come", () => {
  const day = 24 * 60 * 60 * 1_000;

  it("is marked on its tip after a day, once, and the desk is told; what comes later is still kept", async () => {
    const { recording, evidenceId, tipId } = await worker.recordedCall(["404", "404", "500", "404"]);
    const alerts = async () =>
      (
        await worker.rows("select 1 from pgboss.job where name = 'recording.alert' and data = $1", [
          { tipId },
        ])
      ).length;
    try {
      expect(await fetchRecording(worker.ctx, evidenceId)).toEqual({ kind: "later", code: "not_yet" });
      expect(await row(evidenceId)).toMatchObject({ state: "pending" });
      expect(await alerts()).toBe(0);
      now = new Date(Date.now() + day);
      for (const code of ["not_yet", "http_500", "not_yet"])
        expect(await fetchRecording(worker.ctx, evidenceId)).toEqual({ kind: "later", code });
      expect(await row(evidenceId)).toMatchObject({ state: "missing" });
      expect(await actions(evidenceId)).toEqual(["recording.announced", "recording.missing"]);
      expect(await alerts()).toBe(1);
      await fetchRecording(worker.ctx, evidenceId);
      expect(await row(evidenceId)).toMatchObject({ state: "stored" });
      expect(recording.deleted).toBe(true);
    } finally {
      now = new Date();
    }
  });
});

class Killed extends Error {}

/** The context of a worker that dies at its `at`th call to the outside: before the call, or when it was just done. */
function dyingAt(ctx: RecordingContext, at: number, moment: "before" | "after"): RecordingContext {
  let calls = 0;
  const wrap = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name, receiver) {
        const method = Reflect.get(target, name, receiver);
        if (typeof method !== "function") return method;
        return async (...given: unknown[]) => {
          const dies = calls++ === at;
          if (dies && moment === "before") throw new Killed();
          const answer = await Reflect.apply(method, target, given);
          if (dies) throw new Killed();
          return answer;
        };
      },
    });
  return {
    ...ctx,
    sealer: wrap(ctx.sealer),
    evidence: wrap(ctx.evidence),
    recordings: wrap(ctx.recordings),
    source: ctx.source && wrap(ctx.source),
  };
}

describe("a worker killed between any two steps", () => {
  it.each(["before", "after"] as const)(
    "loses no recording, keeps none twice and removes none too early (%s each step)",
    async (moment) => {
      let deaths = 0;
      for (let at = 0; ; at++) {
        const { recording, evidenceId } = await worker.recordedCall();
        const first = await fetchRecording(dyingAt(worker.ctx, at, moment), evidenceId).catch(
          (error: unknown) => error,
        );
        if (recording.deleted) {
          expect(await row(evidenceId)).toMatchObject({ state: "stored" });
          expect(await worker.ctx.evidence.has(evidenceId)).toBe(true);
        }
        if (!(first instanceof Killed)) break;
        deaths++;
        const second: Outcome = await fetchRecording(worker.ctx, evidenceId);
        expect(second).toEqual({ kind: "done", code: "complete" });
        await expectHome(recording, evidenceId);
      }
      // At least: find, fetch, seal, put, markStored, has, get, remove, markSourceRemoved.
      expect(deaths).toBeGreaterThanOrEqual(9);
    },
  );

  it("keeps a copy that was durable before it was written down, though the provider has lost its own", async () => {
    const { recording, evidenceId } = await worker.recordedCall();
    await expect(fetchRecording(dyingAt(worker.ctx, 4, "before"), evidenceId)).rejects.toThrow(Killed);
    recording.deleted = true;
    expect(await fetchRecording(worker.ctx, evidenceId)).toEqual({ kind: "done", code: "complete" });
    expect(await row(evidenceId)).toMatchObject({ state: "stored", sha256: null });
    const opened = await worker.intake.opener.open(await worker.ctx.evidence.get(evidenceId));
    expect(Buffer.from(opened).equals(recording.audio)).toBe(true);
  });

  it("lets two at once do the work of one", async () => {
    const { recording, evidenceId } = await worker.recordedCall();
    await Promise.all([fetchRecording(worker.ctx, evidenceId), fetchRecording(worker.ctx, evidenceId)]);
    await expectHome(recording, evidenceId);
  });
});
