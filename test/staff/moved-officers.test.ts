import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffRegion, StaffRole } from "../../functions/domain/access/officer.ts";
import { type TestDesk, testDesk } from "./desk.ts";
import { type Seat, seat } from "./seat.ts";

let desk: TestDesk;
let admin: Seat;
beforeAll(async () => {
  desk = await testDesk();
  admin = await seat(desk, "admin");
  await admin.prove();
});
afterAll(() => desk?.close());

/** A tip of the region that the officer took, whose case they lead, with a task of theirs in it. */
async function working(
  officer: Seat,
  region: string,
): Promise<{ tip: string; matter: string; task: string }> {
  const tip = await desk.tip(`${region} の倉庫に今夜荷物`);
  await desk.owner.pool.query("update tips set region = $2 where id = $1", [tip, region]);
  await officer.browser.post(`/staff/tips/${tip}/take`, { csrf: officer.csrf });
  const { rows } = await desk.owner.pool.query("select case_id from tips where id = $1", [tip]);
  const matter = rows[0].case_id;
  await desk.owner.pool.query("update cases set owner_id = $1, region = $3 where id = $2", [
    officer.id,
    matter,
    region,
  ]);
  const made = await desk.owner.pool.query(
    `insert into case_tasks (id, case_id, sealed, officer_id, due_at, made_by, made_at)
     values (gen_random_uuid(), $1, 'x', $2, now(), $2, now()) returning id`,
    [matter, officer.id],
  );
  return { tip, matter, task: made.rows[0].id };
}

interface Standing {
  role: StaffRole;
  region: StaffRegion;
}
const change = async (officer: Seat, before: Standing, after: Standing) =>
  admin.browser.post(`/staff/people/${officer.id}/role`, {
    csrf: admin.csrf,
    ...after,
    roleSeen: before.role,
    regionSeen: before.region,
  });
const held = async (officer: Seat) =>
  (
    await desk.owner.pool.query(
      `select id::text from tips where owner_id = $1 union all select id::text from cases where owner_id = $1
       union all select id::text from case_tasks where officer_id = $1`,
      [officer.id],
    )
  ).rows.map(({ id }) => id);
const told = async (officer: Seat, action: string) =>
  (
    await desk.owner.pool.query(
      "select actor_id, tip_id, case_id, details from events where subject_id = $1 and action = $2 order by seq",
      [officer.id, action],
    )
  ).rows;

describe("an officer who is moved", () => {
  it("gives back what they may no longer work on, with an event for each, and the admin is told how much", async () => {
    const before = { role: "supervisor", region: "kobe" } as const;
    const officer = await seat(desk, before.role, before.region);
    const { tip, matter, task } = await working(officer, "kobe");
    const answer = await change(officer, before, { role: "supervisor", region: "moji" });
    expect(answer.status).toBe(303);
    expect(await held(officer)).toEqual([]);
    const { rows } = await desk.owner.pool.query("select state, version from tips where id = $1", [tip]);
    expect(rows).toEqual([{ state: "triaged", version: 2 }]);
    expect(await told(officer, "tip.returned")).toMatchObject([{ actor_id: admin.id, tip_id: tip }]);
    expect(await told(officer, "case.returned")).toMatchObject([{ actor_id: admin.id, case_id: matter }]);
    expect(await told(officer, "case.task_returned")).toMatchObject([{ case_id: matter, details: { task } }]);
    expect(await told(officer, "account.role_changed")).toMatchObject([
      { details: { region: "moji", regionBefore: "kobe", tips: 1, cases: 1, tasks: 1 } },
    ]);
    const { frame } = await admin.browser.page(`/staff/people/${officer.id}/`, "person");
    expect(frame.flash).toEqual({ kind: "done", code: "standing_returned", count: { done: 3, left: 0 } });
  });

  it("keeps what they may still work on, and a closed tip", async () => {
    const before = { role: "supervisor", region: "hq" } as const;
    const officer = await seat(desk, before.role, before.region);
    const [stays, goes, closed] = [
      await working(officer, "moji"),
      await working(officer, "kobe"),
      await working(officer, "kobe"),
    ];
    await desk.owner.pool.query("update tips set state = 'closed' where id = $1", [closed.tip]);
    await desk.owner.pool.query("update cases set closed_at = now() where id = $1", [closed.matter]);
    await desk.owner.pool.query("update case_tasks set done_at = now(), done_by = made_by where id = $1", [
      closed.task,
    ]);
    await change(officer, before, { role: "investigator", region: "moji" });
    expect(new Set(await held(officer))).toEqual(
      new Set([...Object.values(stays), closed.tip, closed.matter, closed.task]),
    );
    expect((await told(officer, "tip.returned")).map(({ tip_id }) => tip_id)).toEqual([goes.tip]);
  });

  it("leaves everything as it is when nothing they work on is beyond them", async () => {
    const before = { role: "investigator", region: "kobe" } as const;
    const officer = await seat(desk, before.role, before.region);
    const work = await working(officer, "kobe");
    await change(officer, before, { role: "supervisor", region: "kobe" });
    expect(new Set(await held(officer))).toEqual(new Set(Object.values(work)));
    const { frame } = await admin.browser.page(`/staff/people/${officer.id}/`, "person");
    expect(frame.flash).toEqual({ kind: "done", code: "standing_changed" });
  });

  it("keeps everything when another admin was first and the change is refused", async () => {
    const before = { role: "investigator", region: "kobe" } as const;
    const officer = await seat(desk, before.role, before.region);
    const work = await working(officer, "kobe");
    const stale = { role: "investigator", region: "tokyo" } as const;
    expect((await change(officer, stale, { role: "analyst", region: "hq" })).status).toBe(409);
    expect(new Set(await held(officer))).toEqual(new Set(Object.values(work)));
  });
});
