import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RelationContext } from "../../../functions/service/related/ports.ts";
import { addMessage } from "../../../functions/service/threads/add-message.ts";
import { relateTip } from "../../../functions/service/tips/relate-tip.ts";
import { submitTip, type TipSubmission } from "../../../functions/service/tips/submit-tip.ts";
import { type Connection, connect } from "../../../functions/store/connect.ts";
import { createRelationStore } from "../../../functions/store/related.ts";
import { freshDatabase, type TestDatabase } from "../../support/database.ts";
import { type TestIntake, testIntake } from "../../support/intake.ts";

let database: TestDatabase;
let intake: TestIntake;
let worker: Connection;
let owner: Connection;
let ctx: RelationContext;
let now: Date;
const jobs: { queue: string; data: Record<string, string> }[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  intake = await testIntake(database, { clock: () => now });
  worker = connect(database.urls.worker);
  owner = connect(database.url);
  ctx = {
    clock: () => now,
    log: intake.ctx.log,
    relations: createRelationStore(worker.db, async (_trx, asked) => void jobs.push(...asked)),
  };
});
afterAll(async () => {
  await worker.close();
  await owner.close();
  await intake.remove();
  await database.drop();
});
beforeEach(async () => {
  now = new Date("2026-11-20T10:10:00Z");
  jobs.length = 0;
  await owner.pool.query("truncate tips cascade");
});

async function tell(
  text: string,
  given: { minutesLater?: number; channel?: TipSubmission["channel"]; locale?: "ja" | "en" | "es" } = {},
): Promise<string> {
  now = new Date(now.getTime() + (given.minutesLater ?? 60) * 60_000);
  const { id } = await submitTip(intake.ctx, {
    channel: given.channel ?? "web",
    idempotencyKey: randomUUID(),
    report: { locale: given.locale ?? "ja", text, goods: [] },
  });
  await intake.drained();
  return id;
}

/** As the worker's round does it, in the order of waiting. */
async function relateAll(): Promise<void> {
  for (const waiting of await ctx.relations.waiting(now, 100)) {
    await relateTip(ctx, waiting.tipId);
    await ctx.relations.done(waiting);
  }
}

const pairs = async () =>
  (await owner.pool.query("select first_id, second_id, relation, why from related_tips order by 1, 2")).rows;

async function tip(id: string) {
  const { rows } = await owner.pool.query(
    "select band, machine_band, score, reasons, version from tips where id = $1",
    [id],
  );
  return rows[0] as {
    band: string;
    machine_band: string;
    score: number;
    reasons: { code: string; points: number }[];
    version: number;
  };
}
const pointsOf = async (id: string, code: string) =>
  (await tip(id)).reasons.find((line) => line.code === code)?.points;

const driver =
  "明日21日の朝、大黒ふ頭から引き取る予定のコンテナ QVLU3054386 がおかしいです。書類は床用タイルですが、中身は覚醒剤だと聞きました。";
const clerk =
  "I work at the port of Yokohama. Tomorrow a truck fetches container QVLU3054386. They say tiles, but it holds meth.";

