import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { showArrivals } from "../../../functions/service/arrivals/show-arrivals.ts";
import { type TraceContext, traceWaiting } from "../../../functions/service/tips/trace-waiting.ts";
import { createArrivalReader } from "../../../functions/store/arrivals-desk.ts";
import { arrivalsWorld, box, boxDue, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await arrivalsWorld();
});
afterAll(() => world.stop());
beforeEach(() => world.begin());

describe("a tip that names what arrives", () => {
  it("gets its due time whether it comes before the announcement or after", async () => {
    const early = await world.tell(box);
    await world.work();
    expect((await world.tip(early)).due_at).toBeNull();
    await world.importText(boxDue("2026-12-05T08:00"));
    await world.work();
    const late = await world.tell("QVLU3054386 というコンテナに銃が入っている");
    await world.work();
    for (const id of [early, late]) {
      expect((await world.tip(id)).due_at).toEqual(new Date("2026-12-05T08:00+09:00"));
      expect((await world.tip(id)).reasons).toContainEqual({ code: "arrival_known", points: 6 });
      expect(await world.actionsOf(id)).toContain("tip.due_set");
    }
  });

  it("has it moved when the arrival is, and cleared when it is cancelled", async () => {
    const id = await world.tell(box);
    await world.importText(boxDue("2026-12-05T08:00"));
    await world.work();
    await world.importText(boxDue("2026-12-07T20:15"));
    await world.work();
    expect((await world.tip(id)).due_at).toEqual(new Date("2026-12-07T20:15+09:00"));
    expect((await world.owner.pool.query("select 1 from arrivals")).rowCount).toBe(1);
    await world.importText(boxDue("2026-12-07T20:15", ",cancelled"));
    await world.work();
    expect((await world.tip(id)).due_at).toBeNull();
    expect(await world.codesOf(id)).not.toContain("arrival_known");
    expect((await world.actionsOf(id)).filter((action) => action.startsWith("tip.due"))).toEqual([
      "tip.due_set",
      "tip.due_moved",
      "tip.due_cleared",
    ]);
  });

  it("is marked as over six hours after its arrival, and no longer when the arrival is put off", async () => {
    const lapsed = async (id: string) =>
      (await world.rows("select lapsed from tips where id = $1", [id]))[0]?.lapsed;
    const id = await world.tell(box);
    const undated = await world.tell("コンテナに銃が入っている");
    await world.importText(boxDue("2026-11-21T08:00"));
    await world.work();
    expect(await lapsed(id)).toBe(false);
    world.now = new Date("2026-11-21T13:59+09:00");
    await world.work();
    expect(await lapsed(id)).toBe(false);
    world.now = new Date("2026-11-21T14:01+09:00");
    await world.work();
    expect(await lapsed(id)).toBe(true);
    expect(await lapsed(undated)).toBe(false);
    await world.importText(boxDue("2026-11-22T08:00"));
    // The tip is looked at again in the first round, and its mark is taken in the second.
    await world.work();
    await world.work();
    expect(await lapsed(id)).toBe(false);
  });

  it("is found by a ship's number, its name in another script, a flight with its day, and a number with a slip", async () => {
    await world.importText(
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
      const id = await world.tell(text);
      await world.work();
      expect((await world.tip(id)).due_at, text).toEqual(new Date(`${due}+09:00`));
    }
  });

  it("rises as the arrival nears, once for each step, with the rule, an event and a mail", async () => {
    const id = await world.tell(box);
    await world.importText(boxDue("2026-11-25T12:00"));
    await world.work();
    expect(await world.tip(id)).toMatchObject({ band: "C", version: 0 });
    world.now = new Date("2026-11-22T13:00+09:00");
    await world.work();
    expect(await world.tip(id)).toMatchObject({ band: "B", machine_band: "B", version: 1 });
    expect(await world.codesOf(id)).toContain("rule_arrival_within_3_days");
    expect(world.jobs).toEqual([{ queue: "tip.notify", data: { tipId: id } }]);
    world.now = new Date("2026-11-24T13:00+09:00");
    await world.work();
    expect(await world.tip(id)).toMatchObject({ band: "A", machine_band: "A", version: 2 });
    const codes = await world.codesOf(id);
    expect(codes.filter((code) => code.startsWith("rule_"))).toEqual(["rule_arrival_within_day"]);
    await world.work();
    expect((await world.actionsOf(id)).filter((action) => action === "tip.band_raised")).toHaveLength(2);
    world.now = new Date("2026-11-26T13:00+09:00");
    await world.work();
    expect(await world.tip(id)).toMatchObject({ band: "A", due_at: new Date("2026-11-25T12:00+09:00") });
  });

  it("keeps the band that an officer set after it rose", async () => {
    const id = await world.tell(box);
    await world.importText(boxDue("2026-11-21T09:00"));
    await world.work();
    expect(await world.tip(id)).toMatchObject({ band: "A" });
    await world.owner.pool.query("update tips set band = 'C' where id = $1", [id]);
    await world.importText(boxDue("2026-11-21T11:00"));
    await world.work();
    await world.work();
    expect(await world.tip(id)).toMatchObject({ band: "C", due_at: new Date("2026-11-21T11:00+09:00") });
    await world.importText(boxDue("2026-11-23T11:00"));
    world.now = new Date("2026-11-22T20:00+09:00");
    await world.work();
    expect(await world.tip(id)).toMatchObject({ band: "C", machine_band: "A" });
  });

  it("never sinks, and does not rise out of quarantine or when somebody asks about their own parcel", async () => {
    const id = await world.tell(box);
    await world.owner.pool.query("update tips set lane = 'quarantine' where id = $1", [id]);
    const own = await world.tell("AWB 131-12345675 は私の荷物です。関税はいくらですか。いつ受け取れますか。");
    await world.importText(
      "container,awb,port,eta\nQVLU3054386,,JPYOK,2026-11-21T09:00\n,131-12345675,JPNRT,2026-11-21T09:00\n",
    );
    await world.work();
    expect(await world.tip(id)).toMatchObject({ band: "C" });
    expect(await world.tip(own)).toMatchObject({ band: "D" });
    expect((await world.tip(id)).due_at).not.toBeNull();
    await world.owner.pool.query("update tips set lane = 'queue', band = 'A' where id = $1", [id]);
    await world.work();
    expect(await world.tip(id)).toMatchObject({ band: "A" });
  });

  it("shows its arrival to the desk, found by which identifier and how surely", async () => {
    const id = await world.tell(box);
    const other = await world.tell("港で変な荷物を見ました");
    await world.importText(boxDue("2026-12-05T08:00"));
    await world.work();
    const found = await showArrivals({ arrivals: createArrivalReader(world.staff.db) }, [id, other]);
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
    const id = await world.tell(box);
    await world.importText(boxDue("2026-12-05T08:00"));
    await world.work();
    await world.owner.pool.query("delete from tips where id = $1", [id]);
    expect((await world.owner.pool.query("select 1 from tip_arrivals")).rowCount).toBe(0);
    expect((await world.owner.pool.query("select 1 from tip_traces")).rowCount).toBe(0);
  });
});

