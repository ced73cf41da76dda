import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Officer } from "../../../functions/service/actor.ts";
import { importArrivals } from "../../../functions/service/arrivals/import-arrivals.ts";
import type { ImportContext } from "../../../functions/service/arrivals/ports.ts";
import { showArrivals } from "../../../functions/service/arrivals/show-arrivals.ts";
import { windClock } from "../../../functions/service/arrivals/wind-clock.ts";
import { NotFound } from "../../../functions/service/errors.ts";
import { submitTip } from "../../../functions/service/tips/submit-tip.ts";
import { type TraceContext, traceWaiting } from "../../../functions/service/tips/trace-waiting.ts";
import { createArrivalClockStore } from "../../../functions/store/arrivals-clock.ts";
import { createArrivalReader } from "../../../functions/store/arrivals-desk.ts";
import { createArrivalImporter } from "../../../functions/store/arrivals-import.ts";
import { type Connection, connect } from "../../../functions/store/connect.ts";
import { createRelationStore } from "../../../functions/store/related.ts";
import { freshDatabase, type TestDatabase } from "../../support/database.ts";
import { type TestIntake, testIntake } from "../../support/intake.ts";

let database: TestDatabase;
let intake: TestIntake;
let worker: Connection;
let staff: Connection;
let owner: Connection;
let desk: ImportContext;
let ctx: TraceContext;
let now: Date;
const jobs: { queue: string; data: Record<string, string> }[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  intake = await testIntake(database, { clock: () => now });
  worker = connect(database.urls.worker);
  staff = connect(database.urls.staff);
  owner = connect(database.url);
  const clock = () => now;
  const enqueue = async (_trx: unknown, asked: readonly { queue: string; data: Record<string, string> }[]) =>
    void jobs.push(...asked);
  desk = { clock, log: intake.ctx.log, index: intake.ctx.index, arrivals: createArrivalImporter(staff.db) };
  ctx = {
    clock,
    log: intake.ctx.log,
    relations: createRelationStore(worker.db, enqueue),
    arrivals: createArrivalClockStore(worker.db, enqueue),
  };
});
afterAll(async () => {
  for (const connection of [worker, staff, owner]) await connection.close();
  await intake.remove();
  await database.drop();
});
beforeEach(async () => {
  now = new Date("2026-11-20T12:00+09:00");
  jobs.length = 0;
  await owner.pool.query("truncate tips, arrivals cascade");
});

const hour = 3_600_000;

async function tell(text: string): Promise<string> {
  const { id } = await submitTip(intake.ctx, {
    channel: "web",
    idempotencyKey: randomUUID(),
    report: { locale: "ja", text, goods: [] },
  });
  await intake.drained();
  return id;
}

const importText = (text: string, check = false) =>
  importArrivals(desk, "command", { bytes: Buffer.from(text), check });

/** The worker's two rounds, once each. */
async function work(): Promise<void> {
  await windClock(ctx);
  await traceWaiting(ctx);
}

async function tip(id: string) {
  const { rows } = await owner.pool.query(
    "select band, machine_band, score, due_at, reasons, version from tips where id = $1",
    [id],
  );
  return rows[0] as {
    band: string;
    machine_band: string;
    score: number;
    due_at: Date | null;
    reasons: { code: string; points: number }[];
    version: number;
  };
}
const codesOf = async (id: string) => (await tip(id)).reasons.map(({ code }) => code);
const actionsOf = async (id: string) =>
  (
    await owner.pool.query(
      "select action from events where tip_id = $1 and actor_kind = 'worker' order by seq",
      [id],
    )
  ).rows.map(({ action }) => action);

const box = "コンテナ QVLU3054386 の二重底に覚醒剤が隠してあります。仲間がそう話していました。";
const boxDue = (eta: string, more = "") =>
  `container,port,eta${more && ",status"}\nQVLU3054386,JPYOK,${eta}${more}\n`;

