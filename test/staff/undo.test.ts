import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestDesk, testDesk } from "./desk.ts";
import { type Seat, seat } from "./seat.ts";

let desk: TestDesk;
let officer: Seat;
let colleague: Seat;
let tipId: string;
beforeAll(async () => {
  desk = await testDesk();
  [officer, colleague] = [await seat(desk, "supervisor"), await seat(desk, "supervisor")];
});
afterAll(() => desk?.close());
beforeEach(async () => {
  tipId = await desk.tip("横浜港の倉庫に白い粉");
});

/** More readings than any page of the log shows. */
const readings = (action: string, of: "tip_id" | "case_id", id: string) =>
  desk.owner.pool.query(
    `insert into events (at, actor_kind, actor_id, action, ${of}, details)
       select now(), 'staff', $1, $2, $3, '{}' from generate_series(1, 210)`,
    [colleague.id, action, id],
  );

describe("taking back one's last change", () => {
  it("is offered and done however often the tip was read since", async () => {
    expect((await officer.api.post(`/tips/${tipId}/take`)).status).toBe(200);
    await readings("tip.read", "tip_id", tipId);
    const { view } = await officer.browser.page(`/staff/tips/${tipId}/`, "tip");
    expect([view.undoable, view.actions.includes("undo")]).toEqual(["take", true]);
    expect((await officer.api.post(`/tips/${tipId}/undo`)).status).toBe(200);
    const { view: after } = await officer.browser.page(`/staff/tips/${tipId}/`, "tip");
    expect([after.tip.owner, after.undoable]).toEqual([null, null]);
  });

  it("is neither offered nor done after a change that lies behind as many readings", async () => {
    expect((await officer.api.post(`/tips/${tipId}/take`)).status).toBe(200);
    const answer = await colleague.api.post(`/tips/${tipId}/status`, { status: "reading" });
    expect(answer.status).toBe(200);
    await readings("tip.read", "tip_id", tipId);
    const { view } = await officer.browser.page(`/staff/tips/${tipId}/`, "tip");
    expect(view.undoable).toBeNull();
    const refused = await officer.api.post(`/tips/${tipId}/undo`);
    expect(await refused.json()).toMatchObject({ code: "nothing_to_undo" });
  });

  it("is the same for a case, however often its page was read", async () => {
    expect((await officer.api.post(`/tips/${tipId}/take`)).status).toBe(200);
    const { rows } = await desk.owner.pool.query("select case_id as id from tips where id = $1", [tipId]);
    const { id } = rows[0];
    expect((await officer.api.post(`/cases/${id}/region`, { region: "kobe" })).status).toBe(200);
    await readings("case.read", "case_id", id);
    const { view } = await officer.browser.page(`/staff/cases/${id}/`, "case");
    expect(view.undoable).toBe("region");
    expect((await officer.api.post(`/cases/${id}/undo`)).status).toBe(200);
  });
});
