import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StaffRole } from "../../functions/domain/access/officer.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { hostileWords } from "../examples/hostile/hostile.ts";
import { type TestDesk, testDesk } from "./desk.ts";
import { type Seat, seat } from "./seat.ts";

let desk: TestDesk;
let tips: { yokohama: string; kobe: string };
beforeAll(async () => {
  desk = await testDesk();
  tips = {
    yokohama: await desk.tip("明日、横浜港に覚醒剤の入ったコンテナ CSQU 305438-3 が着きます。"),
    kobe: await desk.tip("神戸港で金の密輸を見ました。090-1234-5678"),
  };
});
afterAll(() => desk?.close());

async function proven(role: StaffRole, region: Parameters<typeof seat>[2] = "hq"): Promise<Seat> {
  const officer = await seat(desk, role, region);
  await officer.prove();
  return officer;
}

async function table(officer: Seat, query = ""): Promise<{ text: string; rows: Record<string, string>[] }> {
  const answer = await officer.browser.request(`/staff/queue.csv${query}`);
  expect(answer.status, query).toBe(200);
  // The mark that tells a spreadsheet the encoding is dropped by a decoder of text.
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
  const [head = [], ...lines] = text
    .slice(1, -2)
    .split("\r\n")
    .map((line) => line.split(","));
  return {
    text,
    rows: lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at] ?? ""]))),
  };
}

const exported = async (officer: Seat) =>
  (
    await desk.owner.pool.query(
      "select details, sealed from events where actor_id = $1 and action = 'queue.exported' order by seq",
      [officer.id],
    )
  ).rows;