describe("a tip on the same matter", () => {
  it("from another voice is related with the reason, and raises the score of both", async () => {
    const first = await tell(driver);
    const before = (await tip(first)).score;
    const second = await tell(clerk, { channel: "sms", locale: "en" });
    await relateAll();
    expect(await pairs()).toEqual([
      {
        first_id: first,
        second_id: second,
        relation: "independent",
        why: expect.arrayContaining(["same_container", "same_eta", "other_channel", "other_language"]),
      },
    ]);
    expect(await pointsOf(first, "corroborated")).toBe(8);
    expect(await pointsOf(second, "corroborated")).toBe(8);
    expect((await tip(first)).score).toBe(Math.min(100, before + 8));
  });

  it("is found though one of them has a wrong character in the number", async () => {
    const first = await tell(driver);
    const second = await tell(clerk.replace("QVLU3054386", "QVLU3054686"), { channel: "sms", locale: "en" });
    await relateAll();
    expect((await pairs())[0]).toMatchObject({
      first_id: first,
      second_id: second,
      relation: "independent",
      why: expect.arrayContaining(["one_slip_container"]),
    });
  });

  it("in pasted words is an echo: related, but counted with the one it repeats", async () => {
    const first = await tell(driver);
    const copies = [await tell(`転送します→「${driver}」`), await tell(`${driver} 拡散希望`)];
    await relateAll();
    const scoreAlone = (await tip(first)).score;
    expect((await pairs()).map(({ relation }) => relation)).toEqual(["echo", "echo", "echo"]);
    expect(await pointsOf(first, "corroborated")).toBeUndefined();
    const other = await tell(clerk, { channel: "sms", locale: "en" });
    await relateAll();
    expect(await pointsOf(other, "corroborated")).toBe(8);
    expect(await pointsOf(first, "corroborated")).toBe(8);
    expect((await tip(first)).score).toBe(Math.min(100, scoreAlone + 8));
    for (const copy of copies) {
      expect(await pointsOf(copy, "corroborated")).toBeUndefined();
      expect(await pointsOf(copy, "echo")).toBe(0);
    }
  });

  it("writes the event of each relation once, however often it is compared", async () => {
    const first = await tell(driver);
    const second = await tell(clerk, { channel: "sms", locale: "en" });
    await relateAll();
    const state = [await tip(first), await tip(second)];
    expect(await relateTip(ctx, first)).toBe(0);
    expect(await relateTip(ctx, second)).toBe(0);
    expect([await tip(first), await tip(second)]).toEqual(state);
    const { rows } = await owner.pool.query(
      "select action, tip_id, subject_id from events where actor_kind = 'worker' and tip_id = any($1) order by seq",
      [[first, second]],
    );
    expect(rows.filter(({ action }) => action === "tip.related")).toEqual([
      { action: "tip.related", tip_id: first, subject_id: second },
    ]);
    expect(rows.filter(({ action }) => action === "tip.corroborated")).toHaveLength(2);
  });

  it("is related once when two workers find it at the same time", async () => {
    const ids = [await tell(driver), await tell(clerk, { channel: "sms", locale: "en" })];
    const found = await Promise.all([...ids, ...ids].map((id) => relateTip(ctx, id)));
    expect(found.reduce((sum, count) => sum + count)).toBe(1);
    for (const id of ids) expect(await pointsOf(id, "corroborated")).toBe(8);
  });

  it("is compared again when its reporter adds a number, and not before", async () => {
    const first = await tell(driver);
    await relateAll();
    expect(await ctx.relations.waiting(now, 10)).toEqual([]);
    now = new Date(now.getTime() + 60 * 60_000);
    const { id: second, receipt } = await submitTip(intake.ctx, {
      channel: "web",
      idempotencyKey: randomUUID(),
      report: { locale: "ja", text: "横浜の港で変な荷物を見ました。覚醒剤だと思います。", goods: [] },
    });
    await intake.drained();
    await relateAll();
    expect(await pairs()).toEqual([]);
    now = new Date(now.getTime() + 60_000);
    const text = "番号が分かりました。コンテナ QVLU3054386 です。";
    await addMessage(intake.ctx, { receipt, locale: "ja", text, idempotencyKey: randomUUID() });
    await intake.drained();
    await relateAll();
    expect(await pairs()).toMatchObject([{ first_id: first, second_id: second, relation: "independent" }]);
    expect(await pointsOf(second, "corroborated")).toBe(8);
  });

  it("leaves something added meanwhile waiting", async () => {
    const first = await tell(driver);
    const [waiting] = await ctx.relations.waiting(now, 10);
    if (!waiting) throw new Error("nothing waits");
    await owner.pool.query(
      "update tip_traces set waiting_since = waiting_since + interval '1 s' where tip_id = $1",
      [first],
    );
    await ctx.relations.done(waiting);
    now = new Date(now.getTime() + 5_000);
    expect(await ctx.relations.waiting(now, 10)).toHaveLength(1);
  });
});

describe("what relations do to the queue", () => {
  it("raises a strong tip that another bears out to be read today, with the rule and a mail to the desk", async () => {
    const undated =
      "倉庫で働いています。コンテナ QVLU3054386 の中に覚醒剤が隠してあるのをこの目で見ました。横浜の本牧です。";
    const first = await tell(undated);
    expect(await tip(first)).toMatchObject({ band: "C", machine_band: "C" });
    const second = await tell("Container QVLU3054386 in Yokohama has drugs inside, meth. I saw it myself.", {
      channel: "sms",
      locale: "en",
    });
    await relateAll();
    expect(await tip(first)).toMatchObject({ band: "B", machine_band: "B", version: 1 });
    expect(await pointsOf(first, "rule_borne_out")).toBe(0);
    expect(jobs).toContainEqual({ queue: "tip.notify", data: { tipId: first } });
    expect(second).not.toBe(first);
  });

  it("never touches a band that an officer set more urgent, and counts no quarantined voice", async () => {
    const first = await tell(driver);
    await owner.pool.query("update tips set band = 'A', machine_band = 'C' where id = $1", [first]);
    const second = await tell(clerk, { channel: "sms", locale: "en" });
    await owner.pool.query("update tips set lane = 'quarantine' where id = $1", [second]);
    await relateAll();
    expect(await tip(first)).toMatchObject({ band: "A", machine_band: "C" });
    expect(await pointsOf(first, "corroborated")).toBeUndefined();
  });

  it("keeps few rows of a flood of copies, and all of them at no points", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 15; n += 1) ids.push(await tell(`${driver}${"！".repeat(n)}`, { minutesLater: 2 }));
    await relateAll();
    const rows = await pairs();
    expect(rows.length).toBeLessThanOrEqual(15 * 5);
    for (const id of ids.slice(1)) expect(await pointsOf(id, "echo")).toBe(0);
    expect(await pointsOf(ids[0] ?? "", "corroborated")).toBeUndefined();
  });

  it("forgets the relations of a tip that is removed", async () => {
    const first = await tell(driver);
    await tell(clerk, { channel: "sms", locale: "en" });
    await relateAll();
    await owner.pool.query("delete from tips where id = $1", [first]);
    expect(await pairs()).toEqual([]);
    expect(
      (await owner.pool.query("select 1 from identifier_guesses where tip_id = $1", [first])).rowCount,
    ).toBe(0);
    expect(await relateTip(ctx, first)).toBe(0);
  });
});

describe("what the worker sees", () => {
  it("compares without a right to any word", async () => {
    for (const column of ["sealed", "sealed_contact"])
      await expect(worker.pool.query(`select ${column} from tips`)).rejects.toThrow(/permission denied/);
    for (const sql of ["select terms from search_terms", "select sealed from messages"])
      await expect(worker.pool.query(sql)).rejects.toThrow(/permission denied/);
  });
});
