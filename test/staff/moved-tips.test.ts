import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CaseDetail } from "../../functions/domain/cases/case-page.ts";
import type { ShownTask } from "../../functions/domain/cases/task.ts";
import { type Api, type TestDesk, testDesk } from "./desk.ts";

type Officer = { id: string; api: Api };
let desk: TestDesk;
let supervisor: Officer;
let [one, two, kobe] = ["", "", ""];
let [old, target] = ["", ""];
beforeAll(async () => {
  desk = await testDesk();
  supervisor = await desk.officer("supervisor");
});
afterAll(() => desk?.close());

async function ok(answer: Promise<Response>): Promise<Response> {
  expect((await answer).status).toBe(200);
  return answer;
}
const tip = (id: string, action: string, body: object = {}) =>
  ok(supervisor.api.post(`/tips/${id}/${action}`, body));
const referenceOf = async (id: string) => (await desk.staff.desk.row(id))?.caseReference ?? "";
const shown = async (reference: string, { api } = supervisor) =>
  (await (await ok(api.get(`/cases/${reference}`))).json()) as CaseDetail;
const act = (reference: string, action: string, body: object = {}, { api } = supervisor) =>
  api.post(`/cases/${reference}/${action}`, body);
const left = ({ timeline }: CaseDetail) => timeline.filter(({ action }) => action === "case.tip_left");
const tasksOf = async ({ api }: Officer) => {
  const { mine, region } = (await (await ok(api.get("/tasks"))).json()) as Record<string, ShownTask[]>;
  return [...(mine ?? []), ...(region ?? [])].filter((task) => task.case === old);
};
const soon = () => new Date(Date.now() + 3_600_000).toISOString();

beforeEach(async () => {
  one = await desk.tip("横浜港の倉庫に覚醒剤の箱");
  two = await desk.tip("横浜港に大麻の袋");
  kobe = await desk.tip("神戸港に金の延べ棒");
  for (const id of [one, two, kobe]) await tip(id, "take");
  [old, target] = [await referenceOf(one), await referenceOf(kobe)];
});

describe("a tip that leaves its case", () => {
  it("is in the timeline of the old case as it left, with where to, and in that of the new as it came", async () => {
    await tip(two, "join", { with: one });
    await tip(two, "join", { with: kobe });
    const before = await shown(old);
    expect(left(before)).toMatchObject([
      { tipId: two, actor: { id: supervisor.id }, details: { into: target } },
    ]);
    // What was done to it while it was there is still told there.
    expect(before.timeline.filter(({ tipId }) => tipId === two).map(({ action }) => action)).toContain(
      "tip.joined",
    );
    expect(before).toMatchObject({ emptied: false, movedTo: [] });
    const after = await shown(target);
    expect(after.timeline.find(({ tipId }) => tipId === two)?.action).toBe("tip.joined");
    expect(left(after)).toEqual([]);
  });

  it("tells an officer who may not read it no more than that it left", async () => {
    await tip(kobe, "join", { with: one });
    await tip(kobe, "part");
    const yokohama = await desk.officer("investigator", "yokohama");
    const view = await shown(old, yokohama);
    expect(left(view)).toHaveLength(1);
    expect(view.timeline.filter(({ tipId }) => tipId === kobe).map(({ action }) => action)).toEqual([
      "case.tip_left",
    ]);
  });
});

describe("a case whose tips are all in others", () => {
  it("says where they are and is neither open nor to be worked on, its notes and tasks still read there", async () => {
    await ok(act(old, "note", { text: "岸壁の鍵は守衛", visible: "all" }));
    await ok(act(old, "add-task", { text: "岸壁で待つ", due: soon() }));
    await tip(one, "join", { with: kobe });
    const view = await shown(old);
    expect(view).toMatchObject({ emptied: true, movedTo: [target], tips: [], closedAt: null, left: [one] });
    expect(view.notes.map(({ text }) => text)).toEqual(["岸壁の鍵は守衛"]);
    expect(new Set(view.actions)).toEqual(
      new Set(["read", "strike-note", "finish-task", "reopen-task", "withdraw-task"]),
    );
    for (const [name, body] of [
      ["unit", { unit: "dogs" }],
      ["add-task", { text: "x", due: soon() }],
      ["close", { outcome: "seizure", reason: "x" }],
    ] as const)
      expect((await act(old, name, body)).status, name).toBe(409);
    expect(await shown(target)).toMatchObject({ merged: [{ reference: old, openTasks: 1 }], emptied: false });
  });

  it("is open to whoever may read the case that they are in now, and to nobody else", async () => {
    await ok(act(old, "note", { text: "岸壁の鍵は守衛", visible: "all" }));
    const officers = await Promise.all(
      (["kobe", "moji"] as const).map((region) => desk.officer("investigator", region)),
    );
    const [there, away] = officers;
    expect((await there?.api.get(`/cases/${old}`))?.status, "before").toBe(404);
    await tip(one, "join", { with: kobe });
    expect((await shown(old, there)).notes).toHaveLength(1);
    expect((await away?.api.get(`/cases/${old}`))?.status).toBe(404);
  });

  it("still asks for what was to be done, until that is done or the case they are in is closed", async () => {
    const who = await desk.officer("investigator", "kobe");
    await ok(act(old, "region", { region: "kobe" }));
    await ok(act(old, "add-task", { text: "岸壁で待つ", due: soon(), who: `officer:${who.id}` }));
    await ok(act(old, "region", { region: "yokohama" }));
    await tip(one, "join", { with: kobe });
    const [task] = await tasksOf(who);
    expect(task).toMatchObject({ case: old, done: null });
    await ok(act(old, "finish-task", { task: task?.id }, who));
    expect(await tasksOf(who)).toEqual([]);
    await ok(act(old, "reopen-task", { task: task?.id }, who));
    expect(await tasksOf(who)).toHaveLength(1);
    await ok(act(target, "close", { outcome: "seizure", reason: "x" }));
    expect(await tasksOf(who)).toEqual([]);
  });

  it("is open again with all it had when the joining is undone, and both timelines tell it", async () => {
    await tip(one, "join", { with: kobe });
    await tip(one, "undo");
    const view = await shown(old);
    expect(view).toMatchObject({ emptied: false, movedTo: [], closedAt: null, left: [] });
    expect(view.tips.map(({ id }) => id)).toEqual([one]);
    expect(view.actions).toContain("close");
    expect(view.timeline.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["case.tip_left", "tip.undone"]),
    );
    const other = await shown(target);
    expect(left(other)).toMatchObject([{ tipId: one, details: { into: old, undone: "join" } }]);
    expect(other).toMatchObject({ merged: [], emptied: false });
    // A slip leads nobody from there to the case of the tip that went back.
    await tip(kobe, "join", { with: two });
    expect((await shown(target)).movedTo).toEqual([await referenceOf(two)]);
  });

  it("is what taking a tip out and undoing that leaves behind: it leads back to where the tip is", async () => {
    await tip(two, "join", { with: one });
    await tip(two, "part");
    const made = await referenceOf(two);
    expect(left(await shown(old))).toMatchObject([{ tipId: two, details: { into: made } }]);
    await tip(two, "undo");
    expect(await shown(made)).toMatchObject({ emptied: true, movedTo: [old], tips: [] });
    expect((await shown(old)).tips).toHaveLength(2);
  });

  it("leads on to where its tips went after that, to each of several", async () => {
    await tip(two, "join", { with: one });
    await tip(one, "join", { with: kobe });
    await tip(two, "join", { with: kobe });
    await tip(two, "part");
    expect((await shown(old)).movedTo).toEqual([target, await referenceOf(two)].sort());
  });
});