describe("importing arrivals", () => {
  it("changes nothing when the same file comes again", async () => {
    const text =
      "imo,name,port,eta\n9074729,KALDERA STAR,JPSMN,2026-11-27T02:00\n,SUN HARBINGER,JPYOK,2026-11-28T02:00\n";
    expect(await importText(text)).toMatchObject({
      rows: 2,
      added: 2,
      changed: 0,
      unchanged: 0,
      refused: [],
    });
    const before = (await owner.pool.query("select * from arrivals order by key")).rows;
    await work();
    now = new Date(now.getTime() + hour);
    expect(await importText(text)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    const after = (await owner.pool.query("select * from arrivals order by key")).rows;
    expect(after).toEqual(before.map((row) => ({ ...row, waiting: false })));
  });

  it("takes the right rows, all together, and names the others", async () => {
    const report = await importText(
      "imo,port,eta\n9074729,JPYOK,2026-11-27T02:00\n9074728,JPYOK,2026-11-27T02:00\n",
    );
    expect(report).toMatchObject({
      rows: 2,
      added: 1,
      refused: [{ line: 3, column: "imo", code: "check_digit" }],
    });
    const { rows } = await owner.pool.query(
      "select actor_kind, details from events where action = 'arrivals.imported' order by seq desc limit 1",
    );
    expect(rows[0]).toEqual({
      actor_kind: "system",
      details: { added: 1, changed: 0, unchanged: 0, refused: 1 },
    });
  });

  it("takes nothing of a file whose end cannot be read, nor when the database fails on the way", async () => {
    expect(await importText('imo,port,eta\n9074729,JPYOK,2026-11-27T02:00\n"9074729,JPYOK')).toMatchObject({
      added: 0,
      refused: [{ line: 3, code: "open_quote" }],
    });
    await owner.pool.query("alter table arrivals add constraint refuse check (port <> 'JPUKB')");
    await expect(
      importText("imo,port,eta\n9074729,JPYOK,2026-11-27T02:00\n9074729,JPUKB,2026-11-28T02:00\n"),
    ).rejects.toThrow();
    await owner.pool.query("alter table arrivals drop constraint refuse");
    expect((await owner.pool.query("select 1 from arrivals")).rowCount).toBe(0);
    expect((await owner.pool.query("select 1 from arrival_keys")).rowCount).toBe(0);
  });

  it("only tells what would happen when it is asked to check", async () => {
    await importText(boxDue("2026-11-22T08:00"));
    expect(await importText(boxDue("2026-11-23T08:00"), true)).toMatchObject({ changed: 1 });
    expect((await owner.pool.query("select due_at from arrivals")).rows).toEqual([
      { due_at: new Date("2026-11-22T08:00+09:00") },
    ]);
  });

  it("reads what older spreadsheets write", async () => {
    const shiftJis = Buffer.from([0x83, 0x4a, 0x83, 0x8b, 0x83, 0x66, 0x83, 0x89]);
    const bytes = Buffer.concat([
      Buffer.from("local_name,port,eta\n"),
      shiftJis,
      Buffer.from(",JPSMN,2026-11-27T02:00\n"),
    ]);
    expect(await importArrivals(desk, "command", { bytes })).toMatchObject({ added: 1 });
    expect((await owner.pool.query("select local_name from arrivals")).rows).toEqual([
      { local_name: "カルデラ" },
    ]);
  });

  it("is for the officers who work the queue, and is on record with their name", async () => {
    const officer = (role: Officer["role"]): Officer =>
      ({ id: "o1", name: "A", role, region: "hq" }) as Officer;
    const input = { bytes: Buffer.from(boxDue("2026-11-22T08:00")) };
    for (const role of ["analyst", "auditor", "admin", "investigator"] as const)
      await expect(importArrivals(desk, { officer: officer(role) }, input)).rejects.toThrow(NotFound);
    expect(await importArrivals(desk, { officer: officer("intake") }, input)).toMatchObject({ added: 1 });
    const { rows } = await owner.pool.query(
      "select actor_kind, actor_id from events where action = 'arrivals.imported' order by seq desc limit 1",
    );
    expect(rows).toEqual([{ actor_kind: "staff", actor_id: "o1" }]);
  });

  it("takes 100,000 rows in less than 30 seconds", async () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => {
      const serial = String(n).padStart(7, "0");
      return `131-${serial}${n % 7},JPNRT,2026-11-${21 + (n % 9)}T06:30`;
    });
    const text = `awb,port,eta\n${rows.join("\n")}\n`;
    const start = performance.now();
    expect(await importText(text)).toMatchObject({ added: 100_000, refused: [] });
    expect(performance.now() - start).toBeLessThan(30_000);
    expect(await importText(text)).toMatchObject({ unchanged: 100_000 });
  }, 90_000);
});

