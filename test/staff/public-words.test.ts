import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { followUpDoor } from "../../functions/channels/web/api/follow-up-door.ts";
import { Outcome } from "../../functions/domain/cases/outcome.ts";
import { PublicStatusCode } from "../../functions/domain/cases/public-status.ts";
import { Locale } from "../../functions/domain/locales/locales.ts";
import { DeskTextKey, mostCharacters } from "../../functions/domain/texts/desk-text.ts";
import { statusWordsFrom } from "../../functions/service/texts/status-words.ts";
import { followUp } from "../../functions/service/threads/follow-up.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { connect } from "../../functions/store/connect.ts";
import { createTextReader } from "../../functions/store/desk-texts.ts";
import { loadTextDefaults } from "../../functions/wire-texts.ts";
import { deskWords } from "../../src/i18n/desk.ts";
import { type Api, type TestDesk, testDesk } from "./desk.ts";
import { seat } from "./seat.ts";

type Officer = { id: string; email: string; api: Api };
const defaults = loadTextDefaults();
let desk: TestDesk;
let publicSide: ReturnType<typeof connect>;
let supervisor: Officer;
let now = Date.now();
beforeAll(async () => {
  desk = await testDesk();
  publicSide = connect(desk.database.urls.public);
  supervisor = await desk.officer("supervisor", "kobe");
});
afterAll(async () => {
  await publicSide?.close();
  await desk?.close();
});
beforeEach(async () => {
  // Each test begins with the program's own words.
  await desk.owner.pool.query("truncate desk_texts");
  now = Date.now();
});

const words = () =>
  statusWordsFrom({
    reader: createTextReader(publicSide.db),
    defaults,
    clock: () => new Date(now),
    log: desk.staff.log,
  });
const set = (body: object, by = supervisor) =>
  by.api.post("/texts", {
    key: "status.finished.label",
    locale: "vi",
    version: 0,
    text: "Đã xem xong",
    ...body,
  });
interface Text {
  key: string;
  text: string;
  version: number;
  own: boolean;
  meaning: string;
  earlier: { text: string | null; version: number }[];
}
const listed = async (locale: string, by = supervisor) =>
  ((await (await by.api.get(`/texts?locale=${locale}`)).json()) as { items: Text[] }).items;
const one = async (key: string, locale: string) => (await listed(locale)).find((text) => text.key === key);

