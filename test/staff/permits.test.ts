import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StaffRegion, StaffRole } from "../../functions/domain/access/officer.ts";
import { mayAtDesk, mayOnTip, readableScope, tipActions } from "../../functions/domain/access/permits.ts";
import { TipState } from "../../functions/domain/cases/tip-state.ts";
import type { Region } from "../../functions/domain/triage/verdict.ts";
import { type TestDesk, testDesk } from "./desk.ts";

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
      ["take", "band", "grade", "set-aside", "restore", "undo", "transcribe", "correct"].map((action) => [
        action,
        states,
      ]),
    );

  it("lets intake read and triage every region's queue until the work begins", () => {
    const expected = {
      read: "ntap",
      "open-evidence": "ntap",
      translate: "ntap",
      note: "ntap",
      "strike-note": "ntap",
      ...triage("nta"),
      route: "nta",
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
      translate: "ntaprc",
      "save-sealed": "ntaprc",
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
      translate: "ntaprc",
      "save-sealed": "ntaprc",
      note: "ntaprc",
      "strike-note": "ntaprc",
      ...triage("ntap"),
      join: "ntap",
      part: "ntap",
      undo: "ntapc",
      message: "ntapr",
      status: "ntaprc",
      assign: "ntapr",
      route: "ntap",
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

describe("what no table lists", () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await testDesk();
  });
  afterAll(() => desk?.close());

  it("refuses an action that no table lists, by any name a script might try", async () => {
    const { api } = await desk.officer("supervisor");
    const tip = await desk.tip("箱");
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
      expect((await api.post(`/tips/${tip}/${name}`, { reason: "because" })).status, name).toBe(404);
  });

  it("lets nobody in whose role the program does not know", async () => {
    const { api, id } = await desk.officer("supervisor");
    await desk.owner.pool.query(`alter table auth."user" drop constraint if exists user_role_check`);
    await desk.owner.pool.query(`update auth."user" set role = 'root' where id = $1`, [id]);
    expect((await api.get("/tips")).status).toBe(401);
  });
});