describe("a tip that names what arrives", () => {
  it("gets its due time whether it comes before the announcement or after", async () => {
    const early = await tell(box);
    await work();
    expect((await tip(early)).due_at).toBeNull();
    await importText(boxDue("2026-12-05T08:00"));
    await work();
    const late = await tell("QVLU3054386 というコンテナに銃が入っている");
    await work();
    for (const id of [early, late]) {
      expect((await tip(id)).due_at).toEqual(new Date("2026-12-05T08:00+09:00"));
      expect((await tip(id)).reasons).toContainEqual({ code: "arrival_known", points: 6 });
      expect(await actionsOf(id)).toContain("tip.due_set");
    }
  });

  it("has it moved when the arrival is, and cleared when it is cancelled", async () => {
    const id = await tell(box);
    await importText(boxDue("2026-12-05T08:00"));
    await work();
    await importText(boxDue("2026-12-07T20:15"));
    await work();
    expect((await tip(id)).due_at).toEqual(new Date("2026-12-07T20:15+09:00"));
    expect((await owner.pool.query("select 1 from arrivals")).rowCount).toBe(1);
    await importText(boxDue("2026-12-07T20:15", ",cancelled"));
    await work();
    expect((await tip(id)).due_at).toBeNull();
    expect(await codesOf(id)).not.toContain("arrival_known");
    expect((await actionsOf(id)).filter((action) => action.startsWith("tip.due"))).toEqual([
      "tip.due_set",
      "tip.due_moved",
      "tip.due_cleared",
    ]);
  });

  it("is found by a ship's number, its name in another script, a flight with its day, and a number with a slip", async () => {
    await importText(
      [
        "imo,name,flight,container,awb,port,eta",
        "9074729,MAERIN TRADER,,,,JPUKB,2026-11-24T05:00",
        ",KALDERA STAR,,,,JPSMN,2026-11-27T02:00",
        ",,TG9619,,,JPNRT,2026-11-21T07:05",
        ",,TG9619,,,JPNRT,2026-11-22T07:05",
        ",,,QVLU3054386,,JPYOK,2026-11-21T05:00",
      ].join("\n"),
    );
    const told = [
      ["IMO 9074729 の貨物船に覚醒剤が積まれています。", "2026-11-24T05:00"],
      [
        "境港で27日の午前2時、カルデラスターいう貨物船から荷物を受け取ります。中身はシャブです。",
        "2026-11-27T02:00",
      ],
      ["TG9619便、明日の朝に成田着の男が大麻を持っています。", "2026-11-21T07:05"],
      ["明日、横浜港でコンテナ QVLU3054686 を引き取ります。覚醒剤入りです。", "2026-11-21T05:00"],
    ] as const;
    for (const [text, due] of told) {
      const id = await tell(text);
      await work();
      expect((await tip(id)).due_at, text).toEqual(new Date(`${due}+09:00`));
    }
  });

  it("rises as the arrival nears, once for each step, with the rule, an event and a mail", async () => {
    const id = await tell(box);
    await importText(boxDue("2026-11-25T12:00"));
    await work();
    expect(await tip(id)).toMatchObject({ band: "C", version: 0 });
    now = new Date("2026-11-22T13:00+09:00");
    await work();
    expect(await tip(id)).toMatchObject({ band: "B", machine_band: "B", version: 1 });
    expect(await codesOf(id)).toContain("rule_arrival_within_3_days");
    expect(jobs).toEqual([{ queue: "tip.notify", data: { tipId: id } }]);
    now = new Date("2026-11-24T13:00+09:00");
    await work();
    expect(await tip(id)).toMatchObject({ band: "A", machine_band: "A", version: 2 });
    const codes = await codesOf(id);
    expect(codes.filter((code) => code.startsWith("rule_"))).toEqual(["rule_arrival_within_day"]);
    await work();
    expect((await actionsOf(id)).filter((action) => action === "tip.band_raised")).toHaveLength(2);
    now = new Date("2026-11-26T13:00+09:00");
    await work();
    expect(await tip(id)).toMatchObject({ band: "A", due_at: new Date("2026-11-25T12:00+09:00") });
  });

  it("keeps the band that an officer set after it rose", async () => {
    const id = await tell(box);
    await importText(boxDue("2026-11-21T09:00"));
    await work();
    expect(await tip(id)).toMatchObject({ band: "A" });
    await owner.pool.query("update tips set band = 'C' where id = $1", [id]);
    await importText(boxDue("2026-11-21T11:00"));
    await work();
    await work();
    expect(await tip(id)).toMatchObject({ band: "C", due_at: new Date("2026-11-21T11:00+09:00") });
    await importText(boxDue("2026-11-23T11:00"));
    now = new Date("2026-11-22T20:00+09:00");
    await work();
    expect(await tip(id)).toMatchObject({ band: "C", machine_band: "A" });
  });

  it("never sinks, and does not rise out of quarantine or when somebody asks about their own parcel", async () => {
    const id = await tell(box);
    await owner.pool.query("update tips set lane = 'quarantine' where id = $1", [id]);
    const own = await tell("AWB 131-12345675 は私の荷物です。関税はいくらですか。いつ受け取れますか。");
    await importText(
      "container,awb,port,eta\nQVLU3054386,,JPYOK,2026-11-21T09:00\n,131-12345675,JPNRT,2026-11-21T09:00\n",
    );
    await work();
    expect(await tip(id)).toMatchObject({ band: "C" });
    expect(await tip(own)).toMatchObject({ band: "D" });
    expect((await tip(id)).due_at).not.toBeNull();
    await owner.pool.query("update tips set lane = 'queue', band = 'A' where id = $1", [id]);
    await work();
    expect(await tip(id)).toMatchObject({ band: "A" });
  });

  it("shows its arrival to the desk, found by which identifier and how surely", async () => {
    const id = await tell(box);
    const other = await tell("港で変な荷物を見ました");
    await importText(boxDue("2026-12-05T08:00"));
    await work();
    const found = await showArrivals({ arrivals: createArrivalReader(staff.db) }, [id, other]);
    expect([...found.keys()]).toEqual([id]);
    expect(found.get(id)).toMatchObject({
      kind: "cargo",
      container: "QVLU3054386",
      port: "JPYOK",
      dueAt: new Date("2026-12-05T08:00+09:00"),
      type: "container",
      how: "same",
    });
  });

  it("forgets its arrival when it is removed", async () => {
    const id = await tell(box);
    await importText(boxDue("2026-12-05T08:00"));
    await work();
    await owner.pool.query("delete from tips where id = $1", [id]);
    expect((await owner.pool.query("select 1 from tip_arrivals")).rowCount).toBe(0);
    expect((await owner.pool.query("select 1 from tip_traces")).rowCount).toBe(0);
  });
});

describe("the worker's list", () => {
  it("goes on with the others when one tip cannot be compared, and keeps that one", async () => {
    const [bad, good] = [await tell(box), await tell("QVLU3054386 というコンテナに銃が入っている")];
    const broken: TraceContext = {
      ...ctx,
      relations: {
        ...ctx.relations,
        compare: (tipId) => (tipId === bad ? Promise.reject(new Error("no")) : ctx.relations.compare(tipId)),
      },
    };
    expect(await traceWaiting(broken)).toBe(1);
    expect(await traceWaiting(ctx)).toBe(0);
    now = new Date(now.getTime() + 2 * 60_000);
    expect(await traceWaiting(ctx)).toBe(1);
    expect(good).not.toBe(bad);
  });

  it("cannot write an arrival, nor the staff role a due time's match", async () => {
    await expect(worker.pool.query("update arrivals set due_at = now()")).rejects.toThrow(
      /permission denied/,
    );
    await expect(staff.pool.query("delete from tip_arrivals")).rejects.toThrow(/permission denied/);
    await expect(
      staff.pool.query(
        "insert into related_tips select gen_random_uuid(), gen_random_uuid(), 'echo', '{}', 0, now()",
      ),
    ).rejects.toThrow(/permission denied/);
  });
});
