import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "../../functions/store/connect.ts";
import { admitOfficer } from "../../functions/store/training.ts";
import { Browser, read, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

/** Two desks with databases and keys of their own: what the program keeps apart by wiring. */
let practice: TestDesk;
let desk: TestDesk;
let state: "ready" | "preparing" | "unavailable" = "ready";
const asked: boolean[] = [];
let officer: Browser;
let realTip: string;
let practiceTip: string;

beforeAll(async () => {
  practice = await testDesk();
  const connection = connect(practice.database.urls.staff, { max: 1 });
  desk = await testDesk({
    training: {
      state: async () => state,
      async open(given) {
        if (state !== "ready") return undefined;
        const trainee = { ...given, id: `training-${given.id}` };
        await admitOfficer(connection.db, trainee);
        return { staff: practice.staff, officer: trainee };
      },
      prepare: (fresh) => void asked.push(fresh),
    },
  });
  closing.push(() => connection.close());
  officer = new Browser(desk);
  await setUp(desk, officer, { role: "supervisor", name: "Trainee" });
  realTip = await desk.tip("本番の神戸港に今夜コンテナ");
  practiceTip = await practice.tip("練習の横浜港に今夜コンテナ");
});
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
  await desk?.close();
  await practice?.close();
});

/** Every row of every table, but for what tells that somebody went to the practice desk and back. */
async function everything(of: TestDesk): Promise<Record<string, unknown>> {
  const { rows: tables } = await of.owner.pool.query(
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_schema in ('public', 'auth') and table_type = 'BASE TABLE' order by 1, 2`,
  );
  const all: Record<string, unknown> = {};
  for (const { schema, name } of tables) {
    if (["session", "event_head"].includes(name)) continue;
    const only = name === "events" ? "where action not like 'account.training_%'" : "";
    const { rows } = await of.owner.pool.query(
      `select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]') as rows from "${schema}"."${name}" t ${only}`,
    );
    all[`${schema}.${name}`] = rows[0].rows;
  }
  return all;
}

const enter = async (browser = officer) =>
  browser.post("/staff/training/enter", {
    csrf: (await browser.page("/staff/training/", "training")).frame.csrf,
  });
const leave = async () =>
  officer.post("/staff/training/leave", {
    csrf: (await officer.page("/staff/training/", "training")).frame.csrf,
  });

