import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Outcome } from "../../functions/domain/cases/outcome.ts";
import { decodeSealed, SealedMessage } from "../../functions/domain/intake/sealed-words.ts";
import { addMessage } from "../../functions/service/threads/add-message.ts";
import { followUp } from "../../functions/service/threads/follow-up.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { Browser, read, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let browser: Browser;
let tipId: string;
let receipt: string;
beforeAll(async () => {
  desk = await testDesk();
  browser = new Browser(desk);
  await setUp(desk, browser, { role: "supervisor" });
});
afterAll(() => desk?.close());
beforeEach(async () => {
  const accepted = await submitTip(desk.intake.ctx, {
    channel: "web",
    idempotencyKey: randomUUID(),
    report: { locale: "ja", text: "横浜港の倉庫に覚醒剤の箱", goods: [] },
  });
  await desk.intake.drained();
  tipId = accepted.id;
  receipt = accepted.receipt;
});

const shown = async () => (await browser.page(`/staff/tips/${tipId}/`, "tip")).view;
const publicView = () => followUp(desk.intake.ctx, { receipt });
const listed = async (query: string) =>
  (await browser.page(`/staff/${query}`, "queue")).view.rows.map(({ id }) => id);
async function press(action: string, fields: Record<string, string> = {}): Promise<Response> {
  const back = `/staff/tips/${tipId}/`;
  return browser.post(`/staff/tips/${tipId}/${action}`, { csrf: await browser.csrf(), back, ...fields });
}

describe("closing a tip", () => {
  it("says how it ended at the desk alone: every outcome looks the same to who holds the receipt", async () => {
    const told = new Set<string>();
    for (const outcome of Outcome.options) {
      expect((await press("close", { outcome, reason: "船は来なかった" })).status, outcome).toBe(303);
      expect((await shown()).tip).toMatchObject({ state: "closed", outcome });
      told.add(JSON.stringify(await publicView()));
      expect((await press("reopen")).status).toBe(303);
    }
    expect([...told]).toEqual([JSON.stringify({ status: "finished", messages: [] })]);
    await expect(
      desk.intake.connection.db.selectFrom("tips").select("outcome").execute(),
      "the public role reads no outcome",
    ).rejects.toThrow(/permission denied/);
  });

  it("is in the log with its outcome, and with the officer's reason sealed", async () => {
    await press("close", { outcome: "seizure", reason: "埠頭で見つけた" });
    const [event] = (await shown()).events.filter(({ action }) => action === "tip.closed");
    expect(event).toMatchObject({
      details: { outcome: "seizure", stateBefore: "new" },
      reason: "埠頭で見つけた",
    });
    const { rows } = await desk.owner.pool.query(
      "select details::text, sealed from events where tip_id = $1 and action = 'tip.closed'",
      [tipId],
    );
    expect(rows[0].details).not.toContain("埠頭");
    expect(decodeSealed(SealedMessage, await desk.intake.opener.open(rows[0].sealed)).text).toBe(
      "埠頭で見つけた",
    );
    expect(JSON.stringify(desk.logs)).not.toContain("埠頭");
  });

  it("takes it out of the queue into the view of what is closed, where its count is, and search still finds it", async () => {
    expect(await listed("")).toContain(tipId);
    const before = (await browser.page("/staff/", "queue")).view.counts;
    await press("close", { outcome: "nothing_found", reason: "x" });
    const { counts } = (await browser.page("/staff/", "queue")).view;
    expect(counts.closed).toBe(before.closed + 1);
    expect(counts.lanes.queue).toBe(before.lanes.queue - 1);
    expect(await listed("")).not.toContain(tipId);
    expect(await listed("?band=A&band=B&band=C&band=D&state=new&state=triaged")).not.toContain(tipId);
    expect(await listed("?state=closed")).toContain(tipId);
    expect(await listed(`?q=${encodeURIComponent("倉庫に覚醒剤")}`)).toContain(tipId);
  });

  it("brings it before the desk again when the reporter writes", async () => {
    await press("close", { outcome: "nothing_found", reason: "x" });
    await addMessage(desk.intake.ctx, {
      receipt,
      locale: "ja",
      text: "また来ました",
      idempotencyKey: randomUUID(),
    });
    await desk.intake.drained();
    expect(await listed("?unread=1")).toContain(tipId);
  });

  it("is undone by who did it, and long after by anyone who may, back to where it stood", async () => {
    await press("take");
    await press("message", { text: "いつですか" });
    await press("close", { outcome: "already_known", reason: "x" });
    expect(await shown()).toMatchObject({ undoable: "close", publicStatus: "finished" });
    expect((await press("undo")).status).toBe(303);
    expect(await shown()).toMatchObject({
      tip: { state: "in_progress", outcome: null },
      publicStatus: "question",
    });
    await press("close", { outcome: "already_known", reason: "x" });
    const other = await desk.officer("supervisor");
    expect((await other.api.post(`/tips/${tipId}/undo`)).status).toBe(409);
    expect((await other.api.post(`/tips/${tipId}/reopen`)).status).toBe(200);
    expect(await shown()).toMatchObject({
      tip: { state: "in_progress", outcome: null },
      publicStatus: "question",
    });
    expect((await publicView()).status).toBe("question");
  });

  it("needs an outcome and a reason, and keeps what was written when it is refused", async () => {
    const incomplete: Record<string, string>[] = [
      { outcome: "found", reason: "x" },
      { outcome: "seizure", reason: "  " },
      { outcome: "seizure" },
    ];
    for (const fields of incomplete) expect((await press("close", fields)).status).toBe(422);
    const { view } = await read(await press("close", { outcome: "gone", reason: "長い理由" }), "tip");
    expect(view.draft).toMatchObject({ action: "close", text: "長い理由" });
    expect((await shown()).tip.state).toBe("new");
  });
});
