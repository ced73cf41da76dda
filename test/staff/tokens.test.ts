import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser, password, setUp } from "./browser.ts";
import { staffUrl, type TestDesk, testDesk } from "./desk.ts";
import { type Seat, seat } from "./seat.ts";

let desk: TestDesk;
let admin: Seat;
beforeAll(async () => {
  desk = await testDesk();
  admin = await seat(desk, "admin");
  await admin.prove();
});
afterAll(() => desk?.close());

/** An officer who has one token by way of `seat`, and one more. */
async function officer(): Promise<Seat & { second: string }> {
  const found = await seat(desk, "intake");
  return { ...found, second: await desk.bearer(found.email) };
}
const opens = async (authorization: string) =>
  (await desk.app.request(`${staffUrl}/staff/api/v1/tips`, { headers: { authorization } })).status === 200;
const works = async ({ api }: Seat) => (await api.get("/tips")).status === 200;
const told = async (id: string, action: string) =>
  (
    await desk.owner.pool.query(
      "select actor_kind, actor_id, details from events where subject_id = $1 and action = $2 order by seq",
      [id, action],
    )
  ).rows;
const own = async ({ browser }: Seat) => (await browser.page("/staff/account/", "account")).view.tokens;
const seen = async ({ id }: Seat) => (await admin.browser.page(`/staff/people/${id}/`, "person")).view.tokens;
const byAdmin = (who: Seat, act: string, fields: Record<string, string> = {}) =>
  admin.browser.post(`/staff/people/${who.id}/${act}`, { csrf: admin.csrf, ...fields });

describe("a bearer token", () => {
  it("is told as made by the program, about its officer, and never by them", async () => {
    const { id } = await officer();
    const issued = await told(id, "account.token_issued");
    expect(issued).toHaveLength(2);
    for (const event of issued) expect(event).toMatchObject({ actor_kind: "system", actor_id: null });
  });

  it("is listed to its officer and to an admin with its times, without anything that opens the desk", async () => {
    const who = await officer();
    const fresh = await own(who);
    expect(fresh).toHaveLength(2);
    expect(fresh.every(({ lastUsedAt }) => lastUsedAt === null)).toBe(true);
    await works(who);
    const [mine, theirs] = [await own(who), await seen(who)];
    expect(theirs).toEqual(mine);
    expect(mine.filter(({ lastUsedAt }) => lastUsedAt !== null)).toHaveLength(1);
    const [token] = mine;
    const life = Date.parse(token?.endsAt ?? "") - Date.parse(token?.madeAt ?? "");
    expect(life).toBe(30 * 24 * 60 * 60 * 1000);
    expect(JSON.stringify(mine)).not.toMatch(/hash/i);
    expect(Object.keys(token ?? {}).sort()).toEqual(["endsAt", "id", "lastUsedAt", "madeAt"]);
  });

  it("is ended by its officer, one by one, and by nobody else's form", async () => {
    const [who, other] = [await officer(), await officer()];
    const [first] = await own(who);
    const end = (by: Seat) =>
      by.browser.post("/staff/account/end-token", { csrf: by.csrf, id: first?.id ?? "" });
    await end(other);
    expect(await own(who)).toHaveLength(2);
    expect((await end(who)).status).toBe(303);
    expect((await own(who)).map(({ id }) => id)).not.toContain(first?.id);
    // The newest is listed first.
    expect([await opens(who.second), await works(who)]).toEqual([false, true]);
    expect(await told(who.id, "account.token_ended")).toEqual([
      { actor_kind: "staff", actor_id: who.id, details: { tokens: 1, token: first?.id } },
    ]);
    expect(await told(other.id, "account.token_ended")).toEqual([]);
  });

  it("is ended by an admin, alone or with all sessions", async () => {
    const who = await officer();
    const [first] = await seen(who);
    expect((await byAdmin(who, "end-token", { id: first?.id ?? "" })).status).toBe(303);
    expect((await byAdmin(who, "end-token", { id: first?.id ?? "" })).status).toBe(404);
    for (const id of ["none", "\u0000", "x".repeat(3_000)])
      for (const act of ["end-token", "end-session"])
        expect((await byAdmin(who, act, { id })).status, act).toBe(404);
    expect([await opens(who.second), await works(who)]).toEqual([false, true]);
    expect((await byAdmin(who, "end-sessions")).status).toBe(303);
    expect(await works(who)).toBe(false);
    expect(await told(who.id, "account.session_ended")).toMatchObject([
      { actor_id: admin.id, details: { sessions: 1, tokens: 1 } },
    ]);
  });

  it("outlives the end of a single session, and not that of all others", async () => {
    const [who, other] = [await officer(), await officer()];
    const { view } = await admin.browser.page(`/staff/people/${other.id}/`, "person");
    const ended = await byAdmin(other, "end-session", { id: view.sessions[0]?.id ?? "" });
    expect([ended.status, await works(other)]).toEqual([303, true]);
    await who.browser.post("/staff/account/end-others", { csrf: who.csrf });
    expect([await opens(who.second), await works(who)]).toEqual([false, false]);
    expect((await who.browser.request("/staff/account/")).status).toBe(200);
    expect(await told(who.id, "account.token_ended")).toMatchObject([{ details: { tokens: 2 } }]);
  });

  it("ends with a changed password", async () => {
    const browser = new Browser(desk);
    const { email } = await setUp(desk, browser, { role: "intake" });
    const bearer = await desk.bearer(email);
    const next = "a new sentence about buoys 9";
    const fields = { csrf: await browser.csrf(), current: "not this one", password: next, repeat: next };
    await browser.post("/staff/account/password", fields);
    expect(await opens(bearer)).toBe(true);
    const changed = await browser.post("/staff/account/password", { ...fields, current: password });
    expect(changed.status).toBe(303);
    expect(await opens(bearer)).toBe(false);
  });

  it("ends with its officer's account", async () => {
    const who = await officer();
    expect((await byAdmin(who, "end")).status).toBe(303);
    expect([await opens(who.second), await works(who)]).toEqual([false, false]);
    expect(await told(who.id, "account.ended")).toMatchObject([{ details: { sessions: 1, tokens: 2 } }]);
  });
});
