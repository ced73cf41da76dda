import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readableScope } from "../../functions/domain/access/permits.ts";
import { TipFilters } from "../../functions/domain/cases/tip-filters.ts";
import { connect } from "../../functions/store/connect.ts";
import { withCountCache } from "../../functions/store/count-cache.ts";
import type { TipsTable } from "../../functions/store/schema.ts";
import { createDeskStore } from "../../functions/store/staff-desk.ts";
import { createQueueStore } from "../../functions/store/staff-queue.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let owner: ReturnType<typeof connect>;
let staff: ReturnType<typeof connect>;
beforeAll(async () => {
  database = await freshDatabase();
  owner = connect(database.url);
  staff = connect(database.urls.staff);
});
afterAll(async () => {
  await owner?.close();
  await staff?.close();
  await database?.drop();
});

const day = (fromToday: number) =>
  new Date(Date.now() + 9 * 3_600_000 + fromToday * 86_400_000).toISOString().slice(0, 10);

async function tip(
  given: Partial<Pick<TipsTable, "band" | "lane" | "region" | "channel" | "owner_id" | "eta">> & {
    state?: "new" | "assigned" | "closed";
    unread?: boolean;
  },
): Promise<string> {
  const id = randomUUID();
  const { state = "new", unread = false, ...columns } = given;
  await owner.db
    .insertInto("tips")
    .values({
      id,
      received_at: new Date(),
      channel: "web",
      locale: "ja",
      lang: "ja",
      idem_hash: randomBytes(32),
      words_hash: randomBytes(32),
      receipt_hash: randomBytes(32),
      thread_recipient: "age1none",
      sealed: randomBytes(64),
      disposition: "actionable",
      machine_band: "C",
      score: 10,
      region: "tokyo",
      urgency: "soon",
      eta: null,
      threat_to_life: false,
      categories: [],
      place_codes: [],
      reasons: "[]",
      identifier_counts: "[]",
      band: "C",
      lane: "queue",
      state,
      unread_since: unread ? new Date() : null,
      ...columns,
    })
    .execute();
  return id;
}

async function record(tipId: string, state: "pending" | "stored"): Promise<string> {
  const id = randomUUID();
  await owner.db.insertInto("evidence").values({ id, tip_id: tipId, kind: "recording", state }).execute();
  return id;
}

