import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeSealed, SealedMessage } from "../../functions/domain/intake/sealed-words.ts";
import { type Api, type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let api: Api;
let officerId: string;
const ids: Record<string, string> = {};
beforeAll(async () => {
  desk = await testDesk();
  ({ api, id: officerId } = await desk.officer("supervisor"));
  ids.container = await desk.tip(
    "今夜、横浜港に覚醒剤の入ったコンテナ CSQU 305438-3 が着きます。倉庫で見ました。",
  );
  ids.flight = await desk.tip("NH921 の乗客がMDMAを運ぶ");
  ids.plain = await desk.tip("函館の空き家に外国たばこの箱が届く。ペリカンの絵がある。");
  ids.landed = await desk.tip("門司の岸壁で昨日荷を降ろした");
  ids.undated = await desk.tip("大阪で偽ブランドのバッグ");
});
afterAll(() => desk?.close());

interface Page {
  items: { id: string; band: string; dueAt: string | null; receivedAt: string }[];
  nextCursor: string | null;
}
async function list(query: string, as = api): Promise<Page> {
  const answer = await as.get(`/tips?${query}`);
  expect(answer.status, query).toBe(200);
  return (await answer.json()) as Page;
}
const found = async (q: string, as = api) =>
  (await list(`q=${encodeURIComponent(q)}`, as)).items.map(({ id }) => id);

describe("the queue", () => {
  it("goes by band, then by who has waited longest, page after page without a gap", async () => {
    await desk.owner.pool.query("update tips set due_at = null, eta = null, threat_to_life = false");
    const whole = await list("limit=200");
    const order = whole.items.map(({ band, receivedAt }) => `${band} ${receivedAt}`);
    expect(order).toEqual([...order].sort());
    const paged: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: Page = await list(`limit=2&cursor=${encodeURIComponent(cursor)}`);
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole.items.map(({ id }) => id));
  });

  it("has within a band what arrives next first, then what has no day, and last what is over, over pages too", async () => {
    const set = (id: string | undefined, columns: string) =>
      desk.owner.pool.query(`update tips set band = 'A', threat_to_life = false, ${columns} where id = $1`, [
        id,
      ]);
    await set(ids.container, "due_at = null, eta = (now() at time zone 'Asia/Tokyo')::date + 1");
    await set(ids.flight, "due_at = now() + interval '3 hours', eta = null");
    await set(ids.plain, "due_at = null, eta = null");
    await set(ids.undated, "due_at = null, eta = null");
    await set(ids.landed, "due_at = now() - interval '2 days', eta = null, lapsed = true");
    const expected = [ids.flight, ids.container, ids.plain, ids.undated, ids.landed];
    expect((await list("")).items.map(({ id }) => id)).toEqual(expected);
    const paged: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: Page = await list(`limit=1&cursor=${encodeURIComponent(cursor)}`);
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(expected);
    await desk.owner.pool.query("update tips set lapsed = false");
  });

  it("shows what arrives next on top: announced times to the minute, expected days by their end", async () => {
    const set = (id: string | undefined, columns: string, ...values: unknown[]) =>
      desk.owner.pool.query(`update tips set ${columns} where id = $1`, [id, ...values]);
    await set(ids.container, "due_at = now() + interval '3 hours', eta = null, band = 'B'");
    await set(ids.flight, "due_at = now() + interval '20 minutes', eta = null, band = 'C'");
    await set(ids.plain, "due_at = null, eta = (now() at time zone 'Asia/Tokyo')::date + 3, band = 'A'");
    await set(ids.landed, "due_at = now() - interval '7 hours', eta = null, band = 'A'");
    await set(ids.undated, "due_at = null, eta = null, band = 'A'");
    const expected = [ids.flight, ids.container, ids.plain];
    const whole = await list("arriving=1");
    expect(whole.items.map(({ id }) => id)).toEqual(expected);
    expect(whole.items.map(({ dueAt }) => dueAt !== null)).toEqual([true, true, false]);
    const first = await list("arriving=1&limit=2");
    expect(first.items.map(({ id }) => id)).toEqual(expected.slice(0, 2));
    const second = await list(`arriving=1&limit=2&cursor=${encodeURIComponent(first.nextCursor ?? "")}`);
    expect(second.items.map(({ id }) => id)).toEqual(expected.slice(2));
    // A place in one order is none in the other.
    const crossed = await api.get(`/tips?cursor=${encodeURIComponent(first.nextCursor ?? "")}`);
    expect(crossed.status).toBe(422);
  });

  it("puts danger to life first within its band, before those who have waited longer, over pages too", async () => {
    await desk.owner.pool.query("update tips set band = 'A', due_at = null, eta = null");
    await desk.owner.pool.query("update tips set threat_to_life = id = any($1::uuid[])", [
      [ids.landed, ids.undated],
    ]);
    await desk.owner.pool.query("update tips set band = 'B' where id = $1", [ids.undated]);
    const expected = [ids.landed, ids.container, ids.flight, ids.plain, ids.undated];
    expect((await list("")).items.map(({ id }) => id)).toEqual(expected);
    const paged: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: Page = await list(`limit=1&cursor=${encodeURIComponent(cursor)}`);
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(expected);
  });

  it("refuses filters and places that are none, naming the field", async () => {
    for (const [query, path] of [
      ["band=Z", "band.0"],
      ["region=paris", "region.0"],
      ["cursor=A_now_1", "cursor"],
      ["cursor=A_toString_2026-11-20T13:10:00.000000Z_00000000-0000-7000-8000-000000000000", "cursor"],
      ["limit=0", "limit"],
      ["limit=100000", "limit"],
    ]) {
      const answer = await api.get(`/tips?${query}`);
      expect(answer.status, query).toBe(422);
      const { issues } = (await answer.json()) as { issues: { path: string }[] };
      expect(issues[0]?.path, query).toBe(path);
    }
  });
});

