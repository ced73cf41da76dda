import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { voiceDoor } from "../../../functions/channels/voice/voice-door.ts";
import { attachRecording } from "../../../functions/service/tips/attach-recording.ts";
import { openCallTip } from "../../../functions/service/tips/open-call-tip.ts";
import { connect } from "../../../functions/store/connect.ts";
import { freshDatabase, type TestDatabase } from "../../support/database.ts";
import {
  type Deed,
  FakeTwilio,
  hangup,
  press,
  silence,
  talk,
  talkAndHangup,
} from "../../support/fake-twilio/fake-twilio.ts";
import { type TestIntake, testIntake } from "../../support/intake.ts";

const authToken = "0123456789abcdef0123456789abcdef";
const accountSid = `AC${"0".repeat(32)}`;
const publicUrl = "https://tips.example";

let database: TestDatabase;
let intake: TestIntake;
let owner: ReturnType<typeof connect>;
let twilio: FakeTwilio;

beforeAll(async () => {
  database = await freshDatabase();
  owner = connect(database.url);
  intake = await testIntake(database);
  const door = voiceDoor({
    authTokens: [authToken],
    publicUrl,
    openCallTip: (call) => openCallTip(intake.ctx, call),
    attachRecording: (notice) => attachRecording(intake.ctx, notice),
    log: intake.ctx.log,
  });
  const app = new Hono().route("/twilio/voice", door);
  twilio = await FakeTwilio.start({
    authToken,
    accountSid,
    publicUrl,
    repeat: 2,
    send: (request) => app.request(request),
  });
});
afterAll(async () => {
  await twilio?.stop();
  await intake?.remove();
  await owner?.close();
  await database?.drop();
});

async function tipsOf(callSid: string) {
  await intake.drained();
  const hash = Buffer.from(intake.ctx.keys.hashIdempotency(`call:${callSid}`));
  return owner.db
    .selectFrom("tips")
    .leftJoin("evidence", "evidence.tip_id", "tips.id")
    .select(["tips.id", "tips.locale", "tips.channel", "evidence.recording_sid", "evidence.state"])
    .where("tips.idem_hash", "=", hash)
    .execute();
}

describe("a whole call", () => {
  it("asks for the language, warns, records, and reads the receipt twice", async () => {
    const call = await twilio.call([press("2"), talk(42)]);
    expect(call.ended).toBe("hung up by us");
    const english = call.heard.filter((line) => line.voice === "en-US").map((line) => line.text);
    expect(english[0]).toContain("press 2");
    expect(english.join(" ")).toContain("call 1 1 0");
    const receipt = intake.ctx.keys.receiptFor(`call:${call.sid}`);
    const digits = call.heard
      .filter((line) => /^\d(, \d){3}$/.test(line.text))
      .map((line) => line.text.replaceAll(", ", ""));
    expect(digits.join("")).toBe(receipt + receipt);
    expect(await tipsOf(call.sid)).toEqual([
      expect.objectContaining({
        locale: "en",
        channel: "voice",
        recording_sid: call.recordings[0],
        state: "pending",
      }),
    ]);
  });

  it("speaks Japanese to whoever presses 1", async () => {
    const call = await twilio.call([press("1"), talk(5)]);
    const after = call.heard.slice(2);
    expect(after.every((line) => line.voice === "ja-JP")).toBe(true);
    expect(await tipsOf(call.sid)).toMatchObject([{ locale: "ja" }]);
  });

  it("goes on in both languages when nothing, or a wrong key, is pressed three times", async () => {
    for (const deed of [silence(), press("9")]) {
      const call = await twilio.call([deed, deed, deed, talk(7)]);
      const voices = new Set(call.heard.slice(6).map((line) => line.voice));
      expect(voices).toEqual(new Set(["ja-JP", "en-US"]));
      expect(await tipsOf(call.sid)).toHaveLength(1);
    }
  });

  it("asks once more after silence and then ends kindly, leaving no tip", async () => {
    const call = await twilio.call([press("1"), silence(), silence()]);
    expect(call.ended).toBe("hung up by us");
    expect(call.heard.map((line) => line.text).join("")).toContain("24時間");
    expect(await tipsOf(call.sid)).toEqual([]);
  });

  it("keeps what was said after a first silence", async () => {
    const call = await twilio.call([press("1"), silence(), talk(9)]);
    expect(await tipsOf(call.sid)).toHaveLength(1);
  });

  const whole: Deed[] = [press("1"), silence(), talk(9)];
  it.each([0, 1, 2])("leaves no tip when the caller hangs up before speaking, at step %i", async (step) => {
    const call = await twilio.call([...whole.slice(0, step), hangup()]);
    expect(call.ended).toBe("hung up by caller");
    expect(await tipsOf(call.sid)).toEqual([]);
  });

  it.each([
    ["at once", [press("1"), talkAndHangup(3)]],
    ["after a first silence", [press("2"), silence(), talkAndHangup(1)]],
    ["without a language", [silence(), silence(), silence(), talkAndHangup(2)]],
  ] as [string, Deed[]][])(
    "leaves a tip when the line is cut while the caller speaks %s",
    async (_when, deeds) => {
      const call = await twilio.call(deeds);
      expect(call.ended).toBe("hung up by caller");
      expect(await tipsOf(call.sid)).toMatchObject([{ recording_sid: call.recordings[0], state: "pending" }]);
    },
  );

  it("keeps no number, in clear or as it was sent", async () => {
    const number = "+818000007777";
    const call = await twilio.call([press("1"), talk(5)], number);
    await tipsOf(call.sid);
    const everything = await owner.pool.query(
      "select t::text as row from tips t union all select e::text from evidence e union all select v::text from events v",
    );
    expect(everything.rows.map((row) => row.row).join("\n")).not.toContain("8000007777");
    expect(JSON.stringify(intake.logs)).not.toContain("8000007777");
  });

  it.each(["", "Anonymous", "+266696687", "+86282452253", "Restricted"])(
    "takes a caller who shows as %j",
    async (from) => {
      const call = await twilio.call([press("1"), talk(3)], from);
      expect(await tipsOf(call.sid)).toHaveLength(1);
    },
  );
});