describe("what the desk counts", () => {
  it("is each lane, band and view, of what the officer may read and no more", async () => {
    await tip({ band: "A" });
    await tip({ band: "A", state: "assigned", owner_id: "officer-1" });
    await record(await tip({ band: "B", channel: "voice", eta: day(0) }), "stored");
    // Over for more than six hours, at whatever hour it is now.
    await tip({ band: "C", eta: day(-2) });
    await tip({ band: "D", region: "kobe", eta: day(3), owner_id: "officer-2" });
    await tip({ band: "D", region: null });
    await record(
      await tip({ band: "A", lane: "quarantine", channel: "voice", owner_id: "officer-1" }),
      "stored",
    );
    await tip({ band: "B", lane: "set_aside", unread: true, eta: day(1) });
    await tip({ band: "C", state: "closed", unread: true });
    const store = createDeskStore(staff.db, async () => undefined);
    const intake = readableScope({ role: "intake", region: "tokyo" });
    const inTokyo = readableScope({ role: "supervisor", region: "tokyo" });
    if (!intake || !inTokyo) throw new Error("both read tips");
    expect(await store.count(intake, "officer-1")).toEqual({
      lanes: { queue: 6, quarantine: 1, set_aside: 1 },
      bands: { A: 2, B: 1, C: 1, D: 2 },
      fresh: 2,
      unread: 1,
      recordings: 1,
      mine: 1,
      arriving: 2,
      closed: 0,
    });
    expect(await store.count(inTokyo, "officer-2")).toEqual({
      lanes: { queue: 4, quarantine: 1, set_aside: 1 },
      bands: { A: 2, B: 1, C: 1, D: 0 },
      fresh: 2,
      unread: 2,
      recordings: 1,
      mine: 0,
      arriving: 1,
      closed: 1,
    });
    const { facets } = createQueueStore(staff.db);
    expect(await facets(intake, "queue")).toMatchObject({
      region: { tokyo: 4, kobe: 1, none: 1 },
      state: { new: 5, assigned: 1 },
      channel: { web: 5, voice: 1 },
      lang: { ja: 6 },
      urgency: { soon: 6 },
    });
    expect((await facets(inTokyo, "queue")).region).toEqual({ tokyo: 4 });
    expect((await facets(intake, "quarantine")).channel).toEqual({ voice: 1 });
  });

  it("has of recordings as many as the view's list: those that can be heard, whatever the channel", async () => {
    const scope = readableScope({ role: "intake", region: "tokyo" });
    if (!scope) throw new Error("intake reads tips");
    const store = createDeskStore(staff.db, async () => undefined);
    const asked = { scope, officerId: "officer-1", limit: 200, after: null };
    const both = async () => {
      const listed = await store.list({ ...asked, filters: TipFilters.parse({ recording: "1" }) });
      return [
        (await store.count(scope, "officer-1")).recordings,
        new Set(listed.map(({ id }) => id)),
      ] as const;
    };
    const [before] = await both();
    const silent = await tip({ band: "B", channel: "voice" });
    const coming = await tip({ band: "B", channel: "voice" });
    const pending = await record(coming, "pending");
    const written = await tip({ band: "C", channel: "web" });
    const [first, second] = [await record(written, "stored"), await record(written, "stored")];
    await record(await tip({ band: "B", channel: "voice", lane: "quarantine" }), "stored");
    const set = (id: string, state: "stored" | "erased") =>
      owner.db.updateTable("evidence").set({ state }).where("id", "=", id).execute();
    const [one, heard] = await both();
    expect([one - before, heard.has(silent), heard.has(coming), heard.has(written)]).toEqual([
      1,
      false,
      false,
      true,
    ]);
    expect(one).toBe(heard.size);
    await set(pending, "stored");
    await set(first, "erased");
    const [two, more] = await both();
    expect([two - before, more.has(coming), more.has(written), more.size]).toEqual([2, true, true, two]);
    await set(second, "erased");
    const [three, less] = await both();
    expect([three - before, less.has(written), less.size]).toEqual([1, false, three]);
  });

  it("is kept while no tip changes, counted anew for the next page after an officer's own act, and beside the pages after others'", async () => {
    const scope = readableScope({ role: "intake", region: "tokyo" });
    if (!scope) throw new Error("intake reads tips");
    let tell = (_: { kind: string }) => {};
    const due: { ms: number; run: () => void }[] = [];
    const plain = {
      desk: createDeskStore(staff.db, async () => undefined),
      queue: createQueueStore(staff.db),
    };
    const { desk } = withCountCache(staff.db, plain, (listener) => (tell = listener), {
      nowMs: () => 0,
      after: (ms, run) => due.push({ ms, run }),
    });
    const waiting = async () => (await desk.count(scope, "officer-1")).lanes.queue;
    const before = await waiting();
    const id = await tip({ band: "D", unread: true });
    expect(await waiting()).toBe(before);
    tell({ kind: "desk" });
    expect(due).toEqual([]);
    tell({ kind: "tip" });
    // Others' changes may wait a moment, and no page waits for them.
    expect(await waiting()).toBe(before);
    expect(due.map(({ ms }) => ms)).toEqual([2_000]);
    due.shift()?.run();
    await expect.poll(waiting).toBe(before + 1);
    const read = () =>
      desk.recordReading({
        at: new Date(),
        actorId: "officer-1",
        action: "tip.read",
        tipId: id,
        details: {},
      });
    const another = await tip({ band: "D" });
    expect(await read()).toBe(true);
    expect(await waiting()).toBe(before + 2);
    await tip({ band: "D" });
    // Read already: nothing that is counted has changed by it.
    expect(await read()).toBe(false);
    expect(await waiting()).toBe(before + 2);
    const changed = await desk.change({
      tipId: another,
      version: 0,
      set: { band: "A" },
      event: { at: new Date(), actorId: "officer-1", action: "tip.band", tipId: another, details: {} },
    });
    expect(changed).toBe(true);
    expect(await waiting()).toBe(before + 3);
  });
});
