import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeSealed, SealedContact, SealedWords } from "../../../functions/domain/intake/sealed-words.ts";
import { KeyReused } from "../../../functions/service/errors.ts";
import { attachRecording } from "../../../functions/service/tips/attach-recording.ts";
import { openCallTip } from "../../../functions/service/tips/open-call-tip.ts";
import { submitTip } from "../../../functions/service/tips/submit-tip.ts";
import { connect } from "../../../functions/store/connect.ts";
import { freshDatabase, type TestDatabase } from "../../support/database.ts";
import { type TestIntake, testIntake } from "../../support/intake.ts";

const words = "今夜、横浜港にシャブの入ったコンテナ CSQU 305438-3 が着きます。倉庫で見ました。";

let database: TestDatabase;
let intake: TestIntake;
let owner: ReturnType<typeof connect>;

beforeAll(async () => {
  database = await freshDatabase();
  owner = connect(database.url);
  intake = await testIntake(database, { clock: () => new Date("2026-11-20T13:10:00Z") });
});
afterAll(async () => {
  await intake?.remove();
  await owner?.close();
  await database?.drop();
});

const report = (text: string, more: object = {}) => ({ locale: "ja" as const, text, goods: [], ...more });

describe("submitting a tip", () => {
  it("puts a sealed tip, its verdict in codes, search hashes, an event and a job into the database", async () => {
    const contact = "090-0000-1234";
    const accepted = await submitTip(intake.ctx, {
      channel: "web",
      idempotencyKey: randomUUID(),
      report: report(words, { contact, goods: ["gold"] }),
    });
    await intake.drained();

    const tip = await owner.db
      .selectFrom("tips")
      .selectAll()
      .where("id", "=", accepted.id)
      .executeTakeFirstOrThrow();
    expect(tip).toMatchObject({
      channel: "web",
      locale: "ja",
      lang: "ja",
      lane: "queue",
      state: "new",
      region: "yokohama",
    });
    expect(tip.categories).toContain("stimulants");
    expect(tip.categories, "what was ticked counts as well").toContain("gold");
    expect(JSON.stringify(tip)).not.toContain("CSQU");

    const opened = decodeSealed(SealedWords, await intake.opener.open(tip.sealed));
    expect(opened.report.text).toBe(words);
    expect(opened.report).not.toHaveProperty("contact");
    expect(opened.verdict.identifiers).toMatchObject([
      { type: "container", value: "CSQU3054383", valid: true },
    ]);
    const sealedContact = decodeSealed(
      SealedContact,
      await intake.opener.open(tip.sealed_contact ?? Buffer.alloc(0)),
    );
    expect(sealedContact.contact).toBe(contact);

    const hash = intake.ctx.index.identifier("container", "CSQU3054383");
    const found = await owner.db
      .selectFrom("identifiers")
      .selectAll()
      .where("hash", "=", Buffer.from(hash))
      .execute();
    expect(found).toMatchObject([{ tip_id: accepted.id, type: "container", valid: true }]);
    const events = await owner.db
      .selectFrom("events")
      .selectAll()
      .where("tip_id", "=", accepted.id)
      .execute();
    expect(events).toMatchObject([{ action: "tip.received", actor_kind: "public" }]);
    if (tip.band === "A" || tip.band === "B") {
      expect(intake.jobs).toContainEqual({ queue: "tip.notify", data: { tipId: accepted.id } });
    }
  });

  it("answers the same receipt to the same words under the same key, before and after they reach the database", async () => {
    const submission = {
      channel: "web" as const,
      idempotencyKey: randomUUID(),
      report: report("港で変な荷物を見た"),
    };
    const [first, second] = await Promise.all([
      submitTip(intake.ctx, submission),
      submitTip(intake.ctx, submission),
    ]);
    await intake.drained();
    const third = await submitTip(intake.ctx, submission);
    expect([second.receipt, third.receipt]).toEqual([first.receipt, first.receipt]);
    expect(third).toMatchObject({ id: first.id, again: true });
    const hash = Buffer.from(intake.ctx.keys.hashIdempotency(submission.idempotencyKey));
    expect(
      await owner.db.selectFrom("tips").select("id").where("idem_hash", "=", hash).execute(),
    ).toHaveLength(1);
  });

  it("refuses other words under a key that was used", async () => {
    const idempotencyKey = randomUUID();
    await submitTip(intake.ctx, { channel: "web", idempotencyKey, report: report("一つめ") });
    await expect(
      submitTip(intake.ctx, { channel: "web", idempotencyKey, report: report("二つめ") }),
    ).rejects.toThrow(KeyReused);
    await intake.drained();
    await expect(
      submitTip(intake.ctx, { channel: "web", idempotencyKey, report: report("二つめ") }),
    ).rejects.toThrow(KeyReused);
  });

  it("gives every key a receipt of sixteen digits of its own", async () => {
    const receipts = Array.from({ length: 2_000 }, () => intake.ctx.keys.receiptFor(randomUUID()));
    expect(receipts.every((receipt) => /^\d{16}$/.test(receipt))).toBe(true);
    expect(new Set(receipts).size).toBe(receipts.length);
  });
});

