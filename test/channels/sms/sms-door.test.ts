import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import lineLimits from "../../../content/data/voice-limits.json" with { type: "json" };
import { smsDoor } from "../../../functions/channels/sms/sms-door.ts";
import { picturesOnly } from "../../../functions/channels/sms/words.ts";
import { decodeSealed, SealedWords } from "../../../functions/domain/intake/sealed-words.ts";
import { formatReceipt } from "../../../functions/domain/receipts/receipt.ts";
import { takeMessage } from "../../../functions/service/messages/take-message.ts";
import { wroteBefore } from "../../../functions/service/tips/wrote-before.ts";
import { createMessageWatch } from "../../../functions/service/watch/watch-messages.ts";
import { connect } from "../../../functions/store/connect.ts";
import { freshDatabase, type TestDatabase } from "../../support/database.ts";
import { FakeTwilio } from "../../support/fake-twilio/fake-twilio.ts";
import { type TestIntake, testIntake } from "../../support/intake.ts";

const authToken = "0123456789abcdef0123456789abcdef";
const accountSid = `AC${"0".repeat(32)}`;
const publicUrl = "https://tips.example";

let database: TestDatabase;
let intake: TestIntake;
let owner: ReturnType<typeof connect>;
let quiet: FakeTwilio;
let replying: FakeTwilio;

beforeAll(async () => {
  database = await freshDatabase();
  owner = connect(database.url);
  intake = await testIntake(database);
  const line = (reply: boolean) => {
    const deps = { authTokens: [authToken], publicUrl, reply, log: intake.ctx.log };
    const watch = createMessageWatch(intake.ctx, lineLimits);
    const door = smsDoor({
      ...deps,
      takeMessage: (message) => takeMessage({ ...intake.ctx, watch, picturesOnly }, message),
      wroteBefore: (sender) => wroteBefore(intake.ctx, sender),
    });
    const app = new Hono().route("/twilio/sms", door);
    return FakeTwilio.start({ authToken, accountSid, publicUrl, send: (request) => app.request(request) });
  };
  [quiet, replying] = await Promise.all([line(false), line(true)]);
});
afterAll(async () => {
  await Promise.all([quiet?.stop(), replying?.stop()]);
  await intake?.remove();
  await owner?.close();
  await database?.drop();
});

const tipsFrom = async (sids: string[]) => {
  await intake.drained();
  const hashes = sids.map((sid) => Buffer.from(intake.ctx.keys.hashIdempotency(`sms:${sid}`)));
  return owner.db.selectFrom("tips").selectAll().where("idem_hash", "in", hashes).execute();
};

describe("a text message", () => {
  it("becomes a sealed tip and gets no answer unless the office turned answers on", async () => {
    const sent = await quiet.message("Bukas may darating na shabu sa Kobe", { from: "+818000000011" });
    expect(sent).toMatchObject({ status: 200, answers: [] });
    const [tip] = await tipsFrom([sent.sid]);
    expect(tip).toMatchObject({ channel: "sms", locale: "fil" });
    const opened = decodeSealed(SealedWords, await intake.opener.open(tip?.sealed ?? Buffer.alloc(0)));
    expect(opened.report.text).toBe("Bukas may darating na shabu sa Kobe");
  });

  it("is answered once with its receipt when answers are on, and not again when it comes twice", async () => {
    const sent = await replying.message("港に変な船がいます", { from: "+818000000012" });
    const receipt = formatReceipt(intake.ctx.keys.receiptFor(`sms:${sent.sid}`));
    expect(sent.answers).toHaveLength(1);
    expect(sent.answers[0]).toContain(receipt);
    await intake.drained();
    const again = await replying.message("港に変な船がいます", { from: "+818000000012", sid: sent.sid });
    expect(again.answers).toEqual([]);
    expect(await tipsFrom([sent.sid])).toHaveLength(1);
  });

  it("joins the sender's tip of the day", async () => {
    const from = "+818000000013";
    const first = await quiet.message("倉庫の前に車が三台", { from });
    const second = await quiet.message("中身は拳銃だと聞いた", { from });
    const tips = await tipsFrom([first.sid, second.sid]);
    expect(tips).toHaveLength(1);
    expect(tips[0]?.categories).toContain("firearms");
    expect(
      await owner.db
        .selectFrom("messages")
        .select("id")
        .where("tip_id", "=", tips[0]?.id ?? "")
        .execute(),
    ).toHaveLength(1);
  });

  it("is answered at its first message only: later ones join it and have no receipt of their own", async () => {
    const from = "+818000000014";
    const first = await replying.message("倉庫で見た", { from });
    await intake.drained();
    const second = await replying.message("昨日の夜", { from });
    expect([first.answers.length, second.answers.length]).toEqual([1, 0]);
  });

  it.each(["STOP", "end", " Help. ", "CANCEL"])(
    "that is only %j is kept and never answered",
    async (body) => {
      const sent = await replying.message(body, {
        from: `+8180000002${body.length}${body.charCodeAt(1) % 10}`,
      });
      expect(sent).toMatchObject({ status: 200, answers: [] });
      expect(await tipsFrom([sent.sid])).toHaveLength(1);
    },
  );

  it("that begins with such a word and goes on is a tip like any other, and is answered", async () => {
    const sent = await replying.message("END of pier 3, a boat with guns tonight", { from: "+818000000016" });
    expect(sent.answers).toHaveLength(1);
    const [tip] = await tipsFrom([sent.sid]);
    expect(tip).toMatchObject({ lane: "queue", locale: "en" });
    expect(tip?.categories).toContain("firearms");
  });

  it("of several parts becomes one tip, whichever part says what matters", async () => {
    const from = "+818000000017";
    const long = "あ".repeat(700);
    const sids: string[] = [];
    for (const part of [long, `${long}コンテナ CSQU3054383 に覚醒剤`, long]) {
      sids.push((await quiet.message(part, { from })).sid);
    }
    const tips = await tipsFrom(sids);
    expect(tips).toHaveLength(1);
    expect(tips[0]?.categories).toContain("stimulants");
  });

  it("is answered in its own language where the office answers", async () => {
    const texts = ["부산에서 오는 배에 총이 있어요", "Trong kho có ma túy giấu trong thùng hàng"];
    const answers: string[] = [];
    for (const [index, text] of texts.entries())
      answers.push((await replying.message(text, { from: `+81800000018${index}` })).answers[0] ?? "");
    expect(answers[0]).toContain("접수 번호");
    expect(answers[1]).toContain("Số biên nhận");
  });

  it("leaves the sender's number nowhere", async () => {
    await quiet.message("見た", { from: "+818000009876" });
    await intake.drained();
    const rows = await owner.pool.query(
      "select t::text as row from tips t union all select s::text from senders s union all select v::text from events v",
    );
    expect(rows.rows.map((row) => row.row).join("\n")).not.toContain("8000009876");
    expect(JSON.stringify(intake.logs)).not.toContain("8000009876");
  });
});
