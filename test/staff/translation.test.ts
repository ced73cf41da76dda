import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Translation, Translator } from "../../functions/service/translation/ports.ts";
import { Browser, read, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

const asked: { text: string; from: string; to: string }[] = [];
let answer: Translation = { kind: "done", text: "A boat at night" };
const translator: Translator = {
  async translate(text, { from, to }) {
    asked.push({ text, from, to });
    return answer;
  },
};
let desk: TestDesk;
let tipId: string;
beforeAll(async () => {
  desk = await testDesk({ translator });
  tipId = await desk.tip("夜、神戸港で小舟が荷物を受け渡していました");
});
afterAll(() => desk?.close());

describe("a machine's translation", () => {
  it("is shown once beside the words, marked as a machine's, and on record before they go out", async () => {
    const browser = new Browser(desk);
    await setUp(desk, browser, { role: "investigator", region: "kobe" });
    const back = `/staff/tips/${tipId}/`;
    expect((await browser.page(back, "tip")).view).toMatchObject({
      translator: true,
      mayTranslate: true,
      translation: null,
    });
    const form = { csrf: await browser.csrf(), back, target: "en" };
    const page = await browser.post(`/staff/tips/${tipId}/translate`, form);
    expect(page.status).toBe(200);
    expect(page.headers.get("cache-control")).toBe("no-store");
    const { view } = await read(page, "tip");
    expect(view.translation).toEqual({ target: "en", texts: [{ messageId: null, text: "A boat at night" }] });
    expect(asked).toEqual([{ text: "夜、神戸港で小舟が荷物を受け渡していました", from: "ja", to: "en" }]);
    expect((await browser.page(back, "tip")).view.translation).toBeNull();
    const { rows } = await desk.owner.pool.query(
      "select details from events where action = 'tip.translated'",
    );
    expect(rows).toEqual([{ details: { target: "en" } }]);
  });

  it.each([
    [{ kind: "failed", code: "TimeoutError" }, "translation_failed"],
    [{ kind: "unknown_language" }, "translation_unknown_language"],
  ] as const)("that fails with %j says so, and the tip is still there", async (failure, code) => {
    answer = failure;
    const browser = new Browser(desk);
    await setUp(desk, browser, { role: "intake" });
    const back = `/staff/tips/${tipId}/`;
    const form = { csrf: await browser.csrf(), back, target: "en" };
    const page = await browser.post(`/staff/tips/${tipId}/translate`, form);
    expect(page.status).toBe(422);
    const { frame, view } = await read(page, "tip");
    expect(frame.flash).toMatchObject({ kind: "problem", code });
    expect(view.translation).toBeNull();
    for (const { fields } of desk.logs) expect(JSON.stringify(fields)).not.toContain("小舟");
  });

  it("is for those who may read the tip, over the program's interface too", async () => {
    answer = { kind: "done", text: "舟" };
    const kobe = await desk.officer("supervisor", "kobe");
    const moji = await desk.officer("supervisor", "moji");
    const told = await kobe.api.post(`/tips/${tipId}/translate`, { target: "ja" });
    expect(await told.json()).toEqual({ target: "ja", texts: [{ messageId: null, text: "舟" }] });
    const before = asked.length;
    expect((await moji.api.post(`/tips/${tipId}/translate`, { target: "ja" })).status).toBe(404);
    expect((await kobe.api.post(`/tips/${tipId}/translate`, { target: "xx" })).status).toBe(422);
    expect(asked.length).toBe(before);
  });

  it("is not offered, and goes nowhere, where the office runs no translator", async () => {
    const plain = await testDesk();
    try {
      const id = await plain.tip("夜の小舟");
      const { api } = await plain.officer("intake");
      const told = await api.post(`/tips/${id}/translate`, { target: "en" });
      expect(told.status).toBe(409);
      expect(await told.json()).toMatchObject({ code: "translation_not_set_up" });
      expect((await plain.events(id)).map(({ action }) => action)).not.toContain("tip.translated");
    } finally {
      await plain.close();
    }
  });
});
