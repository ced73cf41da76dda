import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchRecording } from "../../functions/service/recordings/fetch-recording.ts";
import { sweepRecordings } from "../../functions/service/recordings/sweep-recordings.ts";
import { eraseCall } from "../../functions/service/tips/erase-call.ts";
import { createRecordingList } from "../../functions/twilio/recording-list.ts";
import { parseTwiml } from "../support/fake-twilio/twiml.ts";
import { wave } from "../support/fake-twilio/wave.ts";
import { account, sid, type TestWorker, testWorker } from "../support/worker.ts";

const hour = 60 * 60 * 1_000;
let worker: TestWorker;
beforeAll(async () => {
  worker = await testWorker();
});
afterAll(() => worker.stop());

/** A recording that the provider made by itself, so long ago. */
function madeAlone(ago: number, callSid = sid("CA")) {
  const recording = {
    sid: sid("RE"),
    callSid,
    seconds: 1,
    audio: wave(1),
    mishaps: [],
    fetched: 0,
    deleted: false,
    madeAt: new Date(Date.now() - ago),
  };
  worker.fake.bySid.set(recording.sid, recording);
  return recording;
}

async function sweep(apiUrl = worker.apiUrl): Promise<number> {
  const found = await sweepRecordings(worker.intake.ctx, createRecordingList({ ...account, apiUrl }));
  await worker.intake.drained();
  return found;
}

const rowsOf = (callSid: string) =>
  worker.rows<{ id: string; tip_id: string; recording_sid: string; state: string }>(
    "select * from evidence where call_sid = $1 order by id",
    [callSid],
  );

describe("recordings made while the program was away", () => {
  it("are found, become one tip a call in the order they were spoken, and come home like any other", async () => {
    const second = madeAlone(hour);
    const first = madeAlone(2 * hour, second.callSid);
    expect(await sweep()).toBe(2);
    const rows = await rowsOf(first.callSid);
    expect(rows.map((row) => row.recording_sid)).toEqual([first.sid, second.sid]);
    expect(new Set(rows.map((row) => row.tip_id)).size).toBe(1);
    for (const { id } of rows) expect(await fetchRecording(worker.ctx, id)).toMatchObject({ kind: "done" });
    expect([first.deleted, second.deleted]).toEqual([true, true]);
    expect(await sweep()).toBe(0);
  });

  it("are left alone while their callback may still come, and when they are older than the look back", async () => {
    const fresh = madeAlone(5 * 60_000);
    const old = madeAlone(5 * 24 * hour);
    expect(await sweep()).toBe(0);
    for (const { callSid } of [fresh, old]) expect(await rowsOf(callSid)).toEqual([]);
  });

  it("are not taken in again when they are known, or erased by the caller", async () => {
    const { recording } = await worker.recordedCall();
    recording.madeAt = new Date(Date.now() - hour);
    await eraseCall(worker.intake.ctx, { callSid: recording.callSid });
    await worker.intake.drained();
    expect(await sweep()).toBe(0);
    expect(await rowsOf(recording.callSid)).toMatchObject([{ state: "erased" }]);
  });

  it("wait for the next look when the provider cannot be asked", async () => {
    const waiting = madeAlone(hour);
    await expect(sweep("http://127.0.0.1:9")).rejects.toThrow();
    expect(await sweep()).toBe(1);
    expect(await rowsOf(waiting.callSid)).toHaveLength(1);
  });
});

describe("the document for when our server is down", () => {
  const document = readFileSync(new URL("../../content/telephone-fallback.xml", import.meta.url), "utf8");
  const verbs = parseTwiml(document.replace(/>\s+</g, "><").replace("?>\n", "?>").trim());

  it("says in Japanese and English what matters, and records, asking nothing of any server", () => {
    expect(verbs.map((verb) => verb.name)).toEqual(["Say", "Say", "Say", "Say", "Record"]);
    const said = verbs.map((verb) => verb.text).join(" ");
    for (const words of ["110番", "118番", "お名前は要りません", "1 1 0", "need not give your name"])
      expect(said).toContain(words);
    expect(document).not.toMatch(/https?:\/\//);
    expect(verbs.at(-1)?.attributes).toMatchObject({ maxLength: "600", playBeep: "true" });
  });
});
