import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createRunner } from "../../functions/jobs/queue.ts";
import { noticeTasks } from "../../functions/jobs/tasks/notice-tasks.ts";
import { startTasks } from "../../functions/jobs/worker.ts";
import { createSmtpMailer } from "../../functions/notifications/smtp-mailer.ts";
import { writeDown } from "../../functions/service/spoken/write-down.ts";
import { openCallTip } from "../../functions/service/tips/open-call-tip.ts";
import type { NoticeContext } from "../../functions/service/worker-ports.ts";
import { type Connection, connect } from "../../functions/store/connect.ts";
import { createNoticeStore } from "../../functions/store/worker-notices.ts";
import { startSmtp, type TestSmtp } from "../support/smtp.ts";
import { sid } from "../support/worker.ts";
import { type Api, type TestDesk, testDesk } from "./desk.ts";
import { testCalls } from "./recording-call.ts";

const plain = "近所の倉庫に知らない車が何台も来ています";
const urgent = "明日、横浜港のコンテナ CSQU3054383 に覚醒剤が入って届く";

let desk: TestDesk;
let officer: Api;
let officerId: string;
let worker: Connection;
let smtp: TestSmtp;
let stop: () => Promise<void>;
beforeAll(async () => {
  desk = await testDesk();
  const made = await desk.officer("supervisor", "hq");
  officer = made.api;
  officerId = made.id;
  worker = connect(desk.database.urls.worker);
});
afterAll(async () => {
  await worker?.close();
  await desk?.close();
});
beforeEach(async () => {
  smtp = await startSmtp();
  // What other tests of this file left to do is theirs.
  await desk.owner.pool.query("delete from pgboss.job");
});
afterEach(async () => {
  await stop?.();
  await smtp.close();
});

/** The worker's own queue and mailer, on its own login. */
async function startWorker(): Promise<void> {
  const log = { ...desk.staff.log, debug: () => undefined };
  const ctx: NoticeContext = {
    clock: () => new Date(),
    log,
    notices: createNoticeStore(worker.db),
    mailer: createSmtpMailer(smtp.url, "line@customs.example"),
    compose: (kind, tip) => ({ to: ["desk@customs.example"], subject: `${kind} ${tip.band}`, text: tip.id }),
  };
  const boss = createRunner(desk.database.urls.worker, () => undefined);
  await boss.start();
  await startTasks(boss, noticeTasks(ctx), log);
  stop = async () => {
    await boss.stop({ graceful: true, timeout: 2_000, close: true });
    ctx.mailer?.close();
  };
}

const mailsOf = (id: string) => smtp.mails.filter(({ parsed }) => parsed.text?.trim() === id);

/** Waits until the worker has nothing left to do. */
async function settled(): Promise<void> {
  await expect
    .poll(
      async () =>
        (
          await desk.owner.pool.query(
            "select count(*)::int as n from pgboss.job where state in ('created', 'active', 'retry')",
          )
        ).rows[0].n,
      { timeout: 15_000 },
    )
    .toBe(0);
}

const versionOf = async (id: string): Promise<number> =>
  (await desk.owner.pool.query("select version from tips where id = $1", [id])).rows[0].version;

async function band(id: string, to: string): Promise<void> {
  const answer = await officer.post(`/tips/${id}/band`, {
    version: await versionOf(id),
    band: to,
    reason: "見れば分かる",
  });
  expect(answer.status).toBe(200);
}

const writeDownTalk = async (text: string, tip = "") => {
  const by = { id: officerId, role: "supervisor" as const, name: "Night", region: "hq" as const };
  const given = { locale: "ja" as const, text, goods: [], key: randomUUID(), tip };
  return (await writeDown({ ...desk.staff, officer: by }, given)).tipId;
};

async function undo(id: string): Promise<void> {
  const answer = await officer.post(`/tips/${id}/undo`, { version: await versionOf(id) });
  expect(answer.status).toBe(200);
}

describe("mails to the desk's addresses about what officers do", () => {
  it("tell of a tip that an officer raises to A, once, however often it is lowered, undone and raised again", async () => {
    const id = await desk.tip(plain);
    await band(id, "A");
    await undo(id);
    await band(id, "A");
    await startWorker();
    await settled();
    expect(mailsOf(id).map(({ parsed }) => parsed.subject)).toEqual(["tip A"]);
    await band(id, "D");
    await band(id, "B");
    await settled();
    expect(mailsOf(id)).toHaveLength(1);
  });

  it("tell once of a tip that came urgent, was lowered, and is raised again", async () => {
    const id = await desk.tip(urgent);
    // The public role's own job, as it would stand in the queue.
    await desk.owner.pool.query("insert into pgboss.job_common (name, data) values ('tip.notify', $1)", [
      JSON.stringify({ tipId: id }),
    ]);
    await startWorker();
    await settled();
    expect(mailsOf(id)).toHaveLength(1);
    await band(id, "C");
    await band(id, "A");
    await settled();
    expect(mailsOf(id)).toHaveLength(1);
  });

  it("tell the Customs that an urgent tip is sent to, once, however often it goes to and fro", async () => {
    const id = await desk.tip(urgent);
    const low = await desk.tip(plain);
    const send = async (tip: string, region: string) =>
      expect((await officer.post(`/tips/${tip}/route`, { region, reason: "神戸の船" })).status).toBe(200);
    await send(id, "kobe");
    await undo(id);
    await send(id, "kobe");
    await send(low, "kobe");
    await startWorker();
    await settled();
    expect([mailsOf(id).length, mailsOf(low).length]).toEqual([1, 0]);
    await send(id, "moji");
    await settled();
    await send(id, "kobe");
    await settled();
    expect(mailsOf(id)).toHaveLength(2);
  });

  it("do not tell of what falls, stays low, or was urgent before", async () => {
    const id = await desk.tip(plain);
    await band(id, "D");
    await band(id, "C");
    const known = await desk.tip(urgent);
    await band(known, "B");
    await startWorker();
    await settled();
    expect([mailsOf(id), mailsOf(known)]).toEqual([[], []]);
  });

  it("are asked for in the act itself: what is refused or taken back in the database tells nobody", async () => {
    const id = await desk.tip(plain);
    const stale = await officer.post(`/tips/${id}/band`, { version: 99, band: "A", reason: "x" });
    expect(stale.status).toBe(409);
    const { rows } = await desk.owner.pool.query("select 1 from pgboss.job where name = 'tip.notify'");
    expect(rows).toEqual([]);
  });

  it("tell once of an urgent talk that an officer writes down, and of one whose words raise a tip", async () => {
    const written = await writeDownTalk(urgent);
    const { id: joined } = await openCallTip(desk.intake.ctx, { callSid: sid("CA"), locale: "ja" });
    await desk.intake.drained();
    await band(joined, "C");
    await writeDownTalk(urgent, joined);
    await startWorker();
    await settled();
    expect(mailsOf(written)).toHaveLength(1);
    expect(mailsOf(joined)).toHaveLength(1);
    await band(written, "C");
    await band(written, "A");
    await settled();
    expect(mailsOf(written)).toHaveLength(1);
  });

  it("tell once of a recording whose transcript, typed by an officer, raises the tip", async () => {
    const calls = await testCalls(desk);
    const { tipId, recordings } = await calls.call(["talk"]);
    await calls.close();
    await band(tipId, "C");
    const typed = await officer.post(`/recordings/${recordings[0]}/transcript`, { text: urgent });
    expect(typed.status).toBe(200);
    await startWorker();
    await settled();
    expect(mailsOf(tipId)).toHaveLength(1);
  });
});
