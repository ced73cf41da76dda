import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decodeSealed, SealedMessage } from "../../functions/domain/intake/sealed-words.ts";
import { addMessage } from "../../functions/service/threads/add-message.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { type DeskChanges, listenToDesk } from "../../functions/store/listen.ts";
import { type TestDesk, testDesk } from "./desk.ts";
import { said, type TestCalls, testCalls } from "./recording-call.ts";
import { type Seat, seat } from "./seat.ts";

let desk: TestDesk;
let calls: TestCalls;
let changes: DeskChanges | undefined;
let intake: Seat;
let hq: Seat;
let tokyo: Seat;
let kobe: Seat;
let tipId: string;
let receipt: string;
beforeAll(async () => {
  desk = await testDesk({ onChange: (listener) => changes?.onChange(listener) ?? (() => undefined) });
  changes = listenToDesk(desk.database.urls.staff, () => undefined);
  calls = await testCalls(desk);
  [intake, hq] = [await seat(desk, "intake"), await seat(desk, "supervisor")];
  tokyo = await seat(desk, "supervisor", "tokyo");
  kobe = await seat(desk, "investigator", "kobe");
});
afterAll(async () => {
  await changes?.close();
  await calls?.close();
  await desk?.close();
});

async function file(text: string): Promise<void> {
  const report = { locale: "ja" as const, text, goods: [] };
  const accepted = await submitTip(desk.intake.ctx, {
    channel: "web",
    idempotencyKey: randomUUID(),
    report,
  });
  await desk.intake.drained();
  ({ id: tipId, receipt } = accepted);
}
beforeEach(() => file("東京港の倉庫に覚醒剤の箱"));

const route = (who: Seat, region: string, more: Record<string, string> = {}) =>
  who.browser.post(`/staff/tips/${tipId}/route`, {
    csrf: who.csrf,
    region,
    reason: "神戸の船の話",
    back: `/staff/tips/${tipId}/`,
    ...more,
  });
const stored = async () => {
  const { rows } = await desk.owner.pool.query(
    "select region, state, owner_id, region_settled, version from tips where id = $1",
    [tipId],
  );
  return rows[0];
};
const listed = async ({ browser }: Seat, query = "") =>
  (await browser.page(`/staff/${query}`, "queue")).view.rows.map(({ id }) => id);
const write = (text: string) =>
  addMessage(desk.intake.ctx, { receipt, locale: "ja", text, idempotencyKey: randomUUID() });