describe("the words that the desk edits", () => {
  it("stand in the content in every language of the line, none longer than it may be", () => {
    expect(Object.keys(defaults).sort()).toEqual([...Locale.options].sort());
    for (const locale of Locale.options)
      for (const key of DeskTextKey.options)
        expect([...defaults[locale][key]].length, `${locale} ${key}`).toBeLessThanOrEqual(
          mostCharacters(key),
        );
  });

  it("are changed in one language, with who and when, and no word in the log of events", async () => {
    expect((await set({})).status).toBe(200);
    expect(await one("status.finished.label", "vi")).toMatchObject({
      text: "Đã xem xong",
      version: 1,
      own: false,
    });
    expect(await one("status.finished.label", "en")).toMatchObject({ version: 0, own: true });
    const { rows } = await desk.owner.pool.query(
      "select actor_id, details from events where action = 'text.changed' order by seq desc limit 1",
    );
    expect(rows).toEqual([
      {
        actor_id: supervisor.id,
        details: { key: "status.finished.label", locale: "vi", version: 1, own: false },
      },
    ]);
  });

  it("keep every earlier wording, and go back to one of them or to the program's own", async () => {
    await set({});
    await set({ version: 1, text: "Xong rồi" });
    const text = await one("status.finished.label", "vi");
    expect(text).toMatchObject({ text: "Xong rồi", earlier: [{ text: "Đã xem xong", version: 1 }] });
    await set({ version: 2, text: text?.earlier[0]?.text ?? "" });
    expect(await one("status.finished.label", "vi")).toMatchObject({ text: "Đã xem xong", version: 3 });
    await set({ version: 3, text: "" });
    expect(await one("status.finished.label", "vi")).toMatchObject({
      text: defaults.vi["status.finished.label"],
      own: true,
      version: 4,
    });
    await expect(desk.owner.pool.query("set role shirokuro_staff; delete from desk_texts")).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      desk.owner.pool.query("set role shirokuro_staff; update desk_texts set text = 'x'"),
    ).rejects.toThrow(/permission denied/);
  });

  it("are refused when they are too long, the same, of no such key or language, or changed meanwhile", async () => {
    expect((await set({ text: "あ".repeat(61) })).status).toBe(422);
    expect((await set({ text: defaults.vi["status.finished.label"] })).status).toBe(409);
    expect((await set({ key: "status.seizure.label" })).status).toBe(422);
    expect((await set({ locale: "de" })).status).toBe(422);
    const both = await Promise.all([set({ text: "a" }), set({ text: "b" })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("are a supervisor's and an admin's to change, and nobody else's to see", async () => {
    for (const role of ["intake", "investigator", "analyst", "auditor"] as const) {
      const other = await desk.officer(role, "hq");
      expect((await other.api.get("/texts?locale=ja")).status, role).toBe(404);
      expect((await set({}, other)).status, role).toBe(404);
    }
    expect((await set({}, await desk.officer("admin"))).status).toBe(200);
  });
});

describe("what the holder of a receipt is told", () => {
  it("is the desk's words within a minute, and the program's own before any were written", async () => {
    const read = words();
    const own = { label: defaults.vi["status.finished.label"], text: defaults.vi["status.finished.text"] };
    expect(await read("finished", "vi")).toEqual(own);
    await set({});
    expect(await read("finished", "vi"), "within the minute").toEqual(own);
    now += 61_000;
    expect(await read("finished", "vi")).toEqual({ ...own, label: "Đã xem xong" });
    expect((await read("finished", "ne")).label).toBe(defaults.ne["status.finished.label"]);
  });

  it("stays what was last known while the database is away, and is the program's own before that", async () => {
    let away = false;
    const reader = createTextReader(publicSide.db);
    const read = statusWordsFrom({
      reader: {
        statusTexts: () => (away ? Promise.reject(new Error("away")) : reader.statusTexts()),
      },
      defaults,
      clock: () => new Date(now),
      log: desk.staff.log,
    });
    away = true;
    expect((await read("received", "ru")).label).toBe(defaults.ru["status.received.label"]);
    away = false;
    now += 61_000;
    await set({ key: "status.received.label", locale: "ru", text: "Получено" });
    expect((await read("received", "ru")).label).toBe("Получено");
    away = true;
    now += 61_000;
    expect((await read("received", "ru")).label).toBe("Получено");
  });

  it("is what the officer who chooses a status is shown, in their language and in the reporter's", async () => {
    const tipId = await desk.tip("神戸港の倉庫に箱が3つ");
    await desk.owner.pool.query("update tips set locale = 'vi' where id = $1", [tipId]);
    await set({});
    await set({ key: "status.finished.text", locale: "en", text: "Nothing more is asked of you." });
    const { browser } = await seat(desk, "supervisor", "kobe");
    const { view } = await browser.page(`/staff/tips/${tipId}/`, "tip");
    expect(view.statuses.map(({ code }) => code)).toEqual(PublicStatusCode.options);
    const reads = words();
    for (const { code, meaning, ...shown } of view.statuses) {
      expect(shown).toEqual(await reads(code, "vi"));
      expect(meaning).toEqual({ ja: await reads(code, "ja"), en: await reads(code, "en") });
    }
    expect(view.statuses.at(-1)).toMatchObject({
      label: "Đã xem xong",
      meaning: { en: { text: "Nothing more is asked of you." } },
    });
  });

  it("is named by its own headings in the desk's log too", () => {
    for (const locale of ["ja", "en"] as const)
      for (const code of PublicStatusCode.options)
        expect(deskWords(locale).tip.statuses[code]).toBe(defaults[locale][`status.${code}.label`]);
  });

  it("does not wait for a database that answers nothing", async () => {
    const read = statusWordsFrom({
      reader: { statusTexts: () => new Promise(() => undefined) },
      defaults,
      clock: () => new Date(now),
      log: desk.staff.log,
    });
    expect((await read("reading", "en")).label).toBe(defaults.en["status.reading.label"]);
  });

  it("lets the public role read the words, and neither who wrote them nor anything of it change", async () => {
    await set({});
    expect(await createTextReader(publicSide.db).statusTexts()).toHaveLength(1);
    for (const sql of [
      "select officer_id from desk_texts",
      "insert into desk_texts values ('a', 'b', 1, 'c', now(), 'd')",
    ])
      await expect(publicSide.pool.query(sql)).rejects.toThrow(/permission denied/);
  });

  it("is letter for letter the same whatever the outcome was", async () => {
    const api = followUpDoor({
      followUp: (input) => followUp(desk.intake.ctx, input),
      statusWords: words(),
      addMessage: () => expect.fail("not asked for"),
      newKey: randomUUID,
    });
    const answers = new Set<string>();
    for (const outcome of Outcome.options) {
      const { id, receipt } = await submitTip(desk.intake.ctx, {
        channel: "web",
        idempotencyKey: randomUUID(),
        report: { locale: "ja", text: "神戸港に金の延べ棒", goods: [] },
      });
      await desk.intake.drained();
      const closed = await supervisor.api.post(`/tips/${id}/close`, { outcome, reason: "x" });
      expect(closed.status, outcome).toBe(200);
      for (const locale of ["ja", "en", "fa"]) {
        const answer = await api.request("/", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ receipt, locale }),
        });
        answers.add(`${locale} ${answer.status} ${await answer.text()}`);
      }
    }
    expect(answers.size).toBe(3);
    // No status is about an ending: there is one word for what is over, and nothing else to say it with.
    expect(PublicStatusCode.options).toEqual(["received", "reading", "question", "finished"]);
    expect(
      DeskTextKey.options.filter((key) => Outcome.options.some((outcome) => key.includes(outcome))),
    ).toEqual([]);
  });
});