describe("the practice desk", () => {
  it("shows its own tips alone, says so on every page, and nothing of it is found at the real desk", async () => {
    const real = await officer.page("/staff/", "queue");
    expect(real.view.rows.map(({ id }) => id)).toEqual([realTip]);
    expect(real.frame.training).toBe(false);
    expect((await officer.request(`/staff/tips/${practiceTip}/`)).status).toBe(404);
    expect((await enter()).status).toBe(303);
    const there = await officer.page("/staff/", "queue");
    expect(there.view.rows.map(({ id }) => id)).toEqual([practiceTip]);
    expect(there.frame.training).toBe(true);
    expect((await officer.request(`/staff/tips/${realTip}/`)).status).toBe(404);
    expect((await officer.request(`/staff/api/v1/tips/${realTip}`)).status).toBe(404);
    await leave();
    expect((await officer.page("/staff/", "queue")).view.rows.map(({ id }) => id)).toEqual([realTip]);
  });

  it("does nothing to any row of the real database, whatever is done there", async () => {
    const before = await everything(desk);
    await enter();
    const { csrf } = (await officer.page("/staff/", "queue")).frame;
    const act = (path: string, fields: Record<string, string> = {}) =>
      officer.post(path, { csrf, back: "/staff/", ...fields });
    for (const [action, fields] of [
      ["take", {}],
      ["band", { band: "A", reason: "練習" }],
      ["note", { text: "練習の覚え書き", visible: "all" }],
      ["message", { text: "練習の質問" }],
      ["status", { status: "reading" }],
      ["close", { outcome: "other", reason: "練習" }],
      ["reopen", {}],
    ] as const)
      expect((await act(`/staff/tips/${practiceTip}/${action}`, fields)).status, action).toBe(303);
    expect((await act("/staff/views", { name: "練習", back: "/staff/?band=A" })).status).toBe(303);
    await officer.page("/staff/?q=横浜港", "queue");
    await officer.page(`/staff/tips/${practiceTip}/`, "tip");
    await act("/staff/handover/", { note: "練習の引継ぎ" });
    // Acting on a real tip from there finds none.
    await act(`/staff/tips/${realTip}/take`);
    await officer.request(`/staff/api/v1/tips/${realTip}/take`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: desk.staffUrl },
      body: "{}",
    });
    await leave();
    expect(await everything(desk)).toEqual(before);
    const actions = (await practice.events(practiceTip)).map(({ action }) => action);
    for (const action of ["tip.read", "tip.taken", "tip.noted", "message.sent", "tip.closed", "tip.reopened"])
      expect(actions).toContain(action);
  });

  it("is not touched by anything done at the real desk", async () => {
    const before = await everything(practice);
    const { csrf } = (await officer.page("/staff/", "queue")).frame;
    await officer.post(`/staff/tips/${realTip}/take`, { csrf });
    await officer.post(`/staff/tips/${realTip}/note`, { csrf, text: "本番", visible: "all" });
    await officer.post(`/staff/tips/${practiceTip}/take`, { csrf });
    expect(await everything(practice)).toEqual(before);
  });

  it("has no id in common with the real desk, not even an officer's", async () => {
    const ids = async (of: TestDesk) => {
      const { rows } = await of.owner.pool.query(
        `select id::text from tips union all select id::text from cases union all select id from auth."user"
         union all select id::text from messages union all select actor_id from events where actor_id is not null`,
      );
      return new Set(rows.map(({ id }) => id));
    };
    const [real, there] = [await ids(desk), await ids(practice)];
    expect(there.size).toBeGreaterThanOrEqual(4);
    expect([...there].filter((id) => real.has(id))).toEqual([]);
  });

  it("opens no account, no page of people and no proof: these are real", async () => {
    await enter();
    for (const path of ["/staff/account/", "/staff/people/", "/staff/step-up/"])
      expect((await officer.request(path)).headers.get("location"), path).toBe("/staff/training/");
    await leave();
    expect((await officer.request("/staff/account/")).status).toBe(200);
  });

  it("never falls back to the real desk while it is not there", async () => {
    await enter();
    state = "preparing";
    try {
      for (const path of ["/staff/", `/staff/tips/${realTip}/`, "/staff/handover/", "/staff/api/v1/tips"])
        expect((await officer.request(path)).headers.get("location"), path).toBe("/staff/training/");
      const { frame } = await officer.page("/staff/training/", "training");
      const acted = await officer.post(`/staff/tips/${realTip}/note`, {
        csrf: frame.csrf,
        text: "x",
        visible: "all",
      });
      expect(acted.headers.get("location")).toBe("/staff/training/");
    } finally {
      state = "ready";
      await leave();
    }
  });

  it("is made, or made afresh, when an officer asks; where it is not set up it cannot be entered", async () => {
    const { frame } = await officer.page("/staff/training/", "training");
    await officer.post("/staff/training/prepare", { csrf: frame.csrf });
    await officer.post("/staff/training/prepare", { csrf: frame.csrf, fresh: "1" });
    expect(asked).toEqual([false, true]);
    state = "unavailable";
    await officer.post("/staff/training/prepare", { csrf: frame.csrf, fresh: "1" });
    expect(asked).toHaveLength(2);
    expect((await enter()).headers.get("location")).toBe("/staff/training/");
    state = "ready";
    expect((await officer.page("/staff/", "queue")).frame.training).toBe(false);
  });

  it("is written down on entering and leaving, for the officer themselves", async () => {
    const { rows } = await desk.owner.pool.query(
      "select action, actor_id = subject_id as own from events where action like 'account.training_%' order by seq",
    );
    expect(rows.slice(0, 2)).toEqual([
      { action: "account.training_entered", own: true },
      { action: "account.training_left", own: true },
    ]);
  });

  it("is chosen for one session: the same officer elsewhere works on", async () => {
    const other = new Browser(desk);
    await setUp(desk, other, { role: "intake" });
    await enter();
    expect((await other.page("/staff/", "queue")).frame.training).toBe(false);
    const token = await read(await officer.request("/staff/"), "queue");
    expect(token.frame.training).toBe(true);
    await leave();
  });
});
