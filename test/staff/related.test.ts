import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { meetings } from "../../functions/domain/related/classify-pair.ts";
import { IdentifierType } from "../../functions/domain/triage/verdict.ts";
import { deskWords } from "../../src/i18n/desk.ts";
import { whyRelated } from "../../src/i18n/desk-why.ts";
import { Browser, setUp } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
const ids = { first: "", kobe: "", echo: "" };
beforeAll(async () => {
  desk = await testDesk();
  ids.first = await desk.tip("今夜、横浜港に覚醒剤の入ったコンテナ CSQU 305438-3 が着きます。");
  ids.kobe = await desk.tip("神戸港のコンテナ CSQU3054383 に薬物");
  ids.echo = await desk.tip("横浜港に覚醒剤の入ったコンテナ CSQU 305438-3 が今夜着きます。");
  const relate = (second: string, relation: string, why: string[], likeness: number) =>
    desk.owner.pool.query(
      `insert into related_tips (first_id, second_id, relation, why, likeness, found_at) values ($1, $2, $3, $4, $5, now())
       on conflict (first_id, second_id) do update set relation = $3, why = $4, likeness = $5`,
      [ids.first, second, relation, why, likeness],
    );
  await relate(ids.kobe, "independent", ["same_container", "same_category"], 12);
  await relate(ids.echo, "echo", ["near_text", "same_container"], 91);
});
afterAll(() => desk?.close());

describe("what relates to a tip", () => {
  it("is shown beside it with why, other voices before echoes, and is not read by being listed", async () => {
    const browser = new Browser(desk);
    await setUp(desk, browser, { role: "supervisor" });
    const { view } = await browser.page(`/staff/tips/${ids.first}/`, "tip");
    expect(view.related.map(({ tip, relation, why }) => ({ id: tip.id, relation, why }))).toEqual([
      { id: ids.kobe, relation: "independent", why: ["same_container", "same_category"] },
      { id: ids.echo, relation: "echo", why: ["near_text", "same_container"] },
    ]);
    expect(view.elsewhere).toBe(0);
    for (const id of [ids.kobe, ids.echo])
      expect((await desk.events(id)).map(({ action }) => action)).not.toContain("tip.read");
  });

  it("is only counted where an officer may not read it", async () => {
    const { api } = await desk.officer("investigator", "yokohama");
    const answer = (await (await api.get(`/tips/${ids.first}`)).json()) as {
      related: { tip: { id: string } }[];
    };
    expect(answer.related.map(({ tip }) => tip.id)).toEqual([ids.echo]);
    expect(JSON.stringify(answer)).not.toContain(ids.kobe);
    const browser = new Browser(desk);
    await setUp(desk, browser, { role: "investigator", region: "yokohama" });
    expect((await browser.page(`/staff/tips/${ids.first}/`, "tip")).view.elsewhere).toBe(1);
  });

  it("comes with the announced arrival that the tip means", async () => {
    const arrival = randomUUID();
    await desk.owner.pool.query(
      `insert into arrivals (id, base, key, kind, container, name, port, scheduled_on, due_at, cancelled, imported_at)
       values ($1, 'b', 'k', 'cargo', 'CSQU3054383', 'EVER EXAMPLE', 'JPYOK', '2026-11-26', '2026-11-26T15:28:00Z', false, now())`,
      [arrival],
    );
    await desk.owner.pool.query(
      `insert into tip_arrivals (tip_id, arrival_id, type, how, due_at, found_at)
       values ($1, $2, 'container', 'same', '2026-11-26T15:28:00Z', now())`,
      [ids.first, arrival],
    );
    const { api } = await desk.officer("supervisor");
    expect(await (await api.get(`/tips/${ids.first}`)).json()).toMatchObject({
      arrival: {
        kind: "cargo",
        names: ["EVER EXAMPLE", "CSQU3054383"],
        port: "JPYOK",
        dueAt: "2026-11-26T15:28:00.000Z",
        foundBy: { type: "container", how: "same" },
      },
    });
  });

  it("has words for every way in which two can meet, in both languages", () => {
    for (const locale of ["ja", "en"] as const) {
      const t = deskWords(locale);
      for (const how of meetings)
        for (const type of [...IdentifierType.options, "vessel_name"] as const) {
          const words = whyRelated(`${how}_${type}`, t);
          expect(words, `${how}_${type}`).not.toMatch(/[{}_]/);
          expect(words).toContain(type === "vessel_name" ? t.related.vesselName : t.identifiers[type]);
        }
    }
  });
});
