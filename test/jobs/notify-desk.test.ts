import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSmtpMailer } from "../../functions/notifications/smtp-mailer.ts";
import { giveUpNotice, notifyDesk } from "../../functions/service/notices/notify-desk.ts";
import type { Notice, NoticeContext } from "../../functions/service/worker-ports.ts";
import { type Connection, connect } from "../../functions/store/connect.ts";
import { createNoticeStore } from "../../functions/store/worker-notices.ts";
import { startSmtp, type TestSmtp } from "../support/smtp.ts";
import { type TestWorker, testWorker } from "../support/worker.ts";

let worker: TestWorker;
let connection: Connection;
let smtp: TestSmtp;
let ctx: NoticeContext;
beforeAll(async () => {
  worker = await testWorker();
  connection = connect(worker.database.urls.worker);
});
afterAll(async () => {
  await connection.close();
  await worker.stop();
});
beforeEach(async () => {
  smtp = await startSmtp();
  ctx = {
    clock: () => new Date(),
    log: worker.intake.ctx.log,
    notices: createNoticeStore(connection.db),
    mailer: createSmtpMailer(smtp.url, "line@customs.example"),
    compose: (kind, tip) => ({
      to: ["desk@customs.example", "night@customs.example"],
      subject: `${kind} ${tip.band} ${tip.region}`,
      text: tip.id,
    }),
  };
});
afterEach(async () => {
  ctx.mailer?.close();
  await smtp.close();
});

async function notice(): Promise<Notice> {
  const { tipId } = await worker.recordedCall();
  return { id: randomUUID(), tipId, kind: "tip" };
}

const kept = async ({ id }: Notice) =>
  (
    await worker.rows<{ state: string; tries: number; code: string }>("select * from notices where id = $1", [
      id,
    ])
  )[0];

const events = ({ id }: Notice) =>
  worker.rows("select action, details from events where subject_id = $1 order by seq", [id]);

describe("telling the desk of a tip", () => {
  it("mails once, whatever happens to the job afterwards", async () => {
    const asked = await notice();
    expect(await notifyDesk(ctx, asked)).toEqual({ kind: "done", code: "sent" });
    expect(await notifyDesk(ctx, asked)).toEqual({ kind: "done", code: "sent" });
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.mails[0]?.parsed.subject).toBe("tip B null");
    expect(smtp.mails[0]?.parsed.messageId).toBe(`<${asked.tipId}.${asked.id}@customs.example>`);
    expect(await kept(asked)).toMatchObject({ state: "sent", tries: 1 });
    expect(await events(asked)).toEqual([
      { action: "notify.sent", details: { kind: "tip", code: "sent", tries: 1 } },
    ]);
  });

  it("tries again while the server is busy, and counts the tries", async () => {
    const asked = await notice();
    smtp.refuseData.push([451, "busy"], [421, "closing"]);
    expect(await notifyDesk(ctx, asked)).toEqual({ kind: "later", code: "smtp_451" });
    expect(await kept(asked)).toMatchObject({ state: "waiting", tries: 1, code: "smtp_451" });
    expect(await events(asked)).toEqual([]);
    expect(await notifyDesk(ctx, asked)).toMatchObject({ kind: "later" });
    expect(await notifyDesk(ctx, asked)).toEqual({ kind: "done", code: "sent" });
    expect(await kept(asked)).toMatchObject({ state: "sent", tries: 3 });
    expect(smtp.mails).toHaveLength(1);
  });

  it("shows the desk a refusal for good, and does not try it again", async () => {
    const asked = await notice();
    smtp.refuseData.push([554, "no"]);
    expect(await notifyDesk(ctx, asked)).toEqual({ kind: "done", code: "refused" });
    expect(await notifyDesk(ctx, asked)).toEqual({ kind: "done", code: "failed" });
    expect(await kept(asked)).toMatchObject({ state: "failed", code: "smtp_554" });
    expect(await events(asked)).toEqual([
      { action: "notify.failed", details: { kind: "tip", code: "smtp_554", tries: 1 } },
    ]);
    expect(smtp.mails).toHaveLength(0);
  });

  it("says so when one of several addresses was refused", async () => {
    const asked = await notice();
    smtp.refuseTo.set("night@customs.example", [550, "no such user"]);
    await notifyDesk(ctx, asked);
    expect(await kept(asked)).toMatchObject({ state: "sent", code: "partly_refused" });
  });

  it("says so when no mail is configured", async () => {
    const asked = await notice();
    const without = { ...ctx, mailer: null };
    expect(await notifyDesk(without, asked)).toEqual({ kind: "done", code: "not_configured" });
    expect(await events(asked)).toEqual([
      { action: "notify.not_configured", details: { kind: "tip", code: "not_configured", tries: 1 } },
    ]);
  });

  it("shows the desk what was given up after the last try, but nothing that was sent before", async () => {
    const [lost, sent] = [await notice(), await notice()];
    smtp.refuseData.push([451, "busy"]);
    await notifyDesk(ctx, lost);
    await notifyDesk(ctx, sent);
    await giveUpNotice(ctx, lost);
    await giveUpNotice(ctx, sent);
    expect(await kept(lost)).toMatchObject({ state: "failed", code: "gave_up" });
    expect(await kept(sent)).toMatchObject({ state: "sent" });
  });

  it("writes no address and no mail server's sentence into log, row or event", async () => {
    const asked = await notice();
    smtp.refuseData.push([554, "secret-sentence night@customs.example"]);
    await notifyDesk(ctx, asked);
    const said = JSON.stringify([worker.intake.logs, await kept(asked), await events(asked)]);
    expect(said).not.toMatch(/secret-sentence|customs\.example/);
  });
});
