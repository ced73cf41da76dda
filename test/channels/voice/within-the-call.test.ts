import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeSealed, SealedWords } from "../../../functions/domain/intake/sealed-words.ts";
import { fetchRecording } from "../../../functions/service/recordings/fetch-recording.ts";
import { recordingsOn, tipOfCall } from "../../support/call-records.ts";
import {
  type Call,
  type FakeTwilio,
  hangup,
  press,
  silence,
  talk,
} from "../../support/fake-twilio/fake-twilio.ts";
import { telephone } from "../../support/telephone.ts";
import { type TestWorker, testWorker } from "../../support/worker.ts";

const minute = 60_000;
let worker: TestWorker;
let twilio: FakeTwilio;
let late = 0;
const clock = () => new Date(Date.now() + late);
const intake = () => ({ ...worker.intake, ctx: { ...worker.intake.ctx, clock } });
beforeAll(async () => {
  worker = await testWorker(clock);
  twilio = await telephone(intake());
});
afterAll(async () => {
  await twilio?.stop();
  await worker?.stop();
});

const texts = (call: Call) => call.heard.map((line) => line.text).join("\n");

describe("a caller who wants to hear what they said", () => {
  it("hears all of it, though the worker has already fetched it; after the call the provider's copy goes", async () => {
    const line = await telephone(intake());
    try {
      const call = await line.call([
        press("2"),
        press("1"),
        talk(2),
        press("3"),
        talk(1),
        press("2"),
        silence(),
      ]);
      expect(call.played).toHaveLength(1);
      // Two seconds and one, at 8,000 samples of two bytes, and half a second around each.
      expect(call.played[0]?.length).toBe(44 + (3 * 8_000 + 3 * 4_000) * 2);
      for (const sid of call.recordings) {
        const recording = line.recordings.bySid.get(sid);
        if (recording) worker.fake.bySid.set(sid, recording);
      }
      const [row] = await recordingsOn(worker, (await tipOfCall(worker, call)) ?? "");
      await worker.rows("update evidence set held_until = now() + interval '9 minutes' where id = $1", [
        row?.id,
      ]);
      expect(await fetchRecording(worker.ctx, row?.id ?? "")).toEqual({
        kind: "later",
        code: "held_for_caller",
      });
      expect((await recordingsOn(worker, row?.tip_id ?? ""))[0]).toMatchObject({ state: "stored" });
      expect(line.recordings.bySid.get(row?.recording_sid ?? "")?.deleted).toBe(false);
      late = 10 * minute;
      expect(await fetchRecording(worker.ctx, row?.id ?? "")).toEqual({ kind: "done", code: "complete" });
    } finally {
      late = 0;
      await line.stop();
    }
  });

  it("hears nothing that they erased", async () => {
    const call = await twilio.call([
      press("2"),
      press("1"),
      talk(3),
      press("4"),
      talk(1),
      press("2"),
      hangup(),
    ]);
    await worker.intake.drained();
    expect(call.played.map((sound) => sound.length)).toEqual([44 + (8_000 + 2 * 4_000) * 2]);
  });

  it("is not cut off when the sound is gone, and nobody hears it without the call's own address", async () => {
    const { hearCall, offerPlayback } = await import("../../../functions/service/tips/hear-call.ts");
    const call = await twilio.call([press("2"), press("1"), talk(1), hangup()]);
    await worker.intake.drained();
    const ctx = { ...intake().ctx, source: null };
    const offered = offerPlayback(ctx, call.sid);
    expect((await hearCall(ctx, offered))?.length).toBeGreaterThan(44);
    expect(await hearCall(ctx, { ...offered, token: "0".repeat(64) })).toBeUndefined();
    expect(await hearCall(ctx, { ...offered, callSid: `CA${"1".repeat(32)}` })).toBeUndefined();
    expect(await hearCall(ctx, { ...offered, until: offered.until + 1 })).toBeUndefined();
    late = 4 * minute;
    expect(await hearCall(ctx, offered)).toBeUndefined();
    late = 0;
  });
});

describe("a number of goods keyed in", () => {
  const asked = [press("2"), press("2"), talk(3), press("0"), press("0")];
  const container = [...asked, press("2"), press("27783054383")];

  it("is read back in groups with its check digit, and is searched and triaged on the call's tip", async () => {
    const call = await twilio.call([...container, press("1"), press("0"), press("1"), hangup()]);
    expect(texts(call)).toContain("C, S, Q, U\n3, 0, 5\n4, 3, 8\n3\nThe number fits.");
    const tipId = (await tipOfCall(worker, call)) ?? "";
    const [message] = await worker.rows<{ sealed: Buffer }>("select sealed from messages where tip_id = $1", [
      tipId,
    ]);
    const opened = decodeSealed(
      SealedWords,
      await worker.intake.opener.open(message?.sealed ?? Buffer.alloc(0)),
    );
    expect(opened.report.text).toContain("CSQU3054383");
    expect(opened.verdict.identifiers).toMatchObject([
      { type: "container", value: "CSQU3054383", valid: true },
    ]);
    const [tip] = await worker.rows<{ reasons: { code: string }[]; band: string }>(
      "select reasons, band from tips where id = $1",
      [tipId],
    );
    const codes = tip?.reasons.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(["valid_container", "unheard_recording"]));
  });

  it("makes a tip even if nothing else is ever said", async () => {
    const call = await twilio.call([
      ...asked.slice(0, 2),
      ...Array(3).fill(press("0")),
      press("2"),
      press("27783054383"),
      hangup(),
    ]);
    expect(call.recordings).toEqual([]);
    expect(await tipOfCall(worker, call)).toBeDefined();
  });

  it("goes with the rest when the caller erases the call", async () => {
    const call = await twilio.call([...container, press("*"), hangup()]);
    const tipId = (await tipOfCall(worker, call)) ?? "";
    for (const table of ["messages", "identifiers"])
      expect(await worker.rows(`select 1 from ${table} where tip_id = $1`, [tipId])).toEqual([]);
    const [tip] = await worker.rows<{ lane: string }>("select lane from tips where id = $1", [tipId]);
    expect(tip?.lane).toBe("set_aside");
  });

  it("is in no address and no log", async () => {
    const call = await twilio.call([...container, press("1"), hangup()]);
    expect(call.path.join(" ")).not.toContain("3054383");
    expect(JSON.stringify(worker.intake.logs)).not.toContain("3054383");
  });
});