describe("the worker's list", () => {
  it("goes on with the others when one tip cannot be compared, and keeps that one", async () => {
    const [bad, good] = [
      await world.tell(box),
      await world.tell("QVLU3054386 というコンテナに銃が入っている"),
    ];
    const broken: TraceContext = {
      ...world.ctx,
      relations: {
        ...world.ctx.relations,
        compare: (tipId) =>
          tipId === bad ? Promise.reject(new Error("no")) : world.ctx.relations.compare(tipId),
      },
    };
    expect(await traceWaiting(broken)).toBe(1);
    expect(await traceWaiting(world.ctx)).toBe(0);
    world.now = new Date(world.now.getTime() + 2 * 60_000);
    expect(await traceWaiting(world.ctx)).toBe(1);
    expect(good).not.toBe(bad);
  });

  it("cannot write an arrival, nor the staff role a due time's match", async () => {
    await expect(world.worker.pool.query("update arrivals set due_at = now()")).rejects.toThrow(
      /permission denied/,
    );
    await expect(world.staff.pool.query("delete from tip_arrivals")).rejects.toThrow(/permission denied/);
    await expect(
      world.staff.pool.query(
        "insert into related_tips select gen_random_uuid(), gen_random_uuid(), 'echo', '{}', 0, now()",
      ),
    ).rejects.toThrow(/permission denied/);
  });
});
