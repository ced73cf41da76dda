import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LinePiece } from "../../functions/domain/cases/find-hits.ts";
import { addMessage } from "../../functions/service/threads/add-message.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { Browser, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let browser: Browser;
const ids: Record<string, string> = {};
beforeAll(async () => {
  desk = await testDesk();
  browser = new Browser(desk);
  await setUp(desk, browser, { role: "supervisor" });
  ids.container = await desk.tip(
    "今夜、横浜港に覚醒剤の入ったコンテナ CSQU 305438-3 が着きます。倉庫で見ました。",
  );
  ids.pelican = await desk.tip("函館の空き家に箱が届く。", { place: "ペリカンの絵がある倉庫" });
  const { id, receipt } = await submitTip(desk.intake.ctx, {
    channel: "web",
    idempotencyKey: randomUUID(),
    report: { locale: "ja", text: "門司の岸壁で荷を降ろした", goods: [] },
  });
  await desk.intake.drained();
  await addMessage(desk.intake.ctx, {
    receipt,
    locale: "ja",
    text: "青い旗の船 ＧＯＬＤＥＮ　ＬＩＬＹ でした",
    idempotencyKey: randomUUID(),
  });
  await desk.intake.drained();
  ids.later = id;
});
afterAll(() => desk?.close());

const queue = async (q: string, more: Record<string, string> = {}, as = browser) =>
  (await as.page(`/staff/?${new URLSearchParams({ q, ...more })}`, "queue")).view;
const drawn = (line: readonly LinePiece[] | undefined) =>
  line?.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");
const readings = async (id = "") =>
  (await desk.events(id)).map(({ action }) => action).filter((action) => /read$/.test(action));

describe("a search at the desk", () => {
  it("shows of each tip a line of its words with what was looked for, from whatever part holds it", async () => {
    const { lines } = await queue("ﾍﾟﾘｶﾝ");
    expect(Object.keys(lines)).toEqual([ids.pelican]);
    expect(drawn(lines[ids.pelican ?? ""])).toBe("…家に箱が届く。 [ペリカン]の絵がある倉庫");
    const later = (await queue("golden lily")).lines[ids.later ?? ""];
    expect(drawn(later)).toBe("青い旗の船 [ＧＯＬＤＥＮ] [ＬＩＬＹ] でした");
    const number = (await queue("csqu3054383")).lines[ids.container ?? ""];
    expect(drawn(number)).toMatch(/コンテナ \[CSQU 305438-3\] が着きます/);
  });

  it("shows no line without a search, to a program, or of what a reference found", async () => {
    expect((await browser.page("/staff/", "queue")).view.lines).toEqual({});
    const { api } = await desk.officer("supervisor");
    const items = await (await api.get(`/tips?q=${encodeURIComponent("ペリカン")}`)).text();
    expect(items).not.toContain("ペリカン");
    const taken = await api.post(`/tips/${ids.pelican}/take`);
    expect(taken.status).toBe(200);
    const { case: reference } = (await (await api.get(`/tips/${ids.pelican}`)).json()) as { case: string };
    const found = await queue(reference);
    expect(found.rows.map(({ id }) => id)).toEqual([ids.pelican]);
    expect(found.lines).toEqual({});
  });

  it("has each line on record once in ten minutes, and none of a tip whose whole words were just read", async () => {
    const reader = new Browser(desk);
    await setUp(desk, reader, { role: "supervisor" });
    const before = await readings(ids.container);
    await queue("覚醒剤", {}, reader);
    await queue("横浜港", {}, reader);
    expect(await readings(ids.container)).toEqual([...before, "tip.line_read"]);
    await desk.owner.pool.query("alter table events disable trigger user");
    await desk.owner.pool.query("update events set at = at - interval '11 minutes'");
    await desk.owner.pool.query("alter table events enable trigger user");
    await queue("横浜港", {}, reader);
    expect(await readings(ids.container)).toEqual([...before, "tip.line_read", "tip.line_read"]);
    const later = await readings(ids.later);
    await reader.page(`/staff/tips/${ids.later}/`, "tip");
    await queue("岸壁", {}, reader);
    expect(await readings(ids.later)).toEqual([...later, "tip.read"]);
  });

  it("takes the mark of unread words off no tip, and shows an officer no line of what they may not read", async () => {
    const unread = async () =>
      (await desk.owner.pool.query("select unread_since from tips where id = $1", [ids.pelican])).rows[0]
        .unread_since;
    await desk.owner.pool.query("update tips set unread_since = now() where id = $1", [ids.pelican]);
    await queue("ペリカン");
    expect(await unread()).not.toBeNull();
    const moji = new Browser(desk);
    await setUp(desk, moji, { role: "investigator", region: "moji" });
    expect((await queue("横浜港", {}, moji)).lines).toEqual({});
    expect(Object.keys((await queue("岸壁", {}, moji)).lines)).toEqual([ids.later]);
  });

  it("marks what was looked for in the opened tip too, its later words among them, and nothing in a tip opened otherwise", async () => {
    const hits = (segments: readonly { text: string; hits?: [number, number][] }[] | null | undefined) =>
      segments?.flatMap(({ text, hits: spans = [] }) => spans.map(([start, end]) => text.slice(start, end)));
    const { selected } = await queue("golden lily", { tip: ids.later ?? "" });
    expect(hits(selected?.messages[0]?.segments)).toEqual(["ＧＯＬＤＥＮ", "ＬＩＬＹ"]);
    const number = (await queue("CSQU3054383", { tip: ids.container ?? "" })).selected;
    expect(hits(number?.parts[0]?.segments)?.join("")).toBe("CSQU 305438-3");
    const { view } = await browser.page(`/staff/tips/${ids.container}/`, "tip");
    expect(hits(view.parts[0]?.segments)).toEqual([]);
  });

  it("leaves no word of it in a log", () => {
    expect(JSON.stringify(desk.logs)).not.toMatch(/ペリカン|golden|CSQU|横浜|岸壁/i);
  });
});
