import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { watchChain } from "../../functions/service/events/watch-chain.ts";
import { type Account, Browser, prove, read, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let auditor: Browser;
let account: Account;
let tipId: string;
let officer: { id: string; email: string };
beforeAll(async () => {
  desk = await testDesk();
  auditor = new Browser(desk);
  account = await setUp(desk, auditor, { role: "auditor" });
  tipId = await desk.tip("横浜港の倉庫に白い粉");
  const supervisor = await desk.officer("supervisor");
  officer = supervisor;
  await desk.owner.pool.query(`update auth."user" set name = '=HYPERLINK("http://evil")' where id = $1`, [
    officer.id,
  ]);
  await supervisor.api.post(`/tips/${tipId}/set-aside`, { reason: "秘密の理由" });
});
afterAll(() => desk?.close());

const page = (search: string) => auditor.page(`/staff/events/${search}`, "events");

/** What only somebody with the database owner's login could do. */
async function tamper(statement: string): Promise<void> {
  for (const sql of [
    "alter table events disable trigger all",
    statement,
    "alter table events enable trigger all",
  ])
    await desk.owner.pool.query(sql);
}

describe("an auditor's screen", () => {
  it("shows who did what to which tip, and not a word of anyone", async () => {
    const answer = await auditor.request("/staff/events/");
    const text = await answer.text();
    expect(text).toContain("tip.set_aside");
    for (const words of ["白い粉", "秘密の理由"]) expect(text).not.toContain(words);
  });

  it("names the case of each event that has one, also where that is of no tip", async () => {
    const { api } = await desk.officer("supervisor");
    const id = await desk.tip("神戸港に箱");
    await api.post(`/tips/${id}/take`);
    const row = await desk.staff.desk.row(id);
    await api.post(`/cases/${row?.caseReference}/unit`, { unit: "dogs" });
    const { events } = (await page(`?about=${row?.caseReference}`)).view;
    expect(events.map(({ action, tipId, case: reference }) => [action, tipId, reference])).toEqual([
      ["case.unit_set", null, row?.caseReference],
      ["tip.taken", id, row?.caseReference],
    ]);
    expect((await page(`?action=account.second_factor_set`)).view.events[0]?.case).toBeNull();
  });

  it("narrows by officer, by act, by tip or case, and by days in Tokyo", async () => {
    const about = (await page(`?about=${tipId}`)).view.events;
    expect(about.map(({ action }) => action)).toContain("tip.set_aside");
    expect(about.every((event) => event.tipId === tipId)).toBe(true);
    const person = (await page(`?person=${officer.id}`)).view.events;
    expect(person.length).toBeGreaterThan(0);
    for (const event of person)
      expect([event.actor?.id, event.toOfficer && officer.id]).toContain(officer.id);
    const signIns = (await page("?action=account.second_factor_set")).view.events;
    expect(new Set(signIns.map(({ action }) => action))).toEqual(new Set(["account.second_factor_set"]));
    const tokyo = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
    expect((await page(`?from=${tokyo}&to=${tokyo}`)).view.events.length).toBeGreaterThan(0);
    expect((await page("?to=2020-01-01")).view.events).toEqual([]);
    expect((await page("?from=2999-01-01")).view.events).toEqual([]);
    const both = await page(`?about=${tipId}&action=tip.received&person=`);
    expect(both.view.events).toHaveLength(1);
    expect(both.view.audit?.officers.map(({ id }) => id)).toContain(officer.id);
  });

  it("finds a case by its reference as people write it", async () => {
    const worker = await desk.officer("supervisor");
    const other = await desk.tip("神戸港の箱");
    await worker.api.post(`/tips/${other}/take`);
    const { rows } = await desk.owner.pool.query(
      "select reference from cases join tips on tips.case_id = cases.id where tips.id = $1",
      [other],
    );
    const found = (await page(`?about=${rows[0].reference.toLowerCase()}`)).view.events;
    expect(found.map(({ action }) => action)).toContain("tip.taken");
  });

  it("says so when what was typed names nothing", async () => {
    for (const search of ["?about=nonsense", "?about=SK-2020-999999", "?from=yesterday"]) {
      const answer = await auditor.request(`/staff/events/${search}`);
      expect(answer.status, search).toBe(422);
      expect((await read(answer, "events")).view).toMatchObject({ trouble: true, events: [] });
    }
  });
});

describe("the log as CSV", () => {
  it("is given after a proof, without words and without a formula, and is an event itself", async () => {
    const first = await auditor.request("/staff/events/export.csv");
    expect(first.headers.get("location")).toMatch(/^\/staff\/step-up\/\?next=/);
    const asked = await auditor.page(first.headers.get("location") ?? "", "step-up");
    expect(asked.view).toMatchObject({ next: "/staff/events/export.csv", saves: true });
    await prove(auditor, account.key);
    const answer = await auditor.request(`/staff/events/export.csv?about=${tipId}`);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="events-[\d-]+\.csv"$/);
    const csv = await answer.text();
    expect(csv).toContain("tip.set_aside");
    expect(csv).toContain(`"'=HYPERLINK(""http://evil"")"`);
    for (const words of ["白い粉", "秘密の理由"]) expect(csv).not.toContain(words);
    const { rows } = await desk.owner.pool.query(
      "select details from events where action = 'log.exported' order by seq",
    );
    expect(rows).toEqual([{ details: { rows: csv.trim().split("\r\n").length - 1 } }]);
  });

  it("is nobody else's", async () => {
    for (const role of ["intake", "supervisor", "analyst", "admin"] as const) {
      const browser = new Browser(desk);
      const other = await setUp(desk, browser, { role });
      await prove(browser, other.key);
      expect((await browser.request(`/staff/events/export.csv?about=${tipId}`)).status, role).toBe(404);
      const csrf = await browser.csrf();
      expect((await browser.post("/staff/events/verify", { csrf })).status, role).toBe(404);
    }
  }, 60_000);
});

