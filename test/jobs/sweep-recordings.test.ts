import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchRecording } from "../../functions/service/recordings/fetch-recording.ts";
import { sweepRecordings } from "../../functions/service/recordings/sweep-recordings.ts";
import { eraseCall } from "../../functions/service/tips/erase-call.ts";
import { createRecordingList } from "../../functions/twilio/recording-list.ts";
import { dyingAt } from "../support/dying-intake.ts";
import { parseTwiml } from "../support/fake-twilio/twiml.ts";
import { wave } from "../support/fake-twilio/wave.ts";
import { account, sid, type TestWorker, testWorker } from "../support/worker.ts";

const hour = 60 * 60 * 1_000;
let worker: TestWorker;
beforeAll(async () => {
  worker = await testWorker();
});
afterAll(() => worker.stop());

const ours = "+81120461961";

/** A recording that the provider made by itself, so long ago, in a call to one of the account's numbers. */
function madeAlone(ago: number, callSid = sid("CA"), to = ours) {
  worker.calls.add(callSid, { to });
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

async function sweep(apiUrl = worker.apiUrl, ctx = worker.intake.ctx): Promise<number> {
  const list = createRecordingList({ ...account, apiUrl });
  const found = await sweepRecordings(ctx, list, new Set([ours]));
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

  it("are received when they were spoken, and their finding begins the chain of custody", async () => {
    const { callSid, madeAt } = madeAlone(20 * 24 * hour);
    expect(await sweep()).toBe(1);
    const [row] = await rowsOf(callSid);
    const [tip] = await worker.rows<{ received_at: Date; channel: string; locale: string }>(
      "select * from tips where id = $1",
      [row?.tip_id],
    );
    expect(tip).toMatchObject({ channel: "voice", locale: "ja" });
    // Twilio tells whole seconds.
    expect(Math.abs((tip?.received_at.getTime() ?? 0) - madeAt.getTime())).toBeLessThan(1_000);
    const events = await worker.rows("select action from events where subject_id = $1", [row?.id]);
    expect(events).toEqual([{ action: "recording.found" }]);
  });

  it("join the tip of a call that began while the program was there", async () => {
    const { recording, tipId } = await worker.recordedCall();
    madeAlone(hour, recording.callSid);
    expect(await sweep()).toBe(1);
    expect((await rowsOf(recording.callSid)).map((row) => row.tip_id)).toEqual([tipId, tipId]);
  });

  it("of another line in the account, or of a call that is gone, are left where they are", async () => {
    const foreign = madeAlone(hour, sid("CA"), "+815000000001");
    const gone = madeAlone(hour);
    worker.calls.bySid.delete(gone.callSid);
    expect(await sweep()).toBe(0);
    for (const { callSid, deleted } of [foreign, gone]) {
      expect(await rowsOf(callSid)).toEqual([]);
      expect(deleted).toBe(false);
    }
    foreign.deleted = true;
    gone.deleted = true;
  });

  it("of an officer's leg count as the call's that they were dialled from", async () => {
    const leg = madeAlone(hour, sid("CA"), "+818011112222");
    const parentSid = sid("CA");
    worker.calls.add(parentSid, { to: ours });
    worker.calls.add(leg.callSid, { to: "+818011112222", parentSid, direction: "outbound-dial" });
    expect(await sweep()).toBe(1);
  });

  it("of a call that the provider cannot tell of now are taken in by the next look, and the others by this", async () => {
    const first = madeAlone(2 * hour);
    const second = madeAlone(hour);
    worker.calls.failures = 1;
    expect(await sweep()).toBe(1);
    expect([await rowsOf(first.callSid), await rowsOf(second.callSid)].map((rows) => rows.length)).toEqual([
      0, 1,
    ]);
    expect(await sweep()).toBe(1);
    expect(await rowsOf(first.callSid)).toHaveLength(1);
  });

  it("are asked about once, though they stay with the provider because they are another line's", async () => {
    const foreign = madeAlone(hour, sid("CA"), "+815000000001");
    const list = createRecordingList({ ...account, apiUrl: worker.apiUrl });
    const before = worker.calls.asked;
    for (let look = 0; look < 3; look += 1) await sweepRecordings(worker.intake.ctx, list, new Set([ours]));
    expect(worker.calls.asked - before).toBe(1);
    foreign.deleted = true;
  });

  it("are each taken in once when the program is killed at any write of a look", async () => {
    for (let at = 0; at < 3; at += 1) {
      for (const moment of ["before", "after"] as const) {
        const second = madeAlone(hour);
        const first = madeAlone(2 * hour, second.callSid);
        await expect(sweep(worker.apiUrl, dyingAt(worker.intake.ctx, at, moment))).rejects.toThrow("killed");
        await worker.intake.reopen();
        await sweep();
        const rows = await rowsOf(first.callSid);
        expect(rows.map((row) => row.recording_sid)).toEqual([first.sid, second.sid]);
        expect(new Set(rows.map((row) => row.tip_id)).size).toBe(1);
        expect(await sweep()).toBe(0);
      }
    }
  });

  it("are left alone while their callback may still come, and when they are older than the look back", async () => {
    const fresh = madeAlone(5 * 60_000);
    const old = madeAlone(32 * 24 * hour);
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
  const say = (language: string) =>
    verbs.filter((verb) => verb.attributes.language === language).map((verb) => verb.text);

  it("can lie anywhere: it names no address, asks for no callback, and comes back to itself with a plain GET", () => {
    expect(document).not.toMatch(/https?:\/\/|action=|callback/i);
    expect(verbs.find((verb) => verb.name === "Record")?.attributes).toEqual({
      method: "GET",
      maxLength: "600",
      timeout: "30",
      finishOnKey: "#",
      playBeep: "true",
      trim: "do-not-trim",
    });
    // TwiML Bins take at most 4,000 characters.
    expect(document.length).toBeLessThan(4_000);
  });

  it.each([
    ["ja-JP", ["無料", "お名前は要りません", "録音します", "110番", "118番"]],
    ["en-US", ["free", "need not give your name", "We record", "1 1 0", "1 1 8"]],
  ])(
    "says in %s before the tone what the line says, and after silence what becomes of it",
    (language, words) => {
      const tone = verbs.findIndex((verb) => verb.name === "Record");
      const before = verbs.slice(0, tone).filter((verb) => verb.attributes.language === language);
      for (const each of words) expect(before.map((verb) => verb.text).join(" ")).toContain(each);
      expect(say(language).length).toBe(before.length + 1);
      expect(verbs.map((verb) => verb.name).slice(tone)).toEqual(["Record", "Say", "Say", "Hangup"]);
    },
  );

  it("promises what the line itself promises, in the same words", () => {
    const line = (locale: string): string =>
      JSON.parse(readFileSync(new URL(`../../content/voice/${locale}.json`, import.meta.url), "utf8")).prompts
        .danger;
    expect(say("ja-JP").join("")).toContain(line("ja"));
    expect(say("en-US").join(" ")).toContain(line("en"));
  });
});
