import { afterAll, beforeAll, describe, expect, it } from "vitest";
import nepaliQuestions from "../../../content/questions/ne.json" with { type: "json" };
import { clipName } from "../../../functions/channels/voice/prompts.ts";
import { encodeSealed } from "../../../functions/domain/intake/sealed-words.ts";
import { tokyoDay } from "../../../functions/service/tips/sender-hashes.ts";
import { connect } from "../../../functions/store/connect.ts";
import { createExpiryStore } from "../../../functions/store/worker-expiry.ts";
import { recordingsOn, tipOfCall } from "../../support/call-records.ts";
import {
  type Call,
  type Deed,
  type FakeTwilio,
  hangup,
  press,
  silence,
  talk,
  talkAndHangup,
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

const keys = () => worker.intake.ctx.keys;
const receiptOf = (call: Call) => keys().receiptFor(`call:${call.sid}`);
const texts = (call: Call) => call.heard.map((line) => line.text).join("\n");

async function ask(call: Call, text: string): Promise<void> {
  const { recipient } = keys().threadFor(receiptOf(call));
  const sealed = await worker.intake.ctx.sealer.seal(encodeSealed({ version: 1, text }), [recipient]);
  await worker.rows(
    `insert into messages (id, tip_id, from_party, at, sealed)
       values (gen_random_uuid(), $1, 'desk', now(), $2)`,
    [await tipOfCall(worker, call), Buffer.from(sealed)],
  );
}

const first: Deed[] = [press("2"), press("1"), talk(9), press("1"), hangup()];
const withReceipt = (receipt: string): Deed[] => [press("2"), press("3"), press("2"), press(`${receipt}#`)];

describe("a caller with a receipt", () => {
  it("hears the desk's question twice in its own voice, and answers it by voice on the same tip", async () => {
    const call = await twilio.call(first);
    await ask(call, "何色のトラックでしたか。");
    await worker.rows("update tips set public_status = 'question' where id = $1", [
      await tipOfCall(worker, call),
    ]);
    const back = await twilio.call([...withReceipt(receiptOf(call)), talk(5), silence()]);
    const asked = back.heard.filter((line) => line.text.includes("何色のトラック"));
    expect(asked.map((line) => line.voice)).toEqual(["ja-JP", "ja-JP"]);
    expect(texts(back)).toContain("Customs has a question for you.");
    const tipId = (await tipOfCall(worker, call)) ?? "";
    expect((await recordingsOn(worker, tipId)).map((row) => row.part)).toEqual(["talk", "answer"]);
    expect(await tipOfCall(worker, back)).toBeUndefined();
    const [tip] = await worker.rows<{ unread_since: Date; band: string; public_status: string }>(
      "select unread_since, band, public_status from tips where id = $1",
      [tipId],
    );
    expect(tip?.unread_since).toBeInstanceOf(Date);
    // Somebody waits for it, so it is for today.
    expect(tip?.band).toBe("B");
    expect(tip?.public_status).toBe("reading");
    const events = await worker.rows<{ action: string }>(
      "select action from events where tip_id = $1 order by seq",
      [tipId],
    );
    expect(events.map(({ action }) => action)).toContain("tip.call_returned");
  });

  it("hears the same words whether the receipt has no question or is nobody's, and what they say is kept", async () => {
    const call = await twilio.call(first);
    const known = await twilio.call([...withReceipt(receiptOf(call)), talk(5), silence()]);
    const unknown = await twilio.call([...withReceipt("1234567890123456"), talk(5), silence()]);
    const said = (each: Call) => each.heard.map((line) => line.text);
    expect(said(unknown)).toEqual(said(known));
    expect(said(known).join(" ")).not.toMatch(/\d, \d, \d, \d/);
    expect(
      (await recordingsOn(worker, (await tipOfCall(worker, call)) ?? "")).map((row) => row.part),
    ).toEqual(["talk", "added"]);
    const own = (await tipOfCall(worker, unknown)) ?? "";
    expect((await recordingsOn(worker, own)).map((row) => row.recording_sid)).toEqual(unknown.recordings);
  });

  it("is not asked again what they have answered in writing since", async () => {
    const call = await twilio.call(first);
    await ask(call, "Which gate?");
    const { addMessage } = await import("../../../functions/service/threads/add-message.ts");
    await addMessage(worker.intake.ctx, {
      receipt: receiptOf(call),
      locale: "en",
      text: "Gate 4",
      idempotencyKey: "answered-in-writing",
    });
    await worker.intake.drained();
    const back = await twilio.call([...withReceipt(receiptOf(call)), hangup()]);
    expect(texts(back)).not.toContain("Which gate?");
    expect(texts(back)).toContain("There is no question for you now.");
  });

  it("hears where it stands in the desk's words, before being told that nothing is asked", async () => {
    const call = await twilio.call(first);
    await worker.rows("update tips set public_status = 'reading' where id = $1", [
      await tipOfCall(worker, call),
    ]);
    const back = await twilio.call([...withReceipt(receiptOf(call)), hangup()]);
    expect(texts(back)).toMatch(/Being read\nThere is no question for you now\./);
  });

  it("hears a ready-made question from its recording where no voice speaks their language", async () => {
    const nepali: Deed[] = [press("9"), press("5"), press("1"), talk(9), press("1"), hangup()];
    const call = await twilio.call(nepali);
    const words = nepaliQuestions.which_day;
    await ask(call, words);
    const back = await twilio.call([
      press("9"),
      press("5"),
      press("3"),
      press("2"),
      press(`${receiptOf(call)}#`),
      talk(5),
      silence(),
    ]);
    const clip = clipName("ready", words);
    expect(back.heard.filter(({ text }) => text.includes(`/ne/${clip}.mp3`))).toHaveLength(2);
    await ask(call, "दुई वटा ट्रक थिए?");
    const again = await twilio.call([
      press("9"),
      press("5"),
      press("3"),
      press("2"),
      press(`${receiptOf(call)}#`),
      talk(5),
      silence(),
    ]);
    expect(texts(again), "and of words that nobody recorded, that they wait on the site").not.toContain(clip);
    expect(texts(again)).toContain("question_on_site");
  });

  it("may mistype once, and is then let speak", async () => {
    const back = await twilio.call([
      press("2"),
      press("3"),
      press("2"),
      press("123#"),
      press("456#"),
      talk(4),
      silence(),
    ]);
    expect(texts(back)).toContain("Those were not sixteen digits.");
    expect(
      (await recordingsOn(worker, (await tipOfCall(worker, back)) ?? "")).map((row) => row.part),
    ).toEqual(["added"]);
  });

  it("who takes it back takes back this call's words only", async () => {
    const call = await twilio.call(first);
    const back = await twilio.call([...withReceipt(receiptOf(call)), talk(5), press("*"), hangup()]);
    expect(texts(back)).toContain("Your recording is erased.");
    const tipId = (await tipOfCall(worker, call)) ?? "";
    expect((await recordingsOn(worker, tipId)).map((row) => row.state)).toEqual(["pending", "erased"]);
    const [tip] = await worker.rows<{ lane: string }>("select lane from tips where id = $1", [tipId]);
    expect(tip?.lane).toBe("queue");
  });

  it.each([0, 1, 2, 3, 4])("who hangs up after %i steps leaves what they said", async (count) => {
    const call = await twilio.call(first);
    const whole = [...withReceipt(receiptOf(call)), talk(5)];
    const back = await twilio.call([...whole.slice(0, count), talkAndHangup(3)]);
    const rows = await recordingsOn(worker, (await tipOfCall(worker, call)) ?? "");
    const own = await tipOfCall(worker, back);
    const all = [...rows, ...(own ? await recordingsOn(worker, own) : [])].map((row) => row.recording_sid);
    expect(all).toEqual(expect.arrayContaining([...call.recordings, ...back.recordings]));
  });
});

describe("a call that was cut off", () => {
  const cut: Deed[] = [press("2"), press("1"), talkAndHangup(20)];
  const goOn: Deed[] = [press("2"), press("3"), press("1"), talk(6), silence()];

  it("goes on within a quarter of an hour from the same number, and a third time too", async () => {
    const from = "+818000005551";
    const call = await twilio.call(cut, from);
    const again = await twilio.call([...goOn.slice(0, 3), talkAndHangup(4)], from);
    const third = await twilio.call(goOn, from);
    const rows = await recordingsOn(worker, (await tipOfCall(worker, call)) ?? "");
    expect(rows.map((row) => row.recording_sid)).toEqual([
      ...call.recordings,
      ...again.recordings,
      ...third.recordings,
    ]);
    expect(texts(third)).not.toContain("receipt number: sixteen");
  });

  it("is a tip of its own after that, from another number, or from one that many share", async () => {
    const from = "+818000005552";
    const call = await twilio.call(cut, from);
    const other = await twilio.call(goOn, "+818000005553");
    late = 16 * minute;
    const tooLate = await twilio.call(goOn, from);
    late = 0;
    await twilio.call(cut, "+266696687");
    const shared = await twilio.call(goOn, "+266696687");
    expect(await recordingsOn(worker, (await tipOfCall(worker, call)) ?? "")).toHaveLength(1);
    for (const own of [other, tooLate, shared]) {
      expect(
        (await recordingsOn(worker, (await tipOfCall(worker, own)) ?? "")).map((row) => row.recording_sid),
      ).toEqual(own.recordings);
    }
  });

  it("is known by a hash that expires, and by nothing else", async () => {
    const from = "+818000005554";
    await twilio.call(cut, from);
    await worker.intake.drained();
    const hash = Buffer.from(keys().hashSender(`call:${from}`, tokyoDay(new Date())));
    const rows = await worker.rows<{ expires_at: Date }>("select * from callers where hash = $1", [hash]);
    expect(rows).toHaveLength(1);
    expect((rows[0]?.expires_at.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(15 * minute);
    const everything = await worker.rows<{ row: string }>("select c::text as row from callers c");
    expect(JSON.stringify(everything)).not.toContain("8000005554");
    const login = connect(worker.database.urls.worker);
    await createExpiryStore(login.db).expireSenders(new Date(Date.now() + 60 * minute));
    await login.close();
    expect(await worker.rows("select 1 from callers where hash = $1", [hash])).toEqual([]);
    expect(JSON.stringify(worker.intake.logs)).not.toContain("8000005554");
  });
});
