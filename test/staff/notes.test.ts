import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffRegion } from "../../functions/domain/access/officer.ts";
import { decodeSealed, SealedMessage } from "../../functions/domain/intake/sealed-words.ts";
import { Browser, read, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let tipId: string;
let elsewhere: string;
const at: Record<string, Browser> = {};
beforeAll(async () => {
  desk = await testDesk();
  tipId = await desk.tip("神戸港の倉庫に覚醒剤の箱");
  elsewhere = await desk.tip("門司の岸壁に箱");
  const officers: [string, StaffRegion][] = [
    ["author", "kobe"],
    ["colleague", "kobe"],
    ["headquarters", "hq"],
    ["moji", "moji"],
  ];
  for (const [name, region] of officers) {
    at[name] = new Browser(desk);
    await setUp(desk, at[name], { role: "investigator", region, name });
  }
});
afterAll(() => desk?.close());

const browser = (name: string): Browser => at[name] as Browser;
async function press(name: string, action: string, fields: Record<string, string>, id = tipId) {
  const csrf = await browser(name).csrf();
  return browser(name).post(`/staff/tips/${id}/${action}`, { csrf, back: `/staff/tips/${id}/`, ...fields });
}
const notes = async (name: string) =>
  (await browser(name).page(`/staff/tips/${tipId}/`, "tip")).view.notes.map(({ text }) => text);
const keep = async (name: string, visible: string, text: string) =>
  expect((await press(name, "note", { visible, text })).status).toBe(303);

describe("a note on a tip", () => {
  it("is read by its author alone, by its author's region, or by all who may read the tip", async () => {
    await keep("author", "me", "自分だけの覚え");
    await keep("author", "unit", "神戸の者へ");
    await keep("author", "all", "皆へ");
    expect(await notes("author")).toEqual(["自分だけの覚え", "神戸の者へ", "皆へ"]);
    expect(await notes("colleague")).toEqual(["神戸の者へ", "皆へ"]);
    expect(await notes("headquarters")).toEqual(["皆へ"]);
    const { api } = await desk.officer("intake", "tokyo");
    const whole = await (await api.get(`/tips/${tipId}`)).text();
    expect(whole).toContain("皆へ");
    expect(whole).not.toMatch(/覚え|神戸の者へ/);
  });

  it("is kept from whoever may not read the tip, and cannot be written by them", async () => {
    expect((await browser("moji").request(`/staff/tips/${tipId}/`)).status).toBe(404);
    expect((await press("moji", "note", { visible: "all", text: "x" })).status).toBe(404);
    expect((await press("moji", "note", { visible: "all", text: "x" }, elsewhere)).status).toBe(303);
  });

  it("says who wrote it and when, and is sealed: neither the log nor the database has its words", async () => {
    const { view } = await browser("colleague").page(`/staff/tips/${tipId}/`, "tip");
    expect(view.notes[0]).toMatchObject({ author: "author", mine: false, visible: "unit", struckAt: null });
    expect(Date.parse(view.notes[0]?.at ?? "")).toBeGreaterThan(Date.now() - 60_000);
    const { rows } = await desk.owner.pool.query(
      "select visible, sealed from tip_notes where tip_id = $1 order by at",
      [tipId],
    );
    expect(decodeSealed(SealedMessage, await desk.intake.opener.open(rows[0].sealed)).text).toBe(
      "自分だけの覚え",
    );
    const events = await desk.owner.pool.query(
      "select details::text, sealed from events where action = 'tip.noted' and tip_id = $1 order by seq",
      [tipId],
    );
    expect(events.rows).toEqual(
      ["me", "unit", "all"].map((visible) => ({
        details: JSON.stringify({ visible }).replace(":", ": "),
        sealed: null,
      })),
    );
    expect(JSON.stringify(desk.logs)).not.toMatch(/覚え|神戸の者へ|皆へ/);
  });

  it("is struck out by its author alone: it stays, marked, and nothing of it is deleted", async () => {
    const find = async (name: string) =>
      (await browser(name).page(`/staff/tips/${tipId}/`, "tip")).view.notes.find(
        ({ text }) => text === "皆へ",
      );
    const note = (await find("colleague"))?.id ?? "";
    const refusals = [
      await press("colleague", "strike-note", { note }),
      await press("colleague", "strike-note", { note: randomUUID() }),
      await press("author", "strike-note", { note: randomUUID() }),
    ];
    for (const refused of refusals) {
      expect(refused.status).toBe(422);
      expect((await read(refused, "tip")).frame.flash).toEqual({ kind: "problem", code: "not_allowed" });
    }
    expect((await find("author"))?.struckAt).toBeNull();
    expect((await press("author", "strike-note", { note })).status).toBe(303);
    expect((await find("headquarters"))?.struckAt).not.toBeNull();
    expect((await press("author", "strike-note", { note })).status).toBe(422);
    const struck = (await desk.events(tipId)).filter(({ action }) => action === "tip.note_struck");
    expect(struck).toHaveLength(1);
    await expect(desk.owner.pool.query("set role shirokuro_staff; delete from tip_notes")).rejects.toThrow(
      /permission denied/,
    );
  });

  it("is not refused because somebody changed the tip, closes no way back, and makes nobody else's page stale", async () => {
    const csrf = await browser("colleague").csrf();
    const { view } = await browser("colleague").page(`/staff/tips/${tipId}/`, "tip");
    await press("author", "band", { band: "D", reason: "x" });
    const late = { csrf, version: String(view.version), back: `/staff/tips/${tipId}/` };
    const noted = await browser("colleague").post(`/staff/tips/${tipId}/note`, {
      ...late,
      visible: "unit",
      text: "遅れて",
    });
    expect(noted.status).toBe(303);
    const now = (await browser("author").page(`/staff/tips/${tipId}/`, "tip")).view;
    expect(now.undoable).toBe("band");
    expect(now.version).toBe(view.version + 1);
  });

  it("keeps its words and its readers when it is refused", async () => {
    const long = "あ".repeat(4_001);
    const { view } = await read(await press("author", "note", { visible: "me", text: long }), "tip");
    expect(view.draft).toMatchObject({ action: "note", visible: "me" });
    expect(view.draft?.text).toHaveLength(4_001);
    for (const fields of [
      { visible: "me", text: " " },
      { visible: "world", text: "x" },
    ])
      expect((await press("author", "note", fields)).status).toBe(422);
  });
});
