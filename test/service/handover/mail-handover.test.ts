import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import en from "../../../content/mail/en.json" with { type: "json" };
import ja from "../../../content/mail/ja.json" with { type: "json" };
import { MailWords } from "../../../functions/notifications/compose.ts";
import { createMorningComposer, morningGroups } from "../../../functions/notifications/compose-morning.ts";
import { mailHandover } from "../../../functions/service/handover/mail-handover.ts";
import type { MorningContext } from "../../../functions/service/handover/worker-ports.ts";
import type { Mail, MailResult } from "../../../functions/service/worker-ports.ts";
import { type Connection, connect } from "../../../functions/store/connect.ts";
import { createMorningStore } from "../../../functions/store/worker-mornings.ts";
import { type TestDesk, testDesk } from "../../staff/desk.ts";

let desk: TestDesk;
let worker: Connection;
let now: Date;
let sent: Mail[];
let answer: MailResult;
let ctx: MorningContext;
beforeAll(async () => {
  desk = await testDesk();
  worker = connect(desk.database.urls.worker);
  await desk.tip("今夜、神戸港に覚醒剤の入ったコンテナ CSQU 305438-3 が着きます。倉庫で見ました。");
});
afterAll(async () => {
  await worker?.close();
  await desk?.close();
});
beforeEach(async () => {
  await desk.owner.pool.query("delete from handover_mails");
  const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
  now = new Date(`${today}T08:30:20+09:00`);
  // Whatever the hour of this run, the tip came in the night before.
  await desk.owner.pool.query("update tips set received_at = $1", [new Date(now.getTime() - 3_600_000)]);
  sent = [];
  answer = { kind: "sent", refused: 0 };
  ctx = {
    clock: () => now,
    log: desk.intake.ctx.log,
    mornings: createMorningStore(worker.db),
    mailer: {
      send: async (mail) => {
        sent.push(mail);
        return answer;
      },
      close: () => undefined,
    },
    groups: morningGroups({ always: ["desk@customs.example"], byRegion: { moji: ["night@moji.example"] } }),
    compose: createMorningComposer({
      words: { ja: MailWords.parse(ja), en: MailWords.parse(en) },
      customs: [{ code: "moji", names: { ja: "門司税関", en: "Moji Customs" } }],
      staffUrl: "https://desk.customs.example",
    }),
  };
});

describe("the mail at 08:30", () => {
  it("tells the desk in counts what the night brought, each region its own, and no word of it", async () => {
    expect(await mailHandover(ctx)).toBe("sent");
    expect(sent.map(({ to }) => to)).toEqual([["desk@customs.example"], ["night@moji.example"]]);
    const [whole, moji] = sent;
    expect(whole?.subject).toMatch(/A1 B0 全税関/);
    expect(whole?.text).toContain("New A tips: 1");
    expect(moji?.text).toContain("New A tips: 0");
    expect(moji?.text).toContain("Moji Customs");
    expect(whole?.text).toContain("https://desk.customs.example/staff/handover/");
    for (const mail of sent)
      expect(JSON.stringify(mail)).not.toMatch(/CSQU|覚醒剤|[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it("goes out once a day, however often it is asked for", async () => {
    await mailHandover(ctx);
    expect(await mailHandover(ctx)).toBe("not_now");
    expect(sent).toHaveLength(2);
    now = new Date(now.getTime() + 24 * 3_600_000);
    expect(await mailHandover(ctx)).toBe("sent");
  });

  it("is tried again when the mail server would not take it, under the same name", async () => {
    answer = { kind: "later", code: "greylisted" };
    expect(await mailHandover(ctx)).toBe("later");
    answer = { kind: "sent", refused: 0 };
    expect(await mailHandover(ctx)).toBe("sent");
    expect(sent[0]?.key).toBe(sent[1]?.key);
  });

  it("is left out before 08:30, when the morning is over, and without mail", async () => {
    now = new Date(now.getTime() - 60_000);
    expect(await mailHandover(ctx)).toBe("not_now");
    now = new Date(now.getTime() + 4 * 3_600_000);
    expect(await mailHandover(ctx)).toBe("not_now");
    now = new Date(now.getTime() - 3.5 * 3_600_000);
    expect(await mailHandover({ ...ctx, mailer: null })).toBe("not_now");
    expect(sent).toHaveLength(0);
  });
});
