import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type CaseState,
  caseActions,
  hasCases,
  mayOnCase,
} from "../../functions/domain/access/case-permits.ts";
import { type StaffRegion, StaffRole } from "../../functions/domain/access/officer.ts";
import { readableScope } from "../../functions/domain/access/permits.ts";
import type { Region } from "../../functions/domain/triage/verdict.ts";
import { caseActionTable } from "../../functions/staff/case-actions.ts";
import { type TestDesk, testDesk } from "./desk.ts";
import { type Seat, seat } from "./seat.ts";

const postings: StaffRegion[] = ["tokyo", "hq"];
const states: CaseState[] = ["open", "closed", "emptied"];
const regions = ["tokyo", "kobe", null] as const;
type Name = keyof typeof caseActionTable;
const actions = Object.keys(caseActionTable) as Name[];

interface LaidCase {
  tipId: string;
  caseId: string;
  state: CaseState;
  region: Region | null;
}

let desk: TestDesk;
let cases: LaidCase[] = [];
let lead = "";
beforeAll(async () => {
  desk = await testDesk();
  lead = (await desk.officer("supervisor")).id;
  const { api } = await desk.officer("supervisor");
  for (const state of states)
    for (const region of regions) {
      const tipId = await desk.tip(`箱 ${state} ${region}`);
      expect((await api.post(`/tips/${tipId}/take`)).status).toBe(200);
      const caseId = (await desk.staff.desk.row(tipId))?.caseId ?? "";
      if (state === "emptied") {
        const into = await desk.tip(`箱 into ${region}`);
        expect((await api.post(`/tips/${into}/take`)).status).toBe(200);
        expect((await api.post(`/tips/${tipId}/join`, { with: into })).status).toBe(200);
        await desk.owner.pool.query("update tips set region = $2 where id = $1", [into, region]);
        await desk.owner.pool.query(
          "update cases set region = $2 where id = (select case_id from tips where id = $1)",
          [into, region],
        );
      }
      cases = [...cases, { tipId, caseId, state, region }];
    }
}, 60_000);
afterAll(() => desk?.close());

/** The case as it was made, with a task and an own note for what needs one. Answers the fields that name them. */
async function lay(laid: LaidCase, name: Name, officerId: string): Promise<Record<string, string>> {
  const { pool } = desk.owner;
  const closed = laid.state === "closed";
  await pool.query(
    "update tips set region = $2, state = $3, outcome = $4, lane = 'queue', version = 0 where id = $1",
    [laid.tipId, laid.region, closed ? "closed" : "assigned", closed ? "other" : null],
  );
  await pool.query(
    `update cases set region = $2, unit = null, owner_id = null, version = 0, outcome = $3,
       closed_at = case when $4 then now() end where id = $1`,
    [laid.caseId, laid.region, closed ? "other" : null, closed],
  );
  // A page that grows with every step makes each of them slower.
  for (const table of ["case_tasks", "case_notes"])
    await pool.query(`delete from ${table} where case_id = $1`, [laid.caseId]);
  const sealed = await desk.staff.sealer.seal(new TextEncoder().encode(`{"version":1,"text":"x"}`));
  const done = name === "reopen-task";
  const task = await pool.query(
    `insert into case_tasks (id, case_id, sealed, due_at, made_by, made_at, done_by, done_at)
       values (gen_random_uuid(), $1, $2, now() + interval '1 day', $3, now(), $4, $5) returning id`,
    [laid.caseId, sealed, officerId, done ? officerId : null, done ? new Date() : null],
  );
  const note = await pool.query(
    `insert into case_notes (id, case_id, author_id, visible, region, sealed, at)
       values (gen_random_uuid(), $1, $2, 'all', 'hq', $3, now()) returning id`,
    [laid.caseId, officerId, sealed],
  );
  return { task: task.rows[0].id, note: note.rows[0].id };
}

const body = () => ({
  text: "words",
  reason: "because",
  visible: "all",
  due: new Date(Date.now() + 3_600_000).toISOString(),
  unit: "dogs",
  region: "moji",
  officer: lead,
  outcome: "seizure",
});

const changesBy = async (officerId: string, caseId: string) =>
  (
    await desk.owner.pool.query(
      `select count(*)::int as n from events
         where actor_id = $1 and case_id = $2 and tip_id is null and action <> 'case.read'`,
      [officerId, caseId],
    )
  ).rows[0].n as number;

async function walk(officer: Seat, role: StaffRole, posting: StaffRegion): Promise<number> {
  let walked = 0;
  const standing = { role, region: posting };
  for (const laid of cases) {
    const situation = { state: laid.state, regions: [laid.region] };
    const reads = mayOnCase(standing, "read", situation);
    let changes = 0;
    for (const json of [true, false]) {
      const fields = await lay(laid, "note", officer.id);
      const at = `${role} of ${posting}, ${laid.state} in ${laid.region}, ${json ? "api" : "page"}`;
      const read = json
        ? await officer.api.get(`/cases/${laid.caseId}`)
        : await officer.browser.request(`/staff/cases/${laid.caseId}/`);
      await read.body?.cancel();
      expect(read.status, `${at}: read`).toBe(reads ? 200 : 404);
      for (const name of actions) {
        const more = { ...body(), ...fields, ...(await lay(laid, name, officer.id)) };
        const may = mayOnCase(standing, name, situation);
        const answer = json
          ? await officer.api.post(`/cases/${laid.caseId}/${name}`, more)
          : await officer.browser.post(`/staff/cases/${laid.caseId}/${name}`, {
              ...more,
              csrf: officer.csrf,
              back: "/staff/account/",
            });
        await answer.body?.cancel();
        walked += 1;
        if (!reads) expect(answer.status, `${at}: ${name}`).toBe(404);
        else if (!may) expect(answer.status, `${at}: ${name}`).toBe(json ? 409 : 422);
        // What an officer may take back is their own last change; the case was laid again, the log was not.
        else if (name === "undo") expect([200, 303, 409, 422], `${at}: ${name}`).toContain(answer.status);
        else expect(answer.status, `${at}: ${name}`).toBe(json ? 200 : 303);
        if (answer.status === 200 || answer.status === 303) changes += 1;
      }
    }
    expect(await changesBy(officer.id, laid.caseId), `${role} of ${posting}: events`).toBe(changes);
  }
  return walked;
}

describe("every role, posting, state and region at every address of a case", () => {
  it("lists every action once as a permit and once as a verb", () => {
    expect(["read", ...actions].sort()).toEqual([...caseActions].sort());
    for (const role of StaffRole.options)
      expect(hasCases(role), role).toBe(readableScope({ role, region: "hq" }) !== null);
  });

  for (const role of StaffRole.options)
    for (const posting of postings)
      it(`lets ${role} of ${posting} do what the table lists, and nothing else`, async () => {
        const officer = await seat(desk, role, posting);
        expect(await walk(officer, role, posting)).toBe(cases.length * actions.length * 2);
      }, 120_000);

  it("refuses an action that no table lists, by any name a script might try", async () => {
    const { api } = await desk.officer("supervisor");
    for (const name of ["read", "delete", "constructor", "__proto__", "toString", "CLOSE"])
      expect((await api.post(`/cases/${cases[0]?.caseId}/${name}`, body())).status, name).toBe(404);
  });
});
