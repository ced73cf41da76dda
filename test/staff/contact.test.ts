import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeSealed, SealedMessage } from "../../functions/domain/intake/sealed-words.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { Browser, prove, read, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

const contact = "090-0000-1234 夜だけ";

let desk: TestDesk;
let tipId: string;
let without: string;
beforeAll(async () => {
  desk = await testDesk();
  const accepted = await submitTip(desk.intake.ctx, {
    channel: "web",
    idempotencyKey: randomUUID(),
    report: { locale: "ja", text: "今夜、神戸港に覚醒剤の入ったコンテナが着きます。", goods: [], contact },
  });
  await desk.intake.drained();
  tipId = accepted.id;
  without = await desk.tip("神戸港の倉庫に箱が3つ");
});
afterAll(() => desk?.close());

const opened = async () =>
  (await desk.events(tipId)).filter(({ action }) => action === "contact.opened").length;

describe("the way to reach a reporter", () => {
  it("is no part of the tip that officers read", async () => {
    const { api } = await desk.officer("supervisor");
    const answer = await (await api.get(`/tips/${tipId}`)).text();
    expect(answer).toContain('"contactLeft":true');
    expect(answer).not.toContain("090-0000");
    expect(await opened()).toBe(0);
  });

  it("is opened by a supervisor with a reason, which is sealed into the log first", async () => {
    const browser = new Browser(desk);
    const { key } = await setUp(desk, browser, { role: "supervisor", region: "kobe" });
    await prove(browser, key);
    const back = `/staff/?tip=${tipId}`;
    const { frame, view } = await browser.page(back, "queue");
    expect(view.selected).toMatchObject({ mayOpenContact: true, contact: null });
    const answer = await browser.post(`/staff/tips/${tipId}/open-contact`, {
      csrf: frame.csrf,
      back,
      reason: "折り返し電話のため",
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect((await read(answer, "queue")).view.selected?.contact).toBe(contact);
    expect((await browser.page(back, "queue")).view.selected?.contact).toBeNull();
    const { rows } = await desk.owner.pool.query(
      "select details, sealed from events where tip_id = $1 and action = 'contact.opened'",
      [tipId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].details).toEqual({});
    expect(decodeSealed(SealedMessage, await desk.intake.opener.open(rows[0].sealed)).text).toBe(
      "折り返し電話のため",
    );
  });

  it("stays shut without a reason, without the right, and where none was left", async () => {
    const before = await opened();
    const supervisor = await desk.officer("supervisor", "kobe");
    await supervisor.prove();
    for (const reason of [undefined, "", "   "])
      expect((await supervisor.api.post(`/tips/${tipId}/open-contact`, { reason })).status).toBe(422);
    const none = await supervisor.api.post(`/tips/${without}/open-contact`, { reason: "x" });
    expect([none.status, ((await none.json()) as { code: string }).code]).toEqual([409, "no_contact"]);
    for (const [role, region, status] of [
      ["investigator", "kobe", 409],
      ["intake", "hq", 409],
      ["supervisor", "moji", 404],
      ["auditor", "hq", 404],
      ["admin", "hq", 404],
    ] as const) {
      const { api } = await desk.officer(role, region);
      expect((await api.post(`/tips/${tipId}/open-contact`, { reason: "x" })).status, role).toBe(status);
    }
    expect(await opened()).toBe(before);
    const { api, prove } = await desk.officer("supervisor", "kobe");
    await prove();
    expect(await (await api.post(`/tips/${tipId}/open-contact`, { reason: "x" })).json()).toEqual({
      contact,
    });
  });

  it("is not opened when that cannot be written down", async () => {
    const { api, prove } = await desk.officer("supervisor");
    await prove();
    const { record } = desk.staff.desk;
    desk.staff.desk.record = () => Promise.reject(new Error("the log is full"));
    try {
      const answer = await api.post(`/tips/${tipId}/open-contact`, { reason: "x" });
      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toContain("090");
    } finally {
      desk.staff.desk.record = record;
    }
  });
});
