import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeSealed, encodeSealed, SealedWords } from "../../../functions/domain/intake/sealed-words.ts";
import { DatabaseAway } from "../../../functions/service/errors.ts";
import { addMessage } from "../../../functions/service/threads/add-message.ts";
import { followUp } from "../../../functions/service/threads/follow-up.ts";
import { submitTip } from "../../../functions/service/tips/submit-tip.ts";
import { connect } from "../../../functions/store/connect.ts";
import { freshDatabase, type TestDatabase } from "../../support/database.ts";
import { type TestIntake, testIntake } from "../../support/intake.ts";

let database: TestDatabase;
let intake: TestIntake;
let owner: ReturnType<typeof connect>;
beforeAll(async () => {
  database = await freshDatabase();
  owner = connect(database.url);
  intake = await testIntake(database);
});
afterAll(async () => {
  await intake?.remove();
  await owner?.close();
  await database?.drop();
});

async function filed(text: string) {
  const report = { locale: "ja" as const, text, goods: [] };
  const accepted = await submitTip(intake.ctx, { channel: "web", idempotencyKey: randomUUID(), report });
  await intake.drained();
  return accepted;
}

describe("coming back with a receipt", () => {
  it("answers a receipt that nobody has exactly as one whose thread is empty", async () => {
    const { receipt } = await filed("漁港で夜中に荷揚げ");
    const wrong = await followUp(intake.ctx, { receipt: "0000000000000000" });
    expect(wrong).toEqual(await followUp(intake.ctx, { receipt }));
    expect(wrong).toEqual({ status: "received", messages: [] });
  });

  it("shows the desk's question and the reporter's own words, opened with the receipt alone", async () => {
    const { id, receipt } = await filed("倉庫に知らない箱");
    const tip = await owner.db
      .selectFrom("tips")
      .select("thread_recipient")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const question = encodeSealed({ version: 1, text: "船の名前は分かりますか。" });
    await owner.db
      .insertInto("messages")
      .values({
        id: randomUUID(),
        tip_id: id,
        from_party: "desk",
        at: new Date(),
        sealed: await intake.ctx.sealer.seal(question, [tip.thread_recipient]),
      })
      .execute();
    await owner.db.updateTable("tips").set({ public_status: "question" }).where("id", "=", id).execute();
    await addMessage(intake.ctx, {
      receipt,
      locale: "ja",
      text: "第八白黒丸です",
      idempotencyKey: randomUUID(),
    });
    await intake.drained();
    const view = await followUp(intake.ctx, { receipt });
    // Answered: nothing is asked any more.
    expect(view.status).toBe("reading");
    expect(view.messages.map(({ from, text }) => [from, text])).toEqual([
      ["desk", "船の名前は分かりますか。"],
      ["reporter", "第八白黒丸です"],
    ]);
  });

  it("adds the same words once when they are sent twice, and lets them raise the tip", async () => {
    const { id, receipt } = await filed("何か変だと思った");
    const before = await owner.db
      .selectFrom("tips")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const addition = {
      receipt,
      locale: "ja" as const,
      text: "今夜、拳銃が届きます",
      idempotencyKey: randomUUID(),
    };
    await addMessage(intake.ctx, addition);
    await addMessage(intake.ctx, addition);
    await intake.drained();
    expect(
      await owner.db.selectFrom("messages").select("id").where("tip_id", "=", id).execute(),
    ).toHaveLength(1);
    const after = await owner.db
      .selectFrom("tips")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(after.categories).toContain("firearms");
    expect(after.band <= before.band).toBe(true);
    expect(after.unread_since).not.toBeNull();
    const events = await owner.db
      .selectFrom("events")
      .select("action")
      .where("tip_id", "=", id)
      .orderBy("seq")
      .execute();
    expect(events.map((event) => event.action)).toEqual(["tip.received", "tip.added_to"]);
  });

  it("keeps words added under a mistyped receipt as a tip of their own", async () => {
    await addMessage(intake.ctx, {
      receipt: "9999888877776666",
      locale: "en",
      text: "the box is blue",
      idempotencyKey: randomUUID(),
    });
    await intake.drained();
    const hash = Buffer.from(intake.ctx.keys.hashReceipt("9999888877776666"));
    const tip = await owner.db
      .selectFrom("tips")
      .selectAll()
      .where("receipt_hash", "=", hash)
      .executeTakeFirstOrThrow();
    const words = decodeSealed(SealedWords, await intake.opener.open(tip.sealed));
    expect(words.report.text).toBe("the box is blue");
  });

  it("says that it cannot know while the database is away", async () => {
    const away = await testIntake(database, { databaseUrl: "postgres://nobody@127.0.0.1:1/none" });
    await expect(followUp(away.ctx, { receipt: "1".repeat(16) })).rejects.toThrow(DatabaseAway);
    await away.remove();
  });
});
