import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Browser, read, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let first: Browser;
let second: Browser;
let tipId: string;
beforeAll(async () => {
  desk = await testDesk();
  [first, second] = [new Browser(desk), new Browser(desk)];
  await setUp(desk, first, { role: "supervisor", name: "Ichiro First" });
  await setUp(desk, second, { role: "supervisor", name: "Jiro Second" });
});
afterAll(() => desk?.close());
beforeEach(async () => {
  tipId = await desk.tip("今夜、横浜港に覚醒剤の入ったコンテナ CSQU 305438-3 が着きます。");
});

/** The hidden fields of the forms on the page that a browser has open. */
async function open(browser: Browser, back = `/staff/tips/${tipId}/`) {
  const { frame, view } = await browser.page(`/staff/tips/${tipId}/`, "tip");
  return { csrf: frame.csrf, version: String(view.version), seen: String(view.events[0]?.seq), back };
}
const stored = async () => {
  const { rows } = await desk.owner.pool.query(
    "select band, lane, state, owner_id, version from tips where id = $1",
    [tipId],
  );
  return rows[0];
};

describe("two officers with the same tip open", () => {
  it("lets one change it, and shows the other what changed, with their words kept", async () => {
    const [one, two] = [await open(first), await open(second)];
    expect((await first.post(`/staff/tips/${tipId}/take`, one)).status).toBe(303);
    const before = await stored();
    const late = await second.post(`/staff/tips/${tipId}/band`, {
      ...two,
      band: "D",
      reason: "私の長い理由",
    });
    expect(late.status).toBe(409);
    const { frame, view } = await read(late, "tip");
    expect(frame.flash).toEqual({ kind: "problem", code: "stale" });
    expect(view.draft).toEqual({ action: "band", text: "私の長い理由", band: "D" });
    expect(view.changed.map(({ action, actor }) => [action, actor?.name])).toEqual([
      ["tip.taken", "Ichiro First"],
    ]);
    expect(await stored()).toEqual(before);
    // The page it is drawn on can be sent again as it stands.
    const again = {
      csrf: frame.csrf,
      version: String(view.version),
      seen: String(view.events[0]?.seq),
      back: frame.path,
    };
    expect(
      (await second.post(`/staff/tips/${tipId}/band`, { ...again, band: "D", reason: "私の長い理由" }))
        .status,
    ).toBe(303);
    expect(await stored()).toMatchObject({ band: "D", owner_id: before.owner_id });
  });

  it("lets exactly one of two who press at the same moment have it", async () => {
    const [one, two] = [await open(first), await open(second)];
    const answers = await Promise.all([
      first.post(`/staff/tips/${tipId}/take`, one),
      second.post(`/staff/tips/${tipId}/take`, two),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const taken = (await desk.events(tipId)).filter(({ action }) => action === "tip.taken");
    expect(taken).toHaveLength(1);
    expect((await stored()).owner_id).toBe(taken[0]?.actor_id);
  });

  it("tells who presses twice that it was done by themselves, and does it once", async () => {
    const fields = await open(first);
    expect((await first.post(`/staff/tips/${tipId}/take`, fields)).status).toBe(303);
    const twice = await first.post(`/staff/tips/${tipId}/take`, fields);
    expect(twice.status).toBe(409);
    const { view } = await read(twice, "tip");
    expect(view.changed.map(({ action, actor }) => [action, actor?.name])).toEqual([
      ["tip.taken", "Ichiro First"],
    ]);
    expect((await stored()).version).toBe(1);
  });

  it("answers a program the same way, and changes nothing", async () => {
    const { api } = await desk.officer("supervisor");
    expect((await api.post(`/tips/${tipId}/take`, { version: 0 })).status).toBe(200);
    const late = await api.post(`/tips/${tipId}/set-aside`, { version: 0, reason: "late" });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ code: "stale" });
    expect(await stored()).toMatchObject({ lane: "queue", version: 1 });
  });
});

describe("a form that is refused", () => {
  it("is drawn again in the queue it was sent from, the tip still open and the words still there", async () => {
    const back = `/staff/?band=A&band=B&tip=${tipId}`;
    const fields = await open(first, back);
    const refused = await first.post(`/staff/tips/${tipId}/set-aside`, { ...fields, reason: "   " });
    expect(refused.status).toBe(422);
    const { frame, view } = await read(refused, "queue");
    expect(frame.flash?.code).toBe("reason_missing");
    expect(frame.path).toBe(back);
    expect(view.filters.band).toEqual(["A", "B"]);
    expect(view.selected?.draft?.action).toBe("set-aside");
    expect((await stored()).lane).toBe("queue");
  });

  it("keeps a question that is too long, whole enough to be shortened", async () => {
    const fields = await open(first);
    const long = "あ".repeat(2_001);
    const refused = await first.post(`/staff/tips/${tipId}/message`, { ...fields, text: long });
    expect(refused.status).toBe(422);
    expect((await read(refused, "tip")).view.draft?.text).toBe(long);
  });
});

describe("several tips at once", () => {
  it("are each taken or left by themselves, and counted", async () => {
    const others = [await desk.tip("箱が3つ"), await desk.tip("箱が4つ")];
    const csrf = await first.csrf();
    await first.post(`/staff/tips/${others[0]}/take`, { ...(await open(first)), version: "0" });
    const form = new URLSearchParams({
      csrf,
      back: "/staff/?owner=me",
      action: "set-aside",
      reason: "同じ内容",
    });
    for (const id of [tipId, ...others]) form.append("tip", `${id}:0`);
    const answer = await first.request("/staff/several", {
      method: "POST",
      body: form,
      headers: { origin: "http://desk.example" },
    });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/staff/?owner=me"]);
    const { frame } = await first.page("/staff/?owner=me", "queue");
    expect(frame.flash).toEqual({
      kind: "problem",
      code: "several_set_aside",
      count: { done: 2, left: 1 },
      batch: expect.any(String),
    });
    const { rows } = await desk.owner.pool.query("select id, lane from tips where id = any($1)", [
      [tipId, ...others],
    ]);
    expect(new Map(rows.map(({ id, lane }) => [id, lane]))).toEqual(
      new Map([
        [tipId, "set_aside"],
        [others[0], "queue"],
        [others[1], "set_aside"],
      ]),
    );
    // Each can be undone by itself.
    const undone = await first.post(`/staff/tips/${tipId}/undo`, await open(first));
    expect(undone.status).toBe(303);
    expect((await stored()).lane).toBe("queue");
  });

  it("are none of them touched without a reason, a choice, or the right to", async () => {
    const send = async (browser: Browser, fields: Record<string, string>) => {
      await browser.post("/staff/several", { csrf: await browser.csrf(), back: "/staff/", ...fields });
      return (await browser.page("/staff/account/", "account")).frame.flash;
    };
    expect(await send(first, { action: "set-aside", reason: " ", tip: `${tipId}:0` })).toMatchObject({
      code: "reason_missing",
    });
    expect(await send(first, { action: "take" })).toMatchObject({ code: "none_chosen" });
    expect(await send(first, { action: "close", tip: `${tipId}:0` })).toMatchObject({ code: "invalid" });
    expect(await send(first, { action: "take", tip: `${tipId}:0 or 1` })).toMatchObject({ code: "invalid" });
    const moji = new Browser(desk);
    await setUp(desk, moji, { role: "supervisor", region: "moji" });
    expect(await send(moji, { action: "take", tip: `${tipId}:0` })).toMatchObject({
      count: { done: 0, left: 1 },
    });
    expect(await stored()).toMatchObject({ lane: "queue", version: 0, owner_id: null });
  });
});
