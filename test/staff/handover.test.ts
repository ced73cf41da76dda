import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser, read, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let night: Browser;
let day: Browser;
const tips: Record<string, string> = {};
beforeAll(async () => {
  desk = await testDesk();
  [night, day] = [new Browser(desk), new Browser(desk)];
  await setUp(desk, night, { role: "intake", name: "Night" });
  await setUp(desk, day, { role: "supervisor", name: "Day" });
  tips.kobe = await desk.tip(
    "今夜、神戸港に覚醒剤の入ったコンテナ CSQU 305438-3 が着きます。倉庫で見ました。",
  );
  tips.yokohama = await desk.tip("今夜、横浜港に拳銃の入ったコンテナが着くのを見ました。");
  tips.aside = await desk.tip("神戸港の倉庫の箱");
  const { api } = await desk.officer("supervisor");
  await api.post(`/tips/${tips.aside}/set-aside`, { reason: "別件" });
  await desk.owner.pool.query("update tips set unread_since = now() where id = $1", [tips.yokohama]);
});
afterAll(() => desk?.close());

const page = (browser: Browser) => browser.page("/staff/handover/", "handover");
const ids = (list: { tips: { id: string }[] }) => list.tips.map(({ id }) => id);
const events = async (action: string) =>
  (await desk.owner.pool.query("select * from events where action = $1 order by seq", [action])).rows;

describe("the handover", () => {
  it("draws up what changed, in counts and ids alone", async () => {
    const answer = await night.request("/staff/handover/");
    const text = await answer.clone().text();
    for (const words of ["神戸港に", "拳銃", "別件", "CSQU"]) expect(text).not.toContain(words);
    const { view } = await read(answer, "handover");
    expect(view.due).toBe(true);
    expect(new Set(ids(view.facts.fresh))).toEqual(new Set([tips.kobe, tips.yokohama]));
    expect(ids(view.facts.answers)).toEqual([tips.yokohama]);
    expect(ids(view.facts.aside)).toEqual([tips.aside]);
    expect(view.facts.arriving.total).toBe(2);
    expect(view.facts.unheard.total).toBe(0);
    const { rows } = await desk.owner.pool.query("select seq, encode(hash, 'hex') as hash from event_head");
    expect(view.facts.head).toBe(`${rows[0].seq}:${rows[0].hash}`);
  });

  it("shows an officer of one Customs their own region alone, and hands that over by itself", async () => {
    const kobe = new Browser(desk);
    await setUp(desk, kobe, { role: "investigator", region: "kobe" });
    const { view } = await page(kobe);
    expect(view.region).toBe("kobe");
    expect(ids(view.facts.fresh)).toEqual([tips.kobe]);
    await kobe.post("/staff/handover/", { csrf: await kobe.csrf(), note: "神戸だけ" });
    expect((await page(night)).view.earlier).toEqual([]);
    expect((await page(kobe)).view.earlier).toHaveLength(1);
  });

  it("is signed by who hands over, with a sealed note, and by another officer who takes over", async () => {
    const note = "CSQU の件、\n09:00 に検査場へ電話";
    const handed = await night.post("/staff/handover/", { csrf: await night.csrf(), note });
    expect(handed.status).toBe(303);
    const { rows } = await desk.owner.pool.query(
      "select id, to_jsonb(h)::text as row from handovers h where region = 'hq'",
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].row).not.toContain("検査場");
    const own = (await page(night)).view.earlier[0];
    expect(own).toMatchObject({ note, handedBy: "Night", takenBy: null, mayTake: false });
    const refused = await night.post(`/staff/handover/${own?.id}/take`, { csrf: await night.csrf() });
    expect(refused.status).toBe(303);
    expect(await events("handover.taken")).toHaveLength(0);

    const waiting = (await page(day)).view.earlier[0];
    expect(waiting).toMatchObject({ note, mayTake: true });
    await day.post(`/staff/handover/${waiting?.id}/take`, { csrf: await day.csrf() });
    const taken = (await page(day)).view;
    expect(taken.earlier[0]).toMatchObject({ takenBy: "Day", mayTake: false });
    expect(taken.due).toBe(false);
    // From here on it tells what came after.
    expect(taken.facts.fresh.total).toBe(0);
    expect((await events("handover.handed")).at(-1)).toMatchObject({ subject_id: rows[0].id });
    expect(await events("handover.taken")).toMatchObject([{ subject_id: rows[0].id }]);
    // Taken once.
    const third = new Browser(desk);
    await setUp(desk, third, { role: "intake" });
    await third.post(`/staff/handover/${waiting?.id}/take`, { csrf: await third.csrf() });
    expect(await events("handover.taken")).toHaveLength(1);
  });

  it("keeps what was typed when the note is too long", async () => {
    const long = "長".repeat(5_001);
    const answer = await night.post("/staff/handover/", { csrf: await night.csrf(), note: long });
    expect(answer.status).toBe(422);
    expect((await read(answer, "handover")).view.note).toBe(long);
  });

  it("is not there for roles without a queue, nor for another region's", async () => {
    for (const role of ["analyst", "auditor", "admin"] as const) {
      const browser = new Browser(desk);
      await setUp(desk, browser, { role });
      expect((await browser.request("/staff/handover/")).status, role).toBe(404);
      expect((await browser.post("/staff/handover/", { csrf: await browser.csrf(), note: "" })).status).toBe(
        404,
      );
    }
    const moji = new Browser(desk);
    await setUp(desk, moji, { role: "supervisor", region: "moji" });
    const { rows } = await desk.owner.pool.query("select id from handovers where region = 'hq'");
    const answer = await moji.post(`/staff/handover/${rows[0].id}/take`, { csrf: await moji.csrf() });
    expect(answer.status).toBe(404);
  }, 60_000);

  it("cannot be changed afterwards by the desk's own login", async () => {
    const { default: pg } = await import("pg");
    const client = new pg.Client({ connectionString: desk.database.urls.staff });
    await client.connect();
    await expect(client.query("update handovers set facts = '{}'")).rejects.toThrow(/permission denied/);
    await expect(client.query("delete from handovers")).rejects.toThrow(/permission denied/);
    await client.end();
  });
});
