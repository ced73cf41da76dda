import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import lineLimits from "../../../content/data/voice-limits.json" with { type: "json" };
import { smsDoor } from "../../../functions/channels/sms/sms-door.ts";
import { picturesOnly } from "../../../functions/channels/sms/words.ts";
import { takeMessage } from "../../../functions/service/messages/take-message.ts";
import { wroteBefore } from "../../../functions/service/tips/wrote-before.ts";
import { createMessageWatch } from "../../../functions/service/watch/watch-messages.ts";
import { FakeTwilio } from "../../support/fake-twilio/fake-twilio.ts";
import { account } from "../../support/telephone.ts";
import { type TestWorker, testWorker } from "../../support/worker.ts";

let worker: TestWorker;
let line: FakeTwilio;
beforeAll(async () => {
  worker = await testWorker();
  const { ctx } = worker.intake;
  const publicUrl = "https://tips.example";
  const watch = createMessageWatch(ctx, { ...lineLimits, messages: 4, sameMessage: 3 });
  const door = smsDoor({
    authTokens: [account.authToken],
    publicUrl,
    reply: false,
    log: ctx.log,
    takeMessage: (message) => takeMessage({ ...ctx, watch, picturesOnly }, message),
    wroteBefore: (sender) => wroteBefore(ctx, sender),
  });
  const app = new Hono().route("/twilio/sms", door);
  line = await FakeTwilio.start({ ...account, publicUrl, send: (request) => app.request(request) });
});
afterAll(async () => {
  await line?.stop();
  await worker?.stop();
});

/** Where the tip lies that a number's messages became. */
async function tipOf(sid: string) {
  await worker.intake.drained();
  const hash = Buffer.from(worker.intake.ctx.keys.hashIdempotency(`sms:${sid}`));
  const [tip] = await worker.rows<{ id: string; lane: string; misuse: string[]; later: number }>(
    `select id, lane, misuse, (select count(*)::int from messages m where m.tip_id = tips.id) as later
     from tips where idem_hash = $1`,
    [hash],
  );
  return tip;
}

describe("messages without end from one number", () => {
  it("stay one tip, which waits in quarantine with every word, until one of them is worth reading", async () => {
    const from = "+818000009901";
    const first = await line.message("hm", { from });
    for (let n = 0; n < 3; n += 1) await line.message(`hm ${n}`, { from });
    expect(await tipOf(first.sid)).toMatchObject({ lane: "queue", misuse: [], later: 3 });
    await line.message("hm again", { from });
    expect(await tipOf(first.sid)).toMatchObject({ lane: "quarantine", misuse: ["message_flood"], later: 4 });
    await line.message("明日、横浜港のコンテナ CSQU3054383 に覚醒剤が入って届く", { from });
    expect(await tipOf(first.sid)).toMatchObject({ lane: "queue", misuse: ["message_flood"], later: 5 });
  });

  it("count once each, however often the provider sends them again", async () => {
    const from = "+818000009902";
    const first = await line.message("hm", { from });
    for (let n = 0; n < 9; n += 1) await line.message("hm", { from, sid: first.sid });
    expect(await tipOf(first.sid)).toMatchObject({ lane: "queue", misuse: [], later: 0 });
  });
});

describe("one wording from many numbers", () => {
  it("goes to quarantine from the third number on, unless it says what to act on", async () => {
    const send = async (words: string, n: number) => line.message(words, { from: `+81800001000${n}` });
    const spam = "Congratulations, you have been chosen, call us back";
    const sent = [await send(spam, 1), await send(spam, 1), await send(spam, 2), await send(spam, 3)];
    const last = sent.at(-1)?.sid ?? "";
    expect((await tipOf(sent[2]?.sid ?? ""))?.misuse).toEqual([]);
    expect(await tipOf(last)).toMatchObject({ lane: "quarantine", misuse: ["same_message"] });
    const tip = "明日の朝、苫小牧港で拳銃の入った箱が船から下ろされます";
    for (const n of [4, 5]) await send(tip, n);
    expect(await tipOf((await send(tip, 6)).sid)).toMatchObject({ lane: "queue", misuse: ["same_message"] });
  });
});
