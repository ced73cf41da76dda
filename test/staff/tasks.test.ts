import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CaseDetail } from "../../functions/domain/cases/case-page.ts";
import type { ShownTask } from "../../functions/domain/cases/task.ts";
import { type Api, type TestDesk, testDesk } from "./desk.ts";

type Officer = { id: string; email: string; api: Api };
let desk: TestDesk;
let supervisor: Officer;
let investigator: Officer;
let tipId = "";
let reference = "";
beforeAll(async () => {
  desk = await testDesk();
  supervisor = await desk.officer("supervisor", "yokohama");
  investigator = await desk.officer("investigator", "yokohama");
});
afterAll(() => desk?.close());
beforeEach(async () => {
  tipId = await desk.tip("横浜港の倉庫に覚醒剤の箱");
  await supervisor.api.post(`/tips/${tipId}/take`);
  reference = (await desk.staff.desk.row(tipId))?.caseReference ?? "";
});

const soon = () => new Date(Date.now() + 3_600_000).toISOString();
const act = (action: string, body: object = {}, officer = supervisor) =>
  officer.api.post(`/cases/${reference}/${action}`, body);
const add = async (body: object = {}) => {
  const answer = await act("add-task", { text: "岸壁で待つ", due: soon(), ...body });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { id: string }).id;
};
const shown = async (officer = supervisor) =>
  (await (await officer.api.get(`/cases/${reference}`)).json()) as CaseDetail;
const listed = async (officer: Officer) =>
  (await (await officer.api.get("/tasks")).json()) as { mine: ShownTask[]; region: ShownTask[] };
const mine = async (officer: Officer) =>
  (await listed(officer)).mine.filter((task) => task.case === reference);

