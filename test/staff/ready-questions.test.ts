import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Locale } from "../../functions/domain/locales/locales.ts";
import { QuestionCode } from "../../functions/domain/texts/desk-text.ts";
import { addMessage } from "../../functions/service/threads/add-message.ts";
import { followUp } from "../../functions/service/threads/follow-up.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { loadTextDefaults } from "../../functions/wire-texts.ts";
import { type Api, type TestDesk, testDesk } from "./desk.ts";

const defaults = loadTextDefaults();
let desk: TestDesk;
let supervisor: { id: string; api: Api };
beforeAll(async () => {
  desk = await testDesk();
  supervisor = await desk.officer("supervisor", "kobe");
});
afterAll(() => desk?.close());
// Each test begins with the program's own words.
beforeEach(() => desk.owner.pool.query("truncate desk_texts"));

describe("asking with a ready-made question", () => {
  const file = async (locale: Locale) => {
    const { id, receipt } = await submitTip(desk.intake.ctx, {
      channel: "web",
      idempotencyKey: randomUUID(),
      report: { locale, text: "神戸港に金の延べ棒", goods: [] },
    });
    await desk.intake.drained();
    return { id, receipt };
  };
  const questions = async (id: string) =>
    (
      (await (await supervisor.api.get(`/tips/${id}`)).json()) as {
        questions: { code: string; version: number; text: string; meaning: { en: string } }[];
      }
    ).questions;
  const heard = async (receipt: string) =>
    (await followUp(desk.intake.ctx, { receipt })).messages.map(({ text }) => text);

  it("shows each in the reporter's language beside its meaning, and sends what was shown", async () => {
    const { id, receipt } = await file("km");
    const ready = await questions(id);
    expect(ready.map(({ code }) => code)).toEqual(QuestionCode.options);
    const day = ready.find(({ code }) => code === "which_day");
    expect(day).toMatchObject({
      text: defaults.km["question.which_day"],
      meaning: { en: defaults.en["question.which_day"] },
    });
    expect((await supervisor.api.post(`/tips/${id}/message`, { question: "which_day:0" })).status).toBe(200);
    expect(await heard(receipt)).toEqual([defaults.km["question.which_day"]]);
    const { rows } = await desk.owner.pool.query(
      "select details from events where tip_id = $1 and action = 'message.sent'",
      [id],
    );
    expect(rows).toEqual([{ details: { question: "which_day" } }]);
  });

  it("sends the officer's own words after it, or alone, and refuses neither", async () => {
    const { id, receipt } = await file("en");
    const ask = (body: object) => supervisor.api.post(`/tips/${id}/message`, body);
    expect((await ask({ question: "may_we_call:0", text: "After six." })).status).toBe(200);
    expect((await ask({ text: "What colour was it?" })).status).toBe(200);
    for (const wrong of [{}, { text: "  " }, { question: "how_much:0" }, { question: "which_day" }])
      expect((await ask(wrong)).status, JSON.stringify(wrong)).toBe(422);
    expect(await heard(receipt)).toEqual([
      `${defaults.en["question.may_we_call"]}\n\nAfter six.`,
      "What colour was it?",
    ]);
  });

  it("brings the answer as urgent, once: B and unread, told by mail, back to what an officer then says", async () => {
    const { id, receipt } = await file("en");
    const add = async (text: string) => {
      await addMessage(desk.intake.ctx, { receipt, locale: "en", text, idempotencyKey: randomUUID() });
      await desk.intake.drained();
      return desk.staff.desk.row(id);
    };
    expect((await add("One more word."))?.band, "nobody asked").toBe("C");
    await supervisor.api.post(`/tips/${id}/message`, { question: "which_day:0" });
    expect(await add("Some day next month.")).toMatchObject({ band: "B", unreadSince: expect.any(Date) });
    const { rows } = await desk.owner.pool.query(
      "select actor_kind, details from events where tip_id = $1 and action = 'tip.band_raised'",
      [id],
    );
    expect(rows).toEqual([{ actor_kind: "public", details: { from: "C", to: "B", rule: "rule_answered" } }]);
    await supervisor.api.post(`/tips/${id}/band`, { band: "C", reason: "read" });
    expect((await add("And another thing."))?.band, "answered already").toBe("C");
  });

  it("is fixed as it is sent, and refused when its words changed after the officer looked", async () => {
    const { id, receipt } = await file("es");
    await supervisor.api.post(`/tips/${id}/message`, { question: "which_day:0" });
    await supervisor.api.post("/texts", {
      key: "question.which_day",
      locale: "es",
      version: 0,
      text: "¿Qué día?",
    });
    expect(await heard(receipt)).toEqual([defaults.es["question.which_day"]]);
    expect((await supervisor.api.post(`/tips/${id}/message`, { question: "which_day:0" })).status).toBe(409);
    expect((await supervisor.api.post(`/tips/${id}/message`, { question: "which_day:1" })).status).toBe(200);
    expect((await heard(receipt)).at(-1)).toBe("¿Qué día?");
  });
});
