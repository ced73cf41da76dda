import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StaffRegion, StaffRole } from "../../functions/domain/access/officer.ts";
import { mayAtDesk, mayOnTip, readableScope, tipActions } from "../../functions/domain/access/permits.ts";
import { actionFits } from "../../functions/domain/cases/offered-actions.ts";
import { type TipLane, TipState } from "../../functions/domain/cases/tip-state.ts";
import type { Region } from "../../functions/domain/triage/verdict.ts";
import { tipActionTable } from "../../functions/staff/tip-actions.ts";
import { type Api, type TestDesk, testDesk } from "./desk.ts";

const regions = ["tokyo", "kobe", null] as const;
const postings: StaffRegion[] = ["tokyo", "hq"];

describe("the table of permits", () => {
  /** As the office reads it: role, posting, and the letters of the states in which each action is allowed. */
  const letters: Record<TipState, string> = {
    new: "n",
    triaged: "t",
    assigned: "a",
    in_progress: "p",
    referred: "r",
    closed: "c",
  };
  const allowed = (role: StaffRole, region: StaffRegion, tip: Region | null) =>
    Object.fromEntries(
      tipActions
        .map((action) => [
          action,
          TipState.options
            .filter((state) => mayOnTip({ role, region }, action, { state, region: tip }))
            .map((state) => letters[state])
            .join(""),
        ])
        .filter(([, states]) => states !== ""),
    );
  const triage = (states: string) =>
    Object.fromEntries(
      ["take", "band", "grade", "set-aside", "restore", "undo", "transcribe"].map((action) => [
        action,
        states,
      ]),
    );

  it("lets intake read and triage every region's queue until the work begins", () => {
    const expected = {
      read: "ntap",
      "open-evidence": "ntap",
      note: "ntap",
      "strike-note": "ntap",
      ...triage("nta"),
      join: "nta",
      part: "nta",
      message: "nta",
      status: "nta",
    };
    for (const region of regions) expect(allowed("intake", "tokyo", region)).toEqual(expected);
  });

  it("lets an investigator work on the tips of their own region alone", () => {
    const expected = {
      read: "ntaprc",
      "open-evidence": "ntaprc",
      note: "ntaprc",
      "strike-note": "ntaprc",
      ...triage("ntap"),
      join: "ntap",
      part: "ntap",
      message: "ntapr",
      status: "ntapr",
    };
    expect(allowed("investigator", "tokyo", "tokyo")).toEqual(expected);
    expect(allowed("investigator", "tokyo", "kobe")).toEqual({});
    expect(allowed("investigator", "tokyo", null)).toEqual({});
    expect(allowed("investigator", "hq", null)).toEqual(expected);
  });

  it("lets a supervisor also assign, close and open contact details, in their own region alone", () => {
    const expected = {
      read: "ntaprc",
      "open-evidence": "ntaprc",
      note: "ntaprc",
      "strike-note": "ntaprc",
      ...triage("ntap"),
      join: "ntap",
      part: "ntap",
      undo: "ntapc",
      message: "ntapr",
      status: "ntaprc",
      assign: "ntapr",
      close: "ntapr",
      reopen: "c",
      "open-contact": "ntaprc",
    };
    expect(allowed("supervisor", "kobe", "kobe")).toEqual(expected);
    expect(allowed("supervisor", "kobe", "tokyo")).toEqual({});
    expect(allowed("supervisor", "hq", "tokyo")).toEqual(expected);
  });

  it("lets analysts, auditors and admins see no tip at all, wherever they sit", () => {
    for (const role of ["analyst", "auditor", "admin"] as const)
      for (const posting of postings) {
        expect(readableScope({ role, region: posting })).toBeNull();
        for (const region of regions) expect(allowed(role, posting, region)).toEqual({});
      }
    const log = StaffRole.options.filter((role) => mayAtDesk({ role, region: "hq" }, "events"));
    expect(log).toEqual(["auditor"]);
  });
});