describe("what is to be done for a case", () => {
  it("is given to an officer, a unit or whoever works on it, and stands in the lists of those", async () => {
    const forOne = await add({ who: `officer:${investigator.id}` });
    const forDogs = await add({ who: "unit:dogs", text: "犬を連れて行く" });
    expect((await mine(investigator)).map(({ id }) => id)).toEqual([forOne]);
    expect(await mine(supervisor)).toEqual([]);
    const anyone = (await listed(investigator)).region.filter((task) => task.case === reference);
    expect(anyone).toMatchObject([{ id: forDogs, unit: "dogs", text: "犬を連れて行く", overdue: false }]);
    const away = await desk.officer("investigator", "moji");
    expect(JSON.stringify(await listed(away))).not.toContain(reference);
    expect((await (await desk.officer("auditor")).api.get("/tasks")).status).toBe(404);
  });

  it("is sealed: neither the log, nor an event, nor the database has its words", async () => {
    await add();
    const { rows } = await desk.owner.pool.query("select sealed from case_tasks");
    expect(rows.every(({ sealed }) => !Buffer.from(sealed).toString("utf8").includes("岸壁"))).toBe(true);
    const events = await desk.owner.pool.query(
      "select details::text from events where action like 'case.task%'",
    );
    expect(JSON.stringify([events.rows, desk.logs])).not.toContain("岸壁");
  });

  it("proposes two hours before the arrival, and the closes of the next office days", async () => {
    expect((await shown()).proposals.map(({ code }) => code)).toEqual([
      "this_close",
      "next_close",
      "third_close",
    ]);
    const due = new Date(Date.now() + 5 * 3_600_000);
    await desk.owner.pool.query("update tips set due_at = $2 where id = $1", [tipId, due]);
    const [first] = (await shown()).proposals;
    expect(first).toEqual({
      code: "before_arrival",
      at: new Date(due.getTime() - 2 * 3_600_000).toISOString(),
    });
  });

  it("takes a time as a page's field has it, in Tokyo, and refuses one that is past, far or none", async () => {
    const day = new Date(Date.now() + 9 * 3_600_000 + 86_400_000).toISOString().slice(0, 10);
    await add({ due: "other", at: `${day}T22:30` });
    expect((await shown()).tasks[0]?.dueAt).toBe(`${day}T13:30:00.000Z`);
    for (const due of ["2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "soon", ""])
      expect((await act("add-task", { text: "x", due })).status, due).toBe(422);
    for (const who of [
      "unit:navy",
      "officer:nobody",
      `officer:${(await desk.officer("investigator", "moji")).id}`,
      "x",
    ])
      expect((await act("add-task", { text: "x", due: soon(), who })).status, who).toBe(422);
    expect((await act("add-task", { text: "  ", due: soon() })).status).toBe(422);
  });

  it("is done, not done after all, and withdrawn, each on record; of two officers the second is told", async () => {
    const task = await add({ who: `officer:${investigator.id}` });
    const both = await Promise.all([
      act("finish-task", { task, taskVersion: 0 }, investigator),
      act("finish-task", { task, taskVersion: 0 }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await shown()).tasks[0]?.done).not.toBeNull();
    expect(await mine(investigator)).toEqual([]);
    expect((await act("reopen-task", { task })).status).toBe(200);
    expect(await mine(investigator)).toHaveLength(1);
    expect((await act("withdraw-task", { task })).status).toBe(200);
    expect((await act("finish-task", { task })).status, "withdrawn").toBe(409);
    expect((await shown()).tasks[0]).toMatchObject({ done: null, withdrawnAt: expect.any(String) });
    expect(await mine(investigator)).toEqual([]);
    // Withdrawn by a slip, it is asked for again.
    expect((await act("reopen-task", { task })).status).toBe(200);
    expect((await shown()).tasks[0]).toMatchObject({ done: null, withdrawnAt: null });
    expect(await mine(investigator)).toHaveLength(1);
    expect((await act("reopen-task", { task })).status, "open already").toBe(409);
    const written = (await shown()).timeline.map(({ action }) => action);
    for (const name of ["task_added", "task_done", "task_undone", "task_withdrawn", "task_restored"])
      expect(written).toContain(`case.${name}`);
    await expect(desk.owner.pool.query("set role shirokuro_staff; delete from case_tasks")).rejects.toThrow(
      /permission denied/,
    );
  });

  it("shows in the queue when it is overdue, and no longer once its case is closed or it is done", async () => {
    const task = await add();
    const row = async () => (await desk.staff.desk.row(tipId))?.overdueTasks;
    expect(await row()).toBe(0);
    await desk.owner.pool.query("update case_tasks set due_at = now() - interval '1 minute' where id = $1", [
      task,
    ]);
    expect(await row()).toBe(1);
    expect((await listed(supervisor)).region.find(({ id }) => id === task)?.overdue).toBe(true);
    await act("finish-task", { task });
    expect(await row()).toBe(0);
    await act("reopen-task", { task });
    await act("close", { outcome: "seizure", reason: "x" });
    expect(JSON.stringify(await listed(supervisor))).not.toContain(task);
  });

  it("stays in its officer's list however much other regions, or anyone, have to do before it", async () => {
    const away = await desk.tip("門司港に拳銃の箱");
    const headquarters = await desk.officer("supervisor");
    expect((await headquarters.api.post(`/tips/${away}/take`)).status).toBe(200);
    const task = await add({ who: `officer:${investigator.id}` });
    const anyone = await add();
    // As many as a list has at most, all due before it: another region's, and by name another officer's.
    await desk.owner.pool.query(
      `insert into case_tasks (id, case_id, sealed, officer_id, due_at, made_by, made_at)
         select gen_random_uuid(), t.case_id, k.sealed, who.id, now() - interval '1 day', k.made_by, now()
         from case_tasks k, tips t, generate_series(1, 600), (values (null), ($3)) as who (id)
         where k.id = $1 and t.id = $2`,
      [task, away, supervisor.id],
    );
    expect((await mine(investigator)).map(({ id }) => id)).toContain(task);
    expect((await listed(investigator)).region.map(({ id }) => id)).toContain(anyone);
    await desk.owner.pool.query(
      "delete from case_tasks where case_id = (select case_id from tips where id = $1)",
      [away],
    );
  });
});