describe("sending a tip to another Customs", () => {
  it("is seen by the officers there in their queue, who work on it from then on", async () => {
    expect(await listed(kobe)).not.toContain(tipId);
    expect((await kobe.browser.request(`/staff/tips/${tipId}/`)).status).toBe(404);
    expect((await route(intake, "kobe")).headers.get("location")).toBe(`/staff/tips/${tipId}/`);
    expect((await intake.browser.page("/staff/account/", "account")).frame.flash?.code).toBe("routed");
    expect(await listed(kobe)).toContain(tipId);
    expect((await kobe.api.post(`/tips/${tipId}/take`)).status).toBe(200);
    expect(await stored()).toMatchObject({ region: "kobe", state: "assigned", owner_id: kobe.id });
  });

  it("is told to an open page there at once by the live line, as one for its list", async () => {
    const answer = await kobe.browser.request("/staff/live?list=");
    const reader = answer.body?.getReader();
    let told = "";
    const until = async (words: string) => {
      while (!told.includes(words)) told += Buffer.from((await reader?.read())?.value ?? []).toString();
    };
    await until("event: desk");
    expect((await route(hq, "kobe")).status).toBe(303);
    await until(JSON.stringify([{ id: tipId, listed: true }]));
    await reader?.cancel();
  });

  it("leaves an officer of the Customs that it left at their list, not before a page that is not there", async () => {
    const sent = await route(tokyo, "kobe", { back: `/staff/?band=A&band=B&tip=${tipId}` });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, "/staff/?band=A&band=B"]);
    const { frame, view } = await tokyo.browser.page("/staff/?band=A&band=B", "queue");
    expect(frame.flash).toEqual({ kind: "done", code: "routed_away" });
    expect(view.rows.map(({ id }) => id)).not.toContain(tipId);
    expect((await tokyo.browser.request(`/staff/tips/${tipId}/`)).status).toBe(404);
    await file("東京港の倉庫に金塊の箱");
    expect((await route(tokyo, "kobe")).headers.get("location")).toBe("/staff/");
    await file("東京港の倉庫に拳銃の箱");
    const program = await tokyo.api.post(`/tips/${tipId}/route`, { region: "kobe", reason: "x" });
    expect(await program.json()).toEqual({ version: 1, readable: false });
  });

  it("takes it from an officer who may not work there, and leaves it with one who may", async () => {
    const own = await seat(desk, "investigator", "tokyo");
    expect((await own.api.post(`/tips/${tipId}/take`)).status).toBe(200);
    expect((await route(tokyo, "kobe")).status).toBe(303);
    expect(await stored()).toMatchObject({ state: "triaged", owner_id: null });
    await file("東京港の倉庫に金塊の箱");
    expect((await hq.api.post(`/tips/${tipId}/take`)).status).toBe(200);
    expect((await route(hq, "kobe")).status).toBe(303);
    expect(await stored()).toMatchObject({ state: "assigned", owner_id: hq.id });
  });

  it("is in the log with where from and where to, and with the reason sealed", async () => {
    await route(hq, "kobe");
    const { view } = await hq.browser.page(`/staff/tips/${tipId}/`, "tip");
    expect(view.events.find(({ action }) => action === "tip.routed")).toMatchObject({
      details: { from: "tokyo", to: "kobe", stateBefore: "new", ownerBefore: null, settledBefore: false },
      reason: "神戸の船の話",
    });
    const { rows } = await desk.owner.pool.query(
      "select details::text, sealed from events where tip_id = $1 and action = 'tip.routed'",
      [tipId],
    );
    expect(rows[0].details).not.toContain("船");
    expect(decodeSealed(SealedMessage, await desk.intake.opener.open(rows[0].sealed)).text).toBe(
      "神戸の船の話",
    );
    expect(JSON.stringify(desk.logs)).not.toContain("船");
  });

  it("is undone by who did it, with its officer, its state, and words that may move it again", async () => {
    await file("どこかの倉庫に箱が3つ");
    const own = await seat(desk, "investigator");
    expect((await own.api.post(`/tips/${tipId}/take`)).status).toBe(200);
    const before = await stored();
    expect(before.region).toBeNull();
    expect((await hq.api.post(`/tips/${tipId}/route`, { region: "moji", reason: "x" })).status).toBe(200);
    expect((await hq.api.post(`/tips/${tipId}/undo`)).status).toBe(200);
    expect(await stored()).toEqual({ ...before, version: before.version + 2 });
    await write("神戸港の第三突堤です");
    await desk.intake.drained();
    expect((await stored()).region).toBe("kobe");
  });

  it("stands against all words that come later, from the reporter and of a recording", async () => {
    await file("どこかの倉庫に箱が3つ");
    expect((await route(hq, "moji")).status).toBe(303);
    await write("横浜港の倉庫です");
    await desk.intake.drained();
    expect(await stored()).toMatchObject({ region: "moji", region_settled: true });
    const { tipId: called, recordings } = await calls.call(["talk"]);
    tipId = called;
    expect((await route(hq, "moji")).status).toBe(303);
    expect((await hq.api.post(`/recordings/${recordings[0]}/transcript`, { text: said })).status).toBe(200);
    expect((await stored()).region).toBe("moji");
  });

  it("needs one of the nine Customs, another than it has, and a reason, and keeps what was written", async () => {
    for (const region of ["", "hq", "none", "paris"])
      expect((await route(hq, region)).status, region).toBe(422);
    expect((await route(hq, "tokyo")).status).toBe(422);
    const refused = await route(hq, "kobe", { reason: "  " });
    expect(refused.status).toBe(422);
    const { frame, view } = (await refused.json()) as {
      frame: { flash: { code: string } };
      view: { draft: object };
    };
    expect(frame.flash.code).toBe("reason_missing");
    expect(view.draft).toMatchObject({ action: "route", region: "kobe" });
    const { draft } = ((await (await route(hq, "paris")).json()) as { view: { draft: object } }).view;
    expect(draft).toMatchObject({ region: null, text: "神戸の船の話" });
    expect(await stored()).toMatchObject({ region: "tokyo", version: 0 });
  });
});
