import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endCall } from "../../functions/service/tips/end-call.ts";
import { openCallTip } from "../../functions/service/tips/open-call-tip.ts";
import { Browser, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let officer: Browser;
beforeAll(async () => {
  desk = await testDesk();
  officer = new Browser(desk);
  await setUp(desk, officer, { role: "intake", region: "hq", name: "officer" });
});
afterAll(() => desk?.close());

const callSid = `CA${randomBytes(16).toString("hex")}`;
const end = async () => {
  await endCall(desk.intake.ctx, {
    callSid,
    caller: "+818000006601",
    misuse: ["caller_flood", "hasty_keys"],
  });
  await desk.intake.drained();
};
const queue = async (lane: string) => (await officer.page(`/staff/?lane=${lane}`, "queue")).view;

describe("a call that bears signs of misuse", () => {
  it("is listed and counted in quarantine with why, and restored it stays in the queue", async () => {
    const { id } = await openCallTip(desk.intake.ctx, { callSid, locale: "ja", misuse: ["caller_flood"] });
    await end();
    const before = await queue("quarantine");
    expect(before.counts.lanes.quarantine).toBe(1);
    expect(before.rows).toMatchObject([{ id, lane: "quarantine", misuse: ["caller_flood", "hasty_keys"] }]);
    const { view } = await officer.page(`/staff/tips/${id}/`, "tip");
    expect(view.tip.actions).toContain("restore");
    const csrf = await officer.csrf();
    const back = { csrf, back: "/staff/", version: String(view.version) };
    expect((await officer.post(`/staff/tips/${id}/restore`, back)).status).toBe(303);
    await end();
    expect((await queue("queue")).rows).toMatchObject([{ id, misuse: ["caller_flood", "hasty_keys"] }]);
    expect((await queue("quarantine")).counts.lanes.quarantine).toBe(0);
  });
});
