import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchRecording } from "../../functions/service/recordings/fetch-recording.ts";
import { waitAsAsked } from "../../functions/service/recordings/wait-as-asked.ts";
import { eraseCall } from "../../functions/service/tips/erase-call.ts";
import { type TestWorker, testWorker } from "../support/worker.ts";

let worker: TestWorker;
let now = new Date();
beforeAll(async () => {
  worker = await testWorker(() => now);
});
afterAll(() => worker?.stop());

describe("a provider that asks for time", () => {
  it("is not asked again before it is over, for any recording", async () => {
    const first = await worker.recordedCall(["429"]);
    const second = await worker.recordedCall();
    if (!worker.ctx.source) throw new Error("no source");
    const ctx = { ...worker.ctx, source: waitAsAsked(worker.ctx.source, () => now) };
    try {
      expect(await fetchRecording(ctx, first.evidenceId)).toEqual({ kind: "later", code: "http_429" });
      expect(await fetchRecording(ctx, second.evidenceId)).toEqual({ kind: "later", code: "asked_to_wait" });
      expect(second.recording.fetched).toBe(0);
      now = new Date(now.getTime() + 1_001);
      expect(await fetchRecording(ctx, second.evidenceId)).toMatchObject({ kind: "done" });
    } finally {
      now = new Date();
    }
  });

  it.each([
    ["stored", "complete"],
    ["taken back", "erased"],
  ])(
    "while a recording that is %s is removed there is left alone as long, and nothing is lost or removed twice",
    async (what, code) => {
      const first = await worker.recordedCall();
      const second = await worker.recordedCall();
      if (what === "taken back") {
        await eraseCall(worker.intake.ctx, { callSid: first.recording.callSid });
        await worker.intake.drained();
      }
      if (!worker.ctx.source) throw new Error("no source");
      const ctx = { ...worker.ctx, source: waitAsAsked(worker.ctx.source, () => now) };
      worker.fake.deleteTooMany = { times: 1, afterSeconds: 7 };
      const asked = worker.fake.deletesAsked;
      try {
        expect(await fetchRecording(ctx, first.evidenceId)).toEqual({ kind: "later", code: "http_429" });
        expect(first.recording.deleted).toBe(false);
        for (const { evidenceId } of [first, second])
          expect(await fetchRecording(ctx, evidenceId)).toEqual({ kind: "later", code: "asked_to_wait" });
        expect([worker.fake.deletesAsked - asked, second.recording.fetched]).toEqual([1, 0]);
        now = new Date(now.getTime() + 7_001);
        expect(await fetchRecording(ctx, first.evidenceId)).toEqual({ kind: "done", code });
        expect(first.recording.deleted).toBe(true);
        expect(worker.fake.deletesAsked - asked).toBe(2);
      } finally {
        now = new Date();
      }
    },
  );

  it("without saying for how long is asked again at the job's own pace", async () => {
    const { recording, evidenceId } = await worker.recordedCall();
    if (!worker.ctx.source) throw new Error("no source");
    const ctx = { ...worker.ctx, source: waitAsAsked(worker.ctx.source, () => now) };
    worker.fake.deleteTooMany = { times: 1 };
    expect(await fetchRecording(ctx, evidenceId)).toEqual({ kind: "later", code: "http_429" });
    expect(await fetchRecording(ctx, evidenceId)).toEqual({ kind: "done", code: "complete" });
    expect(recording.deleted).toBe(true);
  });
});
