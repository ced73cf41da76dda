import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestDesk, testDesk } from "./desk.ts";
import { type TestCalls, testCalls } from "./recording-call.ts";
import { type Seat, seat } from "./seat.ts";

let desk: TestDesk;
let calls: TestCalls;
let officer: Seat;
let colleague: Seat;
let tipId: string;
beforeAll(async () => {
  desk = await testDesk();
  calls = await testCalls(desk);
  [officer, colleague] = [await seat(desk, "investigator"), await seat(desk, "supervisor")];
});
afterAll(async () => {
  await calls?.close();
  await desk?.close();
});
beforeEach(async () => {
  tipId = await desk.tip("横浜港の倉庫に白い粉");
});

async function act(action: string, fields: object = {}, by = officer): Promise<number> {
  const answer = await by.api.post(`/tips/${tipId}/${action}`, fields);
  expect(answer.status, action).toBe(200);
  return ((await answer.json()) as { version: number }).version;
}
const stored = async (): Promise<{ state: string; version: number; case_id: string }> =>
  (await desk.owner.pool.query("select state, version, case_id from tips where id = $1", [tipId])).rows[0];
const inProgress = async () => {
  const { items } = (await (await officer.api.get("/tips?state=in_progress")).json()) as {
    items: { id: string }[];
  };
  return items.map(({ id }) => id);
};

describe("a tip that somebody has", () => {
  it("is in progress from the first thing its owner does with it, and found so by the filter", async () => {
    for (const [action, fields] of [
      ["message", { text: "いつですか" }],
      ["band", { band: "A", reason: "急ぐ" }],
      ["grade", { source: "B", information: "2", handling: "H2" }],
      ["note", { text: "倉庫に電話した", visible: "all" }],
    ] as const) {
      tipId = await desk.tip("横浜港の倉庫に白い粉");
      await act("take");
      expect((await stored()).state, action).toBe("assigned");
      const version = await act(action, fields);
      // The version that a program is answered is the one to go on with.
      expect(await stored(), action).toMatchObject({ state: "in_progress", version });
      expect(await inProgress()).toContain(tipId);
    }
  });

  it("is in progress with a task for its case, or with what its owner heard on its recording", async () => {
    await act("take");
    const { case_id } = await stored();
    const task = { text: "倉庫に電話する", due: new Date(Date.now() + 3_600_000).toISOString() };
    expect((await colleague.api.post(`/cases/${case_id}/add-task`, task)).status).toBe(200);
    expect((await stored()).state).toBe("assigned");
    expect((await officer.api.post(`/cases/${case_id}/add-task`, task)).status).toBe(200);
    expect((await stored()).state).toBe("in_progress");
    const call = await calls.call(["talk"]);
    tipId = call.tipId;
    await act("take");
    const typed = await officer.api.post(`/recordings/${call.recordings[0]}/transcript`, { text: "白い粉" });
    expect(await stored()).toMatchObject({
      state: "in_progress",
      version: ((await typed.json()) as { version: number }).version,
    });
  });

  it("stays assigned while others look at it, note something or change its band, and with intake", async () => {
    await act("take");
    await officer.api.get(`/tips/${tipId}`);
    await act("note", { text: "見ました", visible: "all" }, colleague);
    await act("band", { band: "A", reason: "急ぐ" }, colleague);
    expect((await stored()).state).toBe("assigned");
    const intake = await seat(desk, "intake");
    tipId = await desk.tip("横浜港の倉庫に白い粉");
    await act("take", {}, intake);
    await act("band", { band: "A", reason: "急ぐ" }, intake);
    expect((await stored()).state).toBe("assigned");
    // What it did, it can still take back.
    await act("undo", {}, intake);
  });

  it("is given back as it was when all that began the work is undone, and waits anew when its owner leaves", async () => {
    await act("take");
    await act("band", { band: "A", reason: "急ぐ" });
    await act("undo");
    expect((await stored()).state).toBe("assigned");
    await act("note", { text: "倉庫に電話した", visible: "all" });
    const admin = await seat(desk, "admin");
    await admin.prove();
    const ended = await admin.browser.post(`/staff/people/${officer.id}/end`, { csrf: admin.csrf });
    expect(ended.status).toBe(303);
    expect((await stored()).state).toBe("triaged");
  });
});
