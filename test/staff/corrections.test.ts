import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
