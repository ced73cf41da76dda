import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Browser, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let browser: Browser;
let [one, two, three] = ["", "", ""];
beforeAll(async () => {
  desk = await testDesk();
  browser = new Browser(desk);
  await setUp(desk, browser, { role: "supervisor" });
});
afterAll(() => desk?.close());
beforeEach(async () => {
  await desk.owner.pool.query("update tips set lane = 'set_aside'");
  one = await desk.tip("横浜港の倉庫に覚醒剤の箱");
  two = await desk.tip("横浜港に大麻の袋");
  three = await desk.tip("神戸港に金の延べ棒");
  const { pool } = desk.owner;
  await pool.query("update tips set band = 'B', threat_to_life = false where id = any($1::uuid[])", [
    [one, two, three],
  ]);
});

const shown = async (id: string) => (await browser.page(`/staff/tips/${id}/`, "tip")).view;
const queue = async (query = "") => (await browser.page(`/staff/${query}`, "queue")).view.rows;
const press = async (id: string, action: string, fields: Record<string, string> = {}) =>
  browser.post(`/staff/tips/${id}/${action}`, {
    csrf: await browser.csrf(),
    back: `/staff/tips/${id}/`,
    ...fields,
  });
async function several(ids: string[]) {
  const form = new URLSearchParams({ csrf: await browser.csrf(), action: "join" });
  for (const id of ids) form.append("tip", `${id}:${(await desk.staff.desk.row(id))?.version}`);
  await browser.request("/staff/several", {
    method: "POST",
    body: form,
    headers: { origin: "http://desk.example" },
  });
  return (await browser.page("/staff/account/", "account")).frame.flash;
}
const caseOf = async (id: string) => (await desk.staff.desk.row(id))?.caseId ?? null;
const words = async (id: string) =>
  (await desk.owner.pool.query("select sealed, band, owner_id, score from tips where id = $1", [id])).rows[0];

describe("a case of several tips", () => {
  it("is made by joining one tip to another, which opens a case when there is none, and keeps both whole", async () => {
    const before = [await words(one), await words(two)];
    expect((await press(two, "join", { with: one })).status).toBe(303);
    expect(await caseOf(two)).toBe(await caseOf(one));
    expect(await caseOf(one)).not.toBeNull();
    expect([await words(one), await words(two)]).toEqual(before);
    const view = await shown(two);
    expect(view.siblings.map(({ id }) => id)).toEqual([one]);
    expect(view.tip).toMatchObject({ caseTips: 2, case: expect.stringMatching(/^SK-\d{4}-\d{6}$/) });
    expect((await desk.events(two)).map(({ action }) => action)).toContain("tip.joined");
    expect((await desk.events(one)).map(({ action }) => action)).toContain("tip.case_opened");
    expect((await press(two, "join", { with: one })).status, "twice").toBe(422);
    expect((await press(one, "join", { with: one })).status, "with itself").toBe(422);
  });

  it("is one row of the queue, its most urgent tip with how many, over pages too; a search shows each tip", async () => {
    await press(two, "join", { with: one });
    expect((await queue()).map(({ id, caseTips }) => [id, caseTips])).toEqual([
      [one, 2],
      [three, 0],
    ]);
    await desk.owner.pool.query("update tips set threat_to_life = true where id = $1", [two]);
    expect((await queue()).map(({ id }) => id)).toEqual([two, three]);
    await desk.owner.pool.query("update tips set band = 'A' where id = $1", [one]);
    expect((await queue()).map(({ id }) => id)).toEqual([one, three]);
    // A list of one band shows the case by the tip that is in it.
    expect((await queue("?band=B")).map(({ id }) => id)).toEqual([two, three]);
    const hits = (await queue(`?q=${encodeURIComponent("横浜港")}`)).map(({ id }) => id);
    expect(hits).toEqual(expect.arrayContaining([one, two]));
    const { api } = await desk.officer("supervisor");
    const list = async (query: string) =>
      (await (await api.get(`/tips?${query}`)).json()) as {
        items: { id: string }[];
        nextCursor: string | null;
      };
    expect((await list("")).items.map(({ id }) => id)).toEqual([one, two, three]);
    const first = await list("rows=case&limit=1");
    expect(first.items.map(({ id }) => id)).toEqual([one]);
    const next = await list(`rows=case&limit=1&cursor=${encodeURIComponent(first.nextCursor ?? "")}`);
    expect(next.items.map(({ id }) => id)).toEqual([three]);
  });

  it("goes on with its other tips when the first is set aside or closed", async () => {
    await press(two, "join", { with: one });
    await press(one, "set-aside", { reason: "x" });
    expect((await queue()).map(({ id }) => id)).toEqual([two, three]);
    await press(two, "close", { outcome: "seizure", reason: "x" });
    expect((await queue()).map(({ id }) => id)).toEqual([three]);
  });

  it("is split by taking a tip out, and both ways are undone", async () => {
    await press(two, "take");
    const own = await caseOf(two);
    await press(two, "join", { with: one });
    const joined = await caseOf(two);
    expect(joined).not.toBe(own);
    expect((await shown(two)).undoable).toBe("join");
    await press(two, "undo");
    expect(await caseOf(two)).toBe(own);
    await press(two, "join", { with: one });
    expect((await press(two, "part")).status).toBe(303);
    expect([own, joined, null]).not.toContain(await caseOf(two));
    await press(two, "undo");
    expect(await caseOf(two)).toBe(joined);
    await press(two, "part");
    expect((await press(two, "part")).status, "alone").toBe(422);
    expect((await shown(one)).siblings).toEqual([]);
  });

  it("is made of rows chosen in the queue, into the first's, each bringing the tips of its own case", async () => {
    const four = await desk.tip("門司の岸壁に拳銃");
    await press(two, "join", { with: three });
    expect(await several([four, three])).toMatchObject({
      kind: "done",
      code: "several_joined",
      count: { done: 2, left: 0 },
    });
    expect(new Set([await caseOf(two), await caseOf(three), await caseOf(four)]).size).toBe(1);
    expect(await caseOf(one)).toBeNull();
    expect(await several([one])).toEqual({ kind: "problem", code: "choose_two" });
  });

  it("counts but does not show an officer the tips that they may not read, nor lets them join these", async () => {
    await press(three, "join", { with: one });
    const { api } = await desk.officer("investigator", "yokohama");
    const tip = await (await api.get(`/tips/${one}`)).text();
    expect(JSON.parse(tip)).toMatchObject({ siblings: [] });
    expect(tip).not.toContain(`"id":"${three}"`);
    expect((await api.post(`/tips/${two}/join`, { with: three })).status).toBe(404);
    expect((await api.post(`/tips/${two}/join`, { with: one })).status).toBe(200);
    // A case whose most urgent tip is another region's still has its row here.
    await desk.owner.pool.query("update tips set band = 'A' where id = $1", [three]);
    const rows = (await (await api.get("/tips?rows=case")).json()) as { items: { id: string }[] };
    expect(rows.items.map(({ id }) => id)).toEqual([one]);
  });

  it("is changed by one of two officers: the second is told", async () => {
    const { version } = await shown(two);
    const other = await desk.officer("supervisor");
    const seen = { version, with: one };
    const answers = await Promise.all([
      other.api.post(`/tips/${two}/join`, seen),
      other.api.post(`/tips/${two}/join`, { ...seen, with: three }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