describe("every role, posting, state and region at the door", () => {
  let desk: TestDesk;
  const tips: { id: string; state: TipState; region: Region | null }[] = [];
  beforeAll(async () => {
    desk = await testDesk();
    body.with = await desk.tip("別の箱");
    body.officer = (await desk.officer("supervisor")).id;
    for (const state of TipState.options)
      for (const region of regions) tips.push({ id: await desk.tip(`箱 ${state} ${region}`), state, region });
  }, 120_000);
  afterAll(() => desk?.close());

  const actions = Object.keys(tipActionTable) as (keyof typeof tipActionTable)[];
  /** Where the tip must lie so that the action makes sense there. */
  const laneFor = (action: string): TipLane => (action === "restore" ? "quarantine" : "queue");
  const body: Record<string, string> = {
    band: "A",
    reason: "because",
    text: "words",
    status: "reading",
    outcome: "other",
    visible: "all",
    source: "B",
    information: "2",
    handling: "H3",
  };

  async function lay(tip: (typeof tips)[number], lane: TipLane, together = false): Promise<void> {
    await desk.owner.pool.query(
      `update tips set state = $2, region = $3, lane = $4, band = 'C', source_grade = 'F', owner_id = null, outcome = null, version = 0 where id = $1`,
      [tip.id, tip.state, tip.region, lane],
    );
    await desk.owner.pool.query(
      `update tips set state = $2, region = $3, lane = 'queue', version = 0,
         case_id = (select t.case_id from tips t where t.id = $4 and $5) where id = $1`,
      [body.with, tip.state, tip.region, tip.id, together],
    );
  }

  const all = `/tips?limit=200&state=${TipState.options.join()}`;

  async function eventsOf(officerId: string, tipId: string): Promise<number> {
    const { rows } = await desk.owner.pool.query(
      "select count(*)::int as n from events where actor_id = $1 and tip_id = $2",
      [officerId, tipId],
    );
    return rows[0].n;
  }

  const codeOf = async (answer: Response) => ((await answer.json()) as { code?: string }).code;

  async function walk(role: StaffRole, posting: StaffRegion, api: Api, officerId: string): Promise<number> {
    let walked = 0;
    for (const tip of tips) {
      const standing = { role, region: posting };
      const reads = mayOnTip(standing, "read", tip);
      await lay(tip, "queue");
      const read = await api.get(`/tips/${tip.id}`);
      const at = `${role} of ${posting}, ${tip.state} in ${tip.region}`;
      expect(read.status, `${at}: read`).toBe(reads ? 200 : 404);
      const log = await api.get(`/events?tip=${tip.id}`);
      expect(log.status, `${at}: events`).toBe(reads || mayAtDesk(standing, "events") ? 200 : 404);
      let events = reads ? 1 : 0;
      for (const action of actions) {
        await lay(tip, laneFor(action), action === "part");
        const may = mayOnTip(standing, action, tip);
        const answer = await api.post(`/tips/${tip.id}/${action}`, body);
        const said = `${at}: ${action}`;
        walked += 1;
        if (!reads) expect(answer.status, said).toBe(404);
        else if (!may) expect([answer.status, await codeOf(answer)], said).toEqual([409, "not_permitted"]);
        // What an officer may take back is their own last change; the lane was laid again, the log was not.
        else if (action === "undo") expect([200, 409], said).toContain(answer.status);
        else expect(answer.status, said).toBe(200);
        if (answer.status === 200) events += 1;
        if (answer.ok && action === "note") body.note = ((await answer.json()) as { id: string }).id;
        expect(
          actionFits(action, { lane: laneFor(action), ownerId: null, channel: "web", caseTips: 2 }),
          said,
        ).toBe(true);
      }
      expect(await eventsOf(officerId, tip.id), `${at}: events written`).toBe(events);
    }
    return walked;
  }

  for (const role of StaffRole.options)
    for (const posting of postings)
      it(`lets ${role} of ${posting} do what the table lists, and nothing else`, async () => {
        const { api, id } = await desk.officer(role, posting);
        expect(await walk(role, posting, api, id)).toBe(tips.length * actions.length);
        const listed = await api.get(all);
        const scope = readableScope({ role, region: posting });
        if (!scope) return expect(listed.status).toBe(404);
        const { items } = (await listed.json()) as { items: { id: string }[] };
        for (const tip of tips) await lay(tip, "queue");
        const again = (await (await api.get(all)).json()) as { items: { id: string }[] };
        const seen = new Set(again.items.map((item) => item.id));
        for (const tip of tips)
          expect(seen.has(tip.id), `${tip.state} in ${tip.region}`).toBe(
            mayOnTip({ role, region: posting }, "read", tip),
          );
        expect(items.length).toBeGreaterThan(0);
      }, 120_000);

  it("refuses an action that no table lists, by any name a script might try", async () => {
    const { api } = await desk.officer("supervisor");
    const [tip] = tips;
    for (const name of [
      "delete",
      "destroy",
      "constructor",
      "__proto__",
      "toString",
      "TAKE",
      "take%2f..",
      "read",
    ])
      expect((await api.post(`/tips/${tip?.id}/${name}`, body)).status, name).toBe(404);
  });

  it("lets nobody in whose role the program does not know", async () => {
    const { api, id } = await desk.officer("supervisor");
    await desk.owner.pool.query(`alter table auth."user" drop constraint if exists user_role_check`);
    await desk.owner.pool.query(`update auth."user" set role = 'root' where id = $1`, [id]);
    expect((await api.get("/tips")).status).toBe(401);
  });
});
