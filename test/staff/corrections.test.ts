import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importArrivals } from "../../functions/service/arrivals/import-arrivals.ts";
import { wireTrace } from "../support/trace.ts";
import { type Api, type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let api: Api;
let worker: ReturnType<typeof wireTrace>;
beforeAll(async () => {
  desk = await testDesk();
  ({ api } = await desk.officer("supervisor"));
  worker = wireTrace(desk.database.urls.worker);
});
afterAll(async () => {
  await worker?.close();
  await desk?.close();
});

interface Tip {
  text: string;
  band: string;
  score: number;
  version: number;
  identifiers: { type: string; valid: number; invalid: number }[];
  verdict: { reasons: { code: string }[] };
  doubts: {
    type: string;
    given: string;
    candidates: string[];
    accepted: { value: string; by: string } | null;
  }[];
  related: { tip: { id: string }; why: string[] }[];
  actions: string[];
}
const read = async (id: string, as = api) => (await (await as.get(`/tips/${id}`)).json()) as Tip;
const found = async (q: string) => {
  const { items } = (await (await api.get(`/tips?q=${q}`)).json()) as { items: { id: string }[] };
  return items.map(({ id }) => id);
};
const reasons = async (id: string) => {
  const { rows } = await desk.owner.pool.query("select reasons from tips where id = $1", [id]);
  return (rows[0].reasons as { code: string }[]).map(({ code }) => code);
};
const words = "明日、横浜港に着くコンテナ CSQU3054384 に覚醒剤が入っている";
const correction = { type: "container", given: "CSQU3054384", accepted: "CSQU3054383" };

describe("a number that fails its check by one slip", () => {
  it("is taken for what the caller meant: scored, found and compared by it, with the words left as they were", async () => {
    const other = await desk.tip("コンテナ CSQU3054383 の荷主は新しい会社です。倉庫で見ました。");
    const id = await desk.tip(words);
    await worker.trace();
    const before = await read(id);
    expect(before.doubts).toMatchObject([{ type: "container", given: "CSQU3054384", accepted: null }]);
    expect(before.doubts[0]?.candidates).toContain("CSQU3054383");
    expect(await found("CSQU3054383")).not.toContain(id);

    const answer = await api.post(`/tips/${id}/correct`, { ...correction, version: before.version });
    expect(answer.status).toBe(200);
    const after = await read(id);
    expect(after.text).toBe(before.text);
    expect(after.score).toBeGreaterThan(before.score);
    expect(after.identifiers).toEqual([{ type: "container", valid: 1, invalid: 0 }]);
    expect(after.doubts[0]?.accepted).toMatchObject({ value: "CSQU3054383", by: "Officer supervisor" });
    expect(await reasons(id)).toContain("valid_container");
    expect(await reasons(id)).not.toContain("invalid_container");
    expect((await found("CSQU3054383")).sort()).toEqual([id, other].sort());
    await worker.trace();
    const link = (await read(id)).related.find(({ tip }) => tip.id === other);
    expect(link?.why).toContain("same_container");
    expect((await desk.events(id)).map(({ action }) => action)).toContain("tip.number_accepted");
  });

  it("is taken back with all that came of it", async () => {
    const id = await desk.tip(`${words}。二番倉庫`);
    await worker.trace();
    const before = await read(id);
    await api.post(`/tips/${id}/correct`, correction);
    await worker.trace();
    expect(await found("CSQU3054383")).toContain(id);
    expect((await api.post(`/tips/${id}/undo`)).status).toBe(200);
    await worker.trace();
    const after = await read(id);
    expect(after.doubts).toEqual(before.doubts);
    expect(after.identifiers).toEqual(before.identifiers);
    expect(await reasons(id)).toContain("invalid_container");
    expect(await found("CSQU3054383")).not.toContain(id);
    // And it can be taken for another, or the same, again.
    expect((await api.post(`/tips/${id}/correct`, correction)).status).toBe(200);
  });

  it("keeps no number readable in the database", async () => {
    const { rows } = await desk.owner.pool.query(
      `select encode(sealed, 'escape') || before::text || type as row from number_corrections
       union all select details::text from events where action = 'tip.number_accepted'`,
    );
    expect(rows.length).toBeGreaterThan(2);
    for (const { row } of rows) expect(row).not.toMatch(/3054383|3054384/);
  });

  it("leaves an officer's own band, unless the number asks for a more urgent one", async () => {
    const id = await desk.tip(`${words}。三番倉庫`);
    await api.post(`/tips/${id}/band`, { band: "D", reason: "Known" });
    await api.post(`/tips/${id}/correct`, correction);
    const { band } = await read(id);
    const { rows } = await desk.owner.pool.query("select machine_band from tips where id = $1", [id]);
    expect(band).toBe(rows[0].machine_band < "D" ? rows[0].machine_band : "D");
  });

  it("is not taken for what is no candidate, for a number that was not said, or twice", async () => {
    const id = await desk.tip(`${words}。四番倉庫`);
    for (const wrong of [
      { ...correction, accepted: "MSKU9070323" },
      { ...correction, given: "MSKU9070323" },
      { ...correction, type: "awb" },
    ])
      expect((await api.post(`/tips/${id}/correct`, wrong)).status).toBe(409);
    expect((await api.post(`/tips/${id}/correct`, { ...correction, type: "name" })).status).toBe(422);
    expect((await api.post(`/tips/${id}/correct`, { ...correction, version: 99 })).status).toBe(409);
    expect((await api.post(`/tips/${id}/correct`, correction)).status).toBe(200);
    expect((await api.post(`/tips/${id}/correct`, correction)).status).toBe(409);
  });

  it("is for those who triage the tip, and unseen by others", async () => {
    const id = await desk.tip(`${words}。五番倉庫`);
    const kobe = await desk.officer("investigator", "kobe");
    expect((await kobe.api.post(`/tips/${id}/correct`, correction)).status).toBe(404);
    await desk.owner.pool.query("update tips set state = 'in_progress' where id = $1", [id]);
    const intake = await desk.officer("intake");
    expect((await intake.api.post(`/tips/${id}/correct`, correction)).status).toBe(409);
    expect((await read(id, intake.api)).actions).not.toContain("correct");
  });
});

describe("a number taken for what the caller meant, and what arrives", () => {
  // No day and no place: a number with a slip is not followed on its own.
  const told = "コンテナ CSQU3054384 の二重底に覚醒剤が隠してあります。仲間がそう話していました。";
  const inHours = (hours: number) =>
    new Date(Math.ceil(Date.now() / 1_000) * 1_000 + hours * 3_600_000).toISOString();
  const announce = (lines: [number: string, due: string, more?: string][]) =>
    importArrivals(desk.staff, "command", {
      bytes: Buffer.from(
        `container,port,eta,status\n${lines.map(([number, due, more = ""]) => `${number},JPYOK,${due},${more}\n`).join("")}`,
      ),
    });
  const state = async (id: string) =>
    (await desk.owner.pool.query("select band, machine_band, due_at, version from tips where id = $1", [id]))
      .rows[0] as { band: string; machine_band: string; due_at: Date | null; version: number };
  const done = async (id: string) => (await desk.events(id)).map(({ action }) => action);

  it("is followed by an arrival that was announced before: due then, and for now within a day", async () => {
    const id = await desk.tip(`${told}一番`);
    const due = inHours(10);
    await announce([["CSQU3054383", due]]);
    await worker.wind();
    const before = await state(id);
    expect(before.due_at).toBeNull();
    expect(before.band > "A").toBe(true);
    expect((await api.post(`/tips/${id}/correct`, correction)).status).toBe(200);
    await worker.wind();
    expect(await state(id)).toMatchObject({ band: "A", machine_band: "A", due_at: new Date(due) });
    expect(await reasons(id)).toEqual(
      expect.arrayContaining(["valid_container", "arrival_known", "rule_arrival_within_day"]),
    );
    expect(await done(id)).toEqual(expect.arrayContaining(["tip.due_set", "tip.band_raised"]));
  });

  it("is followed by an arrival that is announced only afterwards, and by its moving and going", async () => {
    await announce([["CSQU3054383", inHours(10), "cancelled"]]);
    const id = await desk.tip(`${told}二番`);
    expect((await api.post(`/tips/${id}/correct`, correction)).status).toBe(200);
    await worker.wind();
    const before = await state(id);
    expect(before.due_at).toBeNull();
    await announce([["CSQU3054383", inHours(60)]]);
    await worker.wind();
    const near = await state(id);
    expect(near.due_at).not.toBeNull();
    expect(near.band <= "B").toBe(true);
    await announce([["CSQU3054383", inHours(12)]]);
    await worker.wind();
    expect((await state(id)).band).toBe("A");
    await announce([["CSQU3054383", inHours(12), "cancelled"]]);
    await worker.wind();
    expect((await state(id)).due_at).toBeNull();
  });

  it("is preferred to what the slip alone had met, which may be another's box", async () => {
    const id = await desk.tip("明日、横浜港に着くコンテナ CSQU3054384 に覚醒剤が入っている。三番");
    const { candidates = [] } = (await read(id)).doubts[0] ?? {};
    const other = candidates.find((candidate) => candidate !== "CSQU3054383");
    expect(other).toBeDefined();
    const [wrong, right] = [inHours(20), inHours(30)];
    await announce([[other ?? "", wrong]]);
    await worker.wind();
    expect((await state(id)).due_at).toEqual(new Date(wrong));
    await announce([["CSQU3054383", right]]);
    expect((await api.post(`/tips/${id}/correct`, correction)).status).toBe(200);
    await worker.wind();
    expect((await state(id)).due_at).toEqual(new Date(right));
  });

  it("is no longer followed once it is taken back, and the band that came of it goes too", async () => {
    await announce([["CSQU3054383", inHours(10)]]);
    const id = await desk.tip(`${told}四番`);
    await worker.wind();
    const before = await state(id);
    await api.post(`/tips/${id}/correct`, correction);
    await worker.wind();
    expect((await state(id)).band).toBe("A");
    expect((await api.post(`/tips/${id}/undo`)).status).toBe(200);
    await worker.wind();
    expect(await state(id)).toMatchObject({
      band: before.band,
      machine_band: before.machine_band,
      due_at: before.due_at,
    });
    expect(await reasons(id)).not.toContain("arrival_known");
  });
});