describe("a call", () => {
  it("is one tip however often its callbacks come, and each recording is fetched once", async () => {
    const callSid = `CA${"1".repeat(32)}`;
    const opened = await openCallTip(intake.ctx, { callSid, locale: "en" });
    const notice = { callSid, recordingSid: `RE${"2".repeat(32)}`, locale: "ja" as const, seconds: 41 };
    const noted = await attachRecording(intake.ctx, notice);
    await attachRecording(intake.ctx, notice);
    await intake.drained();
    expect(noted.receipt).toBe(opened.receipt);
    const tips = await owner.db.selectFrom("tips").selectAll().where("channel", "=", "voice").execute();
    expect(tips).toHaveLength(1);
    expect(tips[0], "a recording nobody has heard is not thrown away").toMatchObject({
      lane: "queue",
      band: "B",
    });
    const evidence = await owner.db.selectFrom("evidence").selectAll().execute();
    expect(evidence).toMatchObject([{ kind: "recording", state: "pending", seconds: 41, tip_id: opened.id }]);
    const fetches = intake.jobs.filter((job) => job.queue === "recording.fetch");
    expect(fetches).toEqual([{ queue: "recording.fetch", data: { evidenceId: evidence[0]?.id } }]);
  });
});

describe("text messages", () => {
  it("join the tip the same sender began within a day, and begin a new one later", async () => {
    let now = new Date("2026-11-21T14:30:00Z");
    const sms = await testIntake(database, { clock: () => now });
    const send = (sid: string, text: string, sender: string) =>
      submitTip(sms.ctx, { channel: "sms", idempotencyKey: `sms:${sid}`, report: report(text), sender });
    const first = await send("SM1", "船で何か運んでいる", "+818000000001");
    now = new Date("2026-11-21T16:00:00Z"); // past midnight in Tokyo
    await send("SM2", "今夜、横浜港に覚醒剤が着く", "+818000000001");
    await send("SM2", "今夜、横浜港に覚醒剤が着く", "+818000000001");
    const stranger = await send("SM3", "別の話", "+818000000002");
    await sms.drained();
    now = new Date("2026-11-23T15:00:00Z");
    const later = await send("SM4", "また見た", "+818000000001");
    await sms.drained();

    const tips = await owner.db
      .selectFrom("tips")
      .select("id")
      .where("channel", "=", "sms")
      .orderBy("received_at")
      .execute();
    expect(tips.map((tip) => tip.id)).toEqual([first.id, stranger.id, later.id]);
    const messages = await owner.db
      .selectFrom("messages")
      .selectAll()
      .where("tip_id", "=", first.id)
      .execute();
    expect(messages).toHaveLength(1);
    const opened = decodeSealed(SealedWords, await sms.opener.open(messages[0]?.sealed ?? Buffer.alloc(0)));
    expect(opened.report.text).toBe("今夜、横浜港に覚醒剤が着く");
    const tip = await owner.db
      .selectFrom("tips")
      .selectAll()
      .where("id", "=", first.id)
      .executeTakeFirstOrThrow();
    expect(tip.categories, "what the second message says raises the tip").toContain("stimulants");
    expect(tip.unread_since).not.toBeNull();
    await sms.remove();
  });
});
