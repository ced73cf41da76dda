import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DeskFlash } from "../../functions/domain/cases/desk-page.ts";
import { Browser, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let browser: Browser;
let other: Browser;
let tips: string[] = [];
beforeAll(async () => {
  desk = await testDesk();
  [browser, other] = [new Browser(desk), new Browser(desk)];
  await setUp(desk, browser, { role: "supervisor" });
  await setUp(desk, other, { role: "supervisor" });
});
afterAll(() => desk?.close());
beforeEach(async () => {
  await desk.owner.pool.query("update tips set lane = 'set_aside', state = 'closed'");
  tips = [
    await desk.tip("横浜港に箱が1つ"),
    await desk.tip("横浜港に箱が2つ"),
    await desk.tip("神戸港に箱が3つ"),
  ];
});

const row = (id = "") => desk.staff.desk.row(id);
const lanes = async () => Promise.all(tips.map(async (id) => (await row(id))?.lane));
const owners = async () => Promise.all(tips.map(async (id) => (await row(id))?.owner?.name ?? null));

/** Sends a form for these rows as the officer sees them now, and answers what the desk says of it. */
async function several(
  ids: string[],
  action: string,
  fields: Record<string, string> = {},
): Promise<DeskFlash | null> {
  const form = new URLSearchParams({
    csrf: await browser.csrf(),
    action,
    reason: "x",
    rows: "case",
    ...fields,
  });
  for (const id of ids) form.append("tip", `${id}:${(await row(id))?.version}`);
  await browser.request("/staff/several", {
    method: "POST",
    body: form,
    headers: { origin: "http://desk.example" },
  });
  return (await browser.page("/staff/account/", "account")).frame.flash;
}

async function undo(flash: DeskFlash | null, by = browser): Promise<DeskFlash | null> {
  const fields = { csrf: await by.csrf(), back: "/staff/", batch: flash?.batch ?? "" };
  expect((await by.post("/staff/several/undo", fields)).status).toBe(303);
  return (await by.page("/staff/account/", "account")).frame.flash;
}
const press = async (id: string, action: string, fields: Record<string, string> = {}, by = browser) =>
  by.post(`/staff/tips/${id}/${action}`, { csrf: await by.csrf(), back: `/staff/tips/${id}/`, ...fields });

describe("several tips, put aside by a slip", () => {
  it("come back with one press, each by its own undo, and a second press finds nothing more to take back", async () => {
    const flash = await several(tips, "set-aside");
    expect(flash).toMatchObject({ kind: "done", code: "several_set_aside", count: { done: 3, left: 0 } });
    expect(await lanes()).toEqual(["set_aside", "set_aside", "set_aside"]);
    expect(await undo(flash)).toEqual({ kind: "done", code: "several_undone", count: { done: 3, left: 0 } });
    expect(await lanes()).toEqual(["queue", "queue", "queue"]);
    for (const id of tips) expect((await desk.events(id)).at(-1)?.action).toBe("tip.undone");
    expect(await undo(flash)).toMatchObject({ kind: "problem", count: { done: 0, left: 3 } });
  });

  it("are left as they are where somebody, or the officer, changed them since, and counted", async () => {
    const flash = await several(tips, "set-aside");
    const [one = "", two = ""] = tips;
    await press(one, "restore", {}, other);
    await press(two, "grade", { source: "B", information: "2", handling: "H3" });
    expect(await undo(flash)).toEqual({
      kind: "problem",
      code: "several_undone",
      count: { done: 1, left: 2 },
    });
    expect(await lanes()).toEqual(["queue", "set_aside", "queue"]);
    // What the officer did last to the second is still there, and still theirs to take back.
    expect((await row(two))?.grading).toMatchObject({ source: "B" });
  });

  it("are taken back by nobody else, nor under a name that nothing bears", async () => {
    const flash = await several(tips, "set-aside");
    expect(await undo(flash, other)).toEqual({ kind: "problem", code: "nothing_to_undo" });
    expect(await undo(null)).toEqual({ kind: "problem", code: "invalid" });
    expect(await lanes()).toEqual(["set_aside", "set_aside", "set_aside"]);
  });
});

describe("several tips", () => {
  it("are restored together from where they were put aside and from quarantine, and that is undone too", async () => {
    await desk.owner.pool.query("update tips set lane = 'set_aside' where id = any($1)", [tips.slice(0, 2)]);
    await desk.owner.pool.query("update tips set lane = 'quarantine' where id = $1", [tips[2]]);
    const { view } = await browser.page("/staff/?lane=quarantine", "queue");
    expect(view.rows.map(({ id, actions }) => [id, actions.includes("restore")])).toEqual([[tips[2], true]]);
    const flash = await several(tips, "restore");
    expect(flash).toMatchObject({ kind: "done", code: "several_restored", count: { done: 3, left: 0 } });
    expect(await lanes()).toEqual(["queue", "queue", "queue"]);
    expect(await undo(flash)).toMatchObject({ kind: "done", count: { done: 3, left: 0 } });
    expect(await lanes()).toEqual(["set_aside", "set_aside", "quarantine"]);
    // Back in quarantine, misuse that is withdrawn brings it out by itself, as before.
    const { rows } = await desk.owner.pool.query("select lane_settled from tips where id = $1", [tips[2]]);
    expect(rows).toEqual([{ lane_settled: false }]);
  });

  it("are given back, and leave the case they were put into, with the same one press", async () => {
    const taken = await several(tips, "take");
    expect((await owners()).every((name) => name !== null)).toBe(true);
    expect(await undo(taken)).toMatchObject({ code: "several_undone", count: { done: 3, left: 0 } });
    expect(await owners()).toEqual([null, null, null]);
    const before = await Promise.all(tips.map(async (id) => (await row(id))?.caseId));
    const joined = await several(tips, "join");
    expect(new Set(await Promise.all(tips.map(async (id) => (await row(id))?.caseId))).size).toBe(1);
    expect(await undo(joined)).toMatchObject({ kind: "done", count: { done: 2, left: 0 } });
    expect(await Promise.all(tips.map(async (id) => (await row(id))?.caseId))).toEqual(before);
  });
});

describe("a row that stands for a case", () => {
  beforeEach(async () => {
    const [one = "", two = ""] = tips;
    await press(two, "join", { with: one });
  });

  it("stands for all of its tips that lie there, and says how many", async () => {
    const flash = await several([tips[0] ?? "", tips[2] ?? ""], "set-aside");
    expect(flash).toMatchObject({ code: "several_set_aside", count: { done: 3, left: 0 } });
    expect(await lanes()).toEqual(["set_aside", "set_aside", "set_aside"]);
    expect(await several([tips[0] ?? ""], "restore")).toMatchObject({ count: { done: 2, left: 0 } });
    expect(await several([tips[0] ?? "", tips[1] ?? ""], "take")).toMatchObject({
      count: { done: 2, left: 0 },
    });
  });

  it("leaves alone those that lie elsewhere or are another's, and all of them when it was changed meanwhile", async () => {
    const [one = "", two = ""] = tips;
    await press(two, "take", {}, other);
    expect(await several([one], "take")).toMatchObject({ count: { done: 1, left: 0 } });
    expect(new Set(await owners()).size).toBe(3);
    await desk.owner.pool.query("update tips set lane = 'quarantine' where id = $1", [two]);
    expect(await several([one], "set-aside")).toMatchObject({ count: { done: 1, left: 0 } });
    expect(await lanes()).toEqual(["set_aside", "quarantine", "queue"]);
    await desk.owner.pool.query("update tips set lane = 'queue', owner_id = null where id = any($1)", [tips]);
    const form = { csrf: await browser.csrf(), action: "take", rows: "case", tip: `${one}:0` };
    await browser.post("/staff/several", form);
    expect(await owners()).toEqual([null, null, null]);
  });

  it("is one tip where each is shown by itself, in a search", async () => {
    expect(await several([tips[0] ?? ""], "set-aside", { rows: "tip" })).toMatchObject({
      count: { done: 1, left: 0 },
    });
    expect(await lanes()).toEqual(["set_aside", "queue", "queue"]);
  });
});