describe("the list as a file", () => {
  it("asks who it is first, and is on record only once it was taken", async () => {
    const officer = await seat(desk, "supervisor");
    const asked = await officer.browser.request("/staff/queue.csv?band=A&back=%2Fstaff%2F%3Fband%3DA");
    expect(asked.status).toBe(302);
    const to = new URL(asked.headers.get("location") ?? "", "http://desk.example");
    expect(to.pathname).toBe("/staff/step-up/");
    const { view } = await officer.browser.page(`${to.pathname}${to.search}`, "step-up");
    // It is saved, so the officer stays on a page that offers it.
    expect(view).toMatchObject({ saves: true, back: "/staff/?band=A" });
    expect(await exported(officer)).toEqual([]);
    await officer.prove();
    await table(officer);
    expect(await exported(officer)).toEqual([{ details: { rows: 2, filters: "" }, sealed: null }]);
  });

  it("is a table that a Japanese spreadsheet reads, a tip a line, in codes, counts and times", async () => {
    const officer = await proven("supervisor");
    const answer = await officer.browser.request("/staff/queue.csv");
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="queue-[\d-]+\.csv"$/);
    const { text, rows } = await table(officer);
    expect(text.startsWith("\ufeffid,received_at,")).toBe(true);
    const row = rows.find(({ id }) => id === tips.yokohama);
    expect(row).toMatchObject({
      channel: "web",
      region: "yokohama",
      categories: "stimulants",
      valid_numbers: "container:1",
      doubtful_numbers: "",
      state: "new",
      lane: "queue",
      threat_to_life: "0",
      source_grade: "F",
      owner_id: "",
    });
    expect(row?.received_at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    for (const never of ["CSQU", "305438", "090", "1234", "覚醒剤", "金", "Officer"])
      expect(text).not.toContain(never);
  });

  it("holds what the page's filters hold, in the page's order, and says by which filters it was narrowed", async () => {
    const officer = await proven("supervisor");
    await desk.owner.pool.query("update tips set lane = 'set_aside' where id = $1", [tips.kobe]);
    const query = "?lane=set_aside&region=kobe&region=none&recording=0";
    expect((await table(officer, query)).rows.map(({ id }) => id)).toEqual([tips.kobe]);
    await desk.owner.pool.query("update tips set lane = 'queue' where id = $1", [tips.kobe]);
    expect((await table(officer, query)).rows).toEqual([]);
    const { view } = await officer.browser.page("/staff/", "queue");
    expect((await table(officer)).rows.map(({ id }) => id)).toEqual(view.rows.map(({ id }) => id));
    expect((await exported(officer)).map(({ details }) => details)).toEqual([
      { rows: 1, filters: "lane region" },
      { rows: 0, filters: "lane region" },
      { rows: 2, filters: "" },
    ]);
  });

  it("holds every tip of a list that is longer than one reading of it, each once", async () => {
    const officer = await proven("supervisor");
    await desk.owner.pool.query(
      `insert into tips (id, received_at, channel, locale, lang, idem_hash, words_hash, receipt_hash, thread_recipient, sealed,
         disposition, machine_band, score, region, urgency, threat_to_life, categories, place_codes, reasons, identifier_counts,
         band, lane, state)
       select gen_random_uuid(), now() - n * interval '1 second', 'web', 'fa', 'fa', sha256(n::text::bytea), '', '', '', '',
         'information', 'D', 1, 'moji', 'undated', false, '{}', '{}', '[]', '[]', 'D', 'queue', 'new'
       from generate_series(1, 2300) n`,
    );
    const { rows } = await table(officer, "?region=moji");
    expect(rows).toHaveLength(2_300);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2_300);
    const times = rows.map((row) => row.received_at ?? "");
    expect(times).toEqual([...times].sort());
  }, 60_000);

  it("is refused with a word about it when it is longer than 20,000 tips, before anybody proves anything", async () => {
    const officer = await seat(desk, "supervisor");
    const { countList } = desk.staff.queue;
    desk.staff.queue.countList = async (_, most) => most;
    try {
      const answer = await officer.browser.request("/staff/queue.csv?back=%2Fstaff%2F%3Flang%3Dfa");
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/staff/?lang=fa"]);
      const { frame } = await officer.browser.page("/staff/?lang=fa", "queue");
      expect(frame.flash).toMatchObject({ kind: "problem", code: "too_many_to_export" });
    } finally {
      desk.staff.queue.countList = countList;
    }
  });

  it("is no way to take a search out: nothing sealed is opened for it", async () => {
    const officer = await proven("supervisor");
    const answer = await officer.browser.request("/staff/queue.csv?q=CSQU3054383");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/staff/"]);
    const { frame, view } = await officer.browser.page("/staff/?q=CSQU3054383", "queue");
    expect(frame.flash).toMatchObject({ code: "search_not_exported" });
    expect(view.exportHref).toBeNull();
    expect(await exported(officer)).toEqual([]);
  });

  it("is offered beside the list with its filters, and only to who may take it", async () => {
    for (const role of StaffRole.options) {
      const officer = await proven(role, "kobe");
      const may = role === "supervisor" || role === "investigator";
      const answer = await officer.browser.request("/staff/queue.csv");
      expect(answer.status, role).toBe(may ? 200 : 404);
      if (may)
        for (const line of (await answer.text()).trim().split("\r\n").slice(1))
          expect(line, role).toContain(",kobe,");
      if (role !== "intake" && !may) continue;
      const { view } = await officer.browser.page("/staff/?band=A&tip=&cursor=", "queue");
      expect(view.exportHref, role).toBe(
        may
          ? `/staff/queue.csv?${new URLSearchParams({ band: "A", back: "/staff/?band=A&tip=&cursor=" })}`
          : null,
      );
    }
  });

  it("holds no cell that a spreadsheet would run, whatever strangers wrote in any field", async () => {
    for (const { words } of hostileWords())
      await submitTip(desk.intake.ctx, {
        channel: "web",
        idempotencyKey: randomUUID(),
        report: {
          locale: "ja",
          text: `${words} 神戸港`.slice(0, 5_000),
          goods: [],
          place: words.slice(0, 200),
          when: words.slice(0, 200),
          who: words.slice(0, 200),
          contact: words.slice(0, 200),
        },
      });
    await desk.intake.drained();
    const { rows } = await table(await proven("supervisor"));
    expect(rows.length).toBeGreaterThan(hostileWords().length);
    for (const row of rows)
      for (const [name, cell] of Object.entries(row))
        expect(cell, name).toMatch(/^(?:[A-Za-z0-9][\w:. -]*)?$/);
  }, 60_000);
});