describe("search in sealed words", () => {
  it("finds a container however it is written, and words in any part of them", async () => {
    for (const q of ["CSQU3054383", "csqu 305438 3", "ＣＳＱＵ３０５４３８３", "覚醒剤", "倉庫で"])
      expect(await found(q), q).toEqual([ids.container]);
    expect(await found("NH921")).toEqual([ids.flight]);
    expect(await found("nh 921")).toEqual([ids.flight]);
    expect(await found("ペリカン")).toEqual([ids.plain]);
  });

  it("finds what was set aside, quarantined or closed too, and in another lane what lies there alone", async () => {
    const lie = (lane: string, state: string) =>
      desk.owner.pool.query("update tips set lane = $2, state = $3 where id = $1", [ids.plain, lane, state]);
    const other = async (lane: string) =>
      (await list(`lane=${lane}&q=${encodeURIComponent("ペリカン")}`)).items.map(({ id }) => id);
    for (const [lane, state] of [
      ["set_aside", "new"],
      ["quarantine", "new"],
      ["queue", "closed"],
    ] as const) {
      await lie(lane, state);
      expect(await found("ペリカン"), `${lane} ${state}`).toEqual([ids.plain]);
      expect(await other("set_aside")).toEqual(lane === "set_aside" ? [ids.plain] : []);
    }
    await lie("queue", "new");
  });

  it("opens what it took for a hit and drops what is none", async () => {
    // Every pair of letters of the query is in the tip, the query is not.
    expect(await found("器拳銃所")).toEqual([]);
    expect(await found("剤覚")).toEqual([]);
  });

  it("finds for an officer only what they may read", async () => {
    const moji = await desk.officer("investigator", "moji");
    expect(await found("CSQU3054383", moji.api)).toEqual([]);
    expect(await found("岸壁", moji.api)).toEqual([ids.landed]);
  });

  it("is on record with what was looked for sealed", async () => {
    const { rows } = await desk.owner.pool.query(
      "select details, sealed from events where actor_id = $1 and action = 'tips.searched' order by seq",
      [officerId],
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(rows[0].details).toEqual({ hits: 1, opened: 1 });
    expect(decodeSealed(SealedMessage, await desk.intake.opener.open(rows[0].sealed)).text).toBe(
      "CSQU3054383",
    );
  });
});