describe("the chain on the screen", () => {
  it("is walked to its end, and its head is what the database says", async () => {
    await page("");
    const chain = await expect
      .poll(async () => (await page("")).view.audit?.chain)
      .toMatchObject({ broken: null, walking: false, at: expect.any(String) })
      .then(async () => (await page("")).view.audit?.chain);
    const { rows } = await desk.owner.pool.query(
      "select seq, encode(hash, 'hex') as hash from events where seq = $1",
      [chain?.seq],
    );
    expect(chain?.hash).toBe(rows[0].hash);
  });

  it("goes on from where it was walked, and walks anew when asked or after an hour", async () => {
    let now = new Date();
    let read = 0;
    const { eventLog } = desk.staff;
    const counted = {
      head: () => eventLog.head(),
      async *chain(after: number) {
        for await (const event of eventLog.chain(after)) {
          read += 1;
          yield event;
        }
      },
    };
    const watch = watchChain(counted, () => now);
    const whole = (await watch.look(10_000)).verified.seq;
    expect(read).toBe(whole);
    expect((await watch.look(10_000)).verified.seq).toBe(whole);
    expect(read).toBe(whole);
    now = new Date(now.getTime() + 3_600_001);
    await watch.look(10_000);
    expect(read).toBe(2 * whole);
    watch.again();
    await watch.look(10_000);
    expect(read).toBe(3 * whole);
  });

  it("names the first broken link after a change behind its back, once it is walked again", async () => {
    await tamper("update events set action = 'tip.restored' where seq = 3");
    const csrf = await auditor.csrf();
    await auditor.post("/staff/events/verify", { csrf });
    await expect
      .poll(async () => (await page("")).view.audit?.chain.broken)
      .toEqual({ kind: "changed", seq: 3 });
  });
});
