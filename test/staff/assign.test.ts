import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Browser, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let supervisor: Browser;
let kobe: { id: string };
let moji: { id: string };
let tipId: string;
beforeAll(async () => {
  desk = await testDesk();
  supervisor = new Browser(desk);
  await setUp(desk, supervisor, { role: "supervisor", region: "kobe" });
  kobe = await desk.officer("investigator", "kobe");
  moji = await desk.officer("investigator", "moji");
  await desk.officer("admin");
});
afterAll(() => desk?.close());
beforeEach(async () => {
  tipId = await desk.tip("神戸港の倉庫に箱が3つ");
});

const stored = async () => {
  const { rows } = await desk.owner.pool.query("select owner_id, state, case_id from tips where id = $1", [
    tipId,
  ]);
  return rows[0];
};
const give = async (officer: string, more: Record<string, string> = {}) =>
  supervisor.post(`/staff/tips/${tipId}/assign`, { csrf: await supervisor.csrf(), officer, ...more });

describe("giving a tip to an officer", () => {
  it("offers those of the region who may work on it, and nobody to whom it would be lost", async () => {
    const { view } = await supervisor.page(`/staff/tips/${tipId}/`, "tip");
    const offered = view.officers.map(({ role, region }) => `${role} ${region}`);
    expect(offered).toContain("investigator kobe");
    expect(offered.filter((who) => /moji|admin/.test(who))).toEqual([]);
  });

  it("makes it theirs, opens a case, says so in the log, and can be undone", async () => {
    expect((await give(kobe.id)).status).toBe(303);
    expect(await stored()).toMatchObject({ owner_id: kobe.id, state: "assigned" });
    const { frame, view } = await supervisor.page(`/staff/tips/${tipId}/`, "tip");
    expect(view.tip.case).toMatch(/^SK-\d{4}-\d{6}$/);
    const event = view.events.find(({ action }) => action === "tip.assigned");
    expect(event?.toOfficer).toBe("Officer investigator");
    expect(view.undoable).toBe("assign");
    await supervisor.post(`/staff/tips/${tipId}/undo`, { csrf: frame.csrf });
    expect(await stored()).toMatchObject({ owner_id: null, state: "new" });
  });

  it("refuses an officer who could not read it, nobody, and one who has left", async () => {
    const left = await desk.officer("investigator", "kobe");
    await desk.owner.pool.query(`update auth."user" set "leftAt" = now() where id = $1`, [left.id]);
    for (const officer of [moji.id, left.id, "", "someone"])
      expect((await give(officer)).status, officer).toBe(422);
    expect(await stored()).toMatchObject({ owner_id: null, state: "new", case_id: null });
  });

  it("gives several at once, leaving those that the officer may not have", async () => {
    const undecided = await desk.tip("どこかの倉庫に箱が4つ");
    const hq = new Browser(desk);
    await setUp(desk, hq, { role: "supervisor" });
    const form = new URLSearchParams({
      csrf: await hq.csrf(),
      back: "/staff/",
      action: "assign",
      officer: kobe.id,
    });
    for (const id of [tipId, undecided]) form.append("tip", `${id}:0`);
    await hq.request("/staff/several", {
      method: "POST",
      body: form,
      headers: { origin: "http://desk.example" },
    });
    const { frame } = await hq.page("/staff/account/", "account");
    expect(frame.flash).toMatchObject({
      kind: "problem",
      code: "several_assigned",
      count: { done: 1, left: 1 },
    });
    expect(await stored()).toMatchObject({ owner_id: kobe.id });
  });
});
