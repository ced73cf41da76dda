import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DutyPlan, dutyPlan, shiftAt, whisperWords } from "../../../functions/channels/voice/duty.ts";
import type { Officer } from "../../support/fake-twilio/call.ts";
import { type Call, type FakeTwilio, press, silence, talk } from "../../support/fake-twilio/fake-twilio.ts";
import { telephone } from "../../support/telephone.ts";
import { type TestWorker, testWorker } from "../../support/worker.ts";

const plan: DutyPlan = {
  ...dutyPlan,
  shifts: [
    { languages: ["ja", "en"], days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00", region: "横浜税関" },
    { languages: ["vi"], days: [5], from: "22:00", to: "06:00" },
  ],
};
const numbers = ["+81900000001", "+81900000002", "+81900000003"];
const callerId = "+81500000000";
/** A Thursday in Tokyo. */
const noon = new Date("2026-11-26T03:00:00Z");

let worker: TestWorker;
let twilio: FakeTwilio;
let now = noon;
let there: Record<string, Officer> = {};
beforeAll(async () => {
  worker = await testWorker();
  twilio = await telephone(worker.intake, {
    verbs: { duty: { plan, numbers, callerId, clock: () => now } },
    officer: (number) => there[number] ?? "no-answer",
  });
});
afterAll(async () => {
  await twilio?.stop();
  await worker?.stop();
});

const texts = (call: Call) => call.heard.map((line) => line.text).join("\n");

async function recordingsOf(call: Call): Promise<{ part: string; recording_sid: string }[]> {
  await worker.intake.drained();
  return worker.rows("select part, recording_sid from evidence where call_sid = $1 order by id", [call.sid]);
}

async function tipOf(call: Call): Promise<unknown[]> {
  await worker.intake.drained();
  const hash = Buffer.from(worker.intake.ctx.keys.hashIdempotency(`call:${call.sid}`));
  return worker.rows("select id from tips where idem_hash = $1", [hash]);
}

describe("an officer, live", () => {
  it("is called in turn until one takes it, told the language and region, and shown our number only", async () => {
    there = { "+81900000001": "busy", "+81900000002": "declines", "+81900000003": "takes" };
    const call = await twilio.call(
      [press("2"), press("0"), press("1"), press("2"), silence()],
      "+818000001111",
    );
    expect(call.dialled.map(({ number, together }) => [number, together])).toEqual([
      ["+81900000001", false],
      ["+81900000002", false],
      ["+81900000003", true],
    ]);
    for (const each of call.dialled) expect(each.callerId).toBe(callerId);
    expect(call.dialled[2]?.heard).toContain("英語");
    expect(call.dialled[2]?.heard).toContain("横浜税関");
    expect(JSON.stringify(call.dialled)).not.toContain("8000001111");
    expect(texts(call)).toContain("Your talk with the officer is over.");
    expect(texts(call)).toContain("Here is your receipt number");
    expect(await recordingsOf(call)).toEqual([{ part: "officer", recording_sid: call.recordings[0] }]);
  });

  it("can be asked for after speaking too, and is told of the band that goods keyed in have given", async () => {
    there = { "+81900000001": "takes" };
    const spoken = await twilio.call([press("2"), press("1"), talk(4), press("0"), press("2"), silence()]);
    expect(spoken.dialled[0]?.heard).toContain(plan.whisper.recordedSoFar);
    const box = [press("2"), press("2"), talk(3), press("0"), press("0"), press("2"), press("27783054383#")];
    const keyed = await twilio.call([...box, press("1"), talk(2), press("0"), press("2"), silence()]);
    expect(keyed.dialled[0]?.heard).toMatch(/緊急度は、[ABC]です/);
    expect(JSON.stringify(keyed.dialled)).not.toContain("3054383");
    expect(texts(keyed)).toContain("Here is your receipt number");
  });

  it("is not recorded without the caller's yes, and the talk still has a tip", async () => {
    there = { "+81900000001": "takes" };
    for (const answer of [press("2"), silence()]) {
      const call = await twilio.call([press("2"), press("0"), answer, silence(), silence()]);
      expect(call.dialled).toHaveLength(1);
      expect(call.recordings).toEqual([]);
      expect(await tipOf(call)).toHaveLength(1);
    }
  });

  it("who does not come leaves the caller with the recording, not with a dead end", async () => {
    there = { "+81900000001": "failed" };
    const call = await twilio.call([press("1"), press("0"), press("1"), talk(5), press("1"), silence()]);
    expect(call.dialled).toHaveLength(3);
    expect(texts(call)).toContain("いま、電話に出られる職員がいません。");
    expect((await recordingsOf(call)).map(({ part }) => part)).toEqual(["talk"]);
  });

  it("is offered in the languages and hours of the plan only", async () => {
    there = { "+81900000001": "takes" };
    const offered = async (key: string) =>
      /職員と話すときは|officer now|nhân viên ngay/.test(texts(await twilio.call([press(key)])));
    expect([await offered("1"), await offered("2"), await offered("5")]).toEqual([true, true, false]);
    now = new Date("2026-11-27T14:00:00Z");
    expect([await offered("1"), await offered("5")]).toEqual([false, true]);
    const call = await twilio.call([press("1"), press("0"), press("0"), talk(3), silence()]);
    expect(call.dialled).toEqual([]);
    expect(await recordingsOf(call)).toHaveLength(1);
    now = noon;
  });
});

describe("the duty plan", () => {
  const at = (moment: string, language: "ja" | "vi") =>
    shiftAt(plan, language, new Date(moment)) !== undefined;

  it("keeps Tokyo's clock and days, past midnight too", () => {
    expect(at("2026-11-26T00:00:00Z", "ja")).toBe(true);
    expect(at("2026-11-25T23:59:00Z", "ja")).toBe(false);
    expect(at("2026-11-26T08:00:00Z", "ja")).toBe(false);
    expect(at("2026-11-28T03:00:00Z", "ja")).toBe(false);
    // Friday 22:00 to Saturday 06:00.
    expect(at("2026-11-27T13:00:00Z", "vi")).toBe(true);
    expect(at("2026-11-27T20:59:00Z", "vi")).toBe(true);
    expect(at("2026-11-27T21:00:00Z", "vi")).toBe(false);
    expect(at("2026-11-26T20:59:00Z", "vi")).toBe(false);
  });

  it("puts nobody through as it is shipped, until the office writes its hours", () => {
    expect(dutyPlan.shifts).toEqual([]);
    expect(() => DutyPlan.parse({ ...plan, shifts: [{ ...plan.shifts[0], from: "9:00" }] })).toThrow();
  });

  it("whispers the language by its Japanese name", () => {
    expect(whisperWords(plan, "vi", undefined)).toContain("ベトナム語");
    expect(whisperWords(plan, "zh-hant", undefined)).toContain("中国語");
  });
});
