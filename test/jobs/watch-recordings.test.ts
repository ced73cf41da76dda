import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchRecording } from "../../functions/service/recordings/fetch-recording.ts";
import { watchRecordings } from "../../functions/service/recordings/watch-recordings.ts";
import { openCallTip } from "../../functions/service/tips/open-call-tip.ts";
import { connect } from "../../functions/store/connect.ts";
import { createExpiryStore } from "../../functions/store/worker-expiry.ts";
import { sid, type TestWorker, testWorker } from "../support/worker.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

let worker: TestWorker;
let now = new Date();
beforeAll(async () => {
  worker = await testWorker(() => now);
});
afterAll(() => worker.stop());

const jobs = async (name: string, data: object) =>
  (await worker.rows("select 1 from pgboss.job where name = $1 and data = $2", [name, data])).length;

const later = async <Result>(ms: number, work: () => Promise<Result>): Promise<Result> => {
  now = new Date(Date.now() + ms);
  try {
    return await work();
  } finally {
    now = new Date();
  }
};

const forgetJobs = () => worker.owner.query("delete from pgboss.job");

describe("recordings whose job was lost", () => {
  it("are taken up again, once, from a quarter of an hour to a month after they were announced", async () => {
    const { evidenceId } = await worker.recordedCall();
    await forgetJobs();
    await later(5 * minute, () => watchRecordings(worker.ctx));
    expect(await jobs("recording.fetch", { evidenceId })).toBe(0);
    await later(31 * day, () => watchRecordings(worker.ctx));
    expect(await jobs("recording.fetch", { evidenceId })).toBe(0);
    await later(20 * minute, () => watchRecordings(worker.ctx));
    expect(await later(21 * minute, () => watchRecordings(worker.ctx))).toMatchObject({ unfinished: 1 });
    expect(await jobs("recording.fetch", { evidenceId })).toBe(1);
    await fetchRecording(worker.ctx, evidenceId);
  });

  it("are also those that are stored but not yet removed at the provider, and none that are done", async () => {
    const half = await worker.recordedCall();
    worker.fake.deleteFailures = 1;
    await expect(fetchRecording(worker.ctx, half.evidenceId)).rejects.toThrow();
    const done = await worker.recordedCall();
    await fetchRecording(worker.ctx, done.evidenceId);
    await forgetJobs();
    await later(20 * minute, () => watchRecordings(worker.ctx));
    expect(await jobs("recording.fetch", { evidenceId: half.evidenceId })).toBe(1);
    expect(await jobs("recording.fetch", { evidenceId: done.evidenceId })).toBe(0);
  });
});

describe("a call that never announced a recording", () => {
  it("is marked after an hour, once, and the desk is told", async () => {
    const tip = await openCallTip(worker.intake.ctx, { callSid: sid("CA"), locale: "ja" });
    await worker.intake.drained();
    await later(30 * minute, () => watchRecordings(worker.ctx));
    expect(await jobs("recording.alert", { tipId: tip.id })).toBe(0);
    expect(await later(61 * minute, () => watchRecordings(worker.ctx))).toMatchObject({ absent: 1 });
    expect(await later(90 * minute, () => watchRecordings(worker.ctx))).toMatchObject({ absent: 0 });
    expect(await jobs("recording.alert", { tipId: tip.id })).toBe(1);
    const events = await worker.rows("select actor_kind, action from events where tip_id = $1 order by seq", [
      tip.id,
    ]);
    expect(events).toEqual([
      { actor_kind: "public", action: "tip.received" },
      { actor_kind: "worker", action: "recording.absent" },
    ]);
  });
});

describe("hashed senders of text messages", () => {
  it("are forgotten when their time is over, and not before", async () => {
    const { tipId } = await worker.recordedCall();
    const at = (ms: number) => new Date(now.getTime() + ms);
    for (const [hash, expires] of [
      ["aa", at(-1_000)],
      ["bb", at(60_000)],
    ])
      await worker.owner.query("insert into senders values (decode($1, 'hex'), $2, $3)", [
        hash,
        tipId,
        expires,
      ]);
    const connection = connect(worker.database.urls.worker);
    expect(await createExpiryStore(connection.db).expireSenders(now)).toBe(1);
    await connection.close();
    expect(await worker.rows("select encode(hash, 'hex') as hash from senders")).toEqual([{ hash: "bb" }]);
  });
});
