import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffRole } from "../../functions/domain/access/officer.ts";
import { totp } from "../support/totp.ts";
import { type Account, Browser, password, prove, read, setUp, signIn } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
let admin: Browser;
let adminAccount: Account;
beforeAll(async () => {
  desk = await testDesk();
  admin = new Browser(desk);
  adminAccount = await setUp(desk, admin, { role: "admin" });
  await prove(admin, adminAccount.key);
});
afterAll(() => desk?.close());

const send = async (path: string, fields: Record<string, string> = {}) =>
  admin.post(path, { csrf: await admin.csrf(), ...fields });
const idOf = async (email: string): Promise<string> =>
  (await desk.owner.pool.query(`select id from auth."user" where email = $1`, [email])).rows[0].id;
const told = async (action: string) =>
  (await desk.owner.pool.query("select * from events where action = $1 order by seq", [action])).rows;
const invite = (email: string, role: StaffRole = "intake", region = "kobe") =>
  send("/staff/people/invite", { email, role, region });
const tokenOf = (url: string) => new URL(url).searchParams.get("token") ?? "";
const opens = async (url: string) =>
  (await new Browser(desk).request(new URL(url).pathname + new URL(url).search)).status;

async function colleague(role: StaffRole, region = "kobe" as const) {
  const browser = new Browser(desk);
  const account = await setUp(desk, browser, { role, region });
  return { browser, account, id: await idOf(account.email) };
}

describe("invitations", () => {
  it("are made by an admin: a link shown once, for one address, kept nowhere in the clear", async () => {
    const { view } = await read(await invite("New.One@customs.example "), "people");
    const url = view.made?.url ?? "";
    expect(view.made?.email).toBe("New.One@customs.example");
    expect(view.links).toContainEqual(
      expect.objectContaining({ email: "new.one@customs.example", role: "intake" }),
    );
    expect((await admin.page("/staff/people/", "people")).view.made).toBeNull();
    const { rows } = await desk.owner.pool.query("select to_jsonb(l)::text as row from auth.setup_links l");
    for (const { row } of rows) expect(row).not.toContain(tokenOf(url));
    expect(await opens(url)).toBe(200);
    expect((await told("account.invited")).at(-1)).toMatchObject({
      actor_id: await idOf(adminAccount.email),
      details: { role: "intake", region: "kobe", purpose: "invite" },
    });
  });

  it("end when they are taken back, made anew, or a week old", async () => {
    const first = (await read(await invite("back@customs.example"), "people")).view;
    const link = first.links.find(({ email }) => email === "back@customs.example");
    expect((await send(`/staff/people/links/${link?.id}/revoke`)).status).toBe(303);
    expect(await opens(first.made?.url ?? "")).toBe(404);
    expect((await send(`/staff/people/links/${link?.id}/revoke`)).status).toBe(404);
    const one = (await read(await invite("again@customs.example"), "people")).view;
    const id = one.links.find(({ email }) => email === "again@customs.example")?.id;
    const two = (await read(await send(`/staff/people/links/${id}/resend`), "people")).view;
    expect(await opens(one.made?.url ?? "")).toBe(404);
    expect(await opens(two.made?.url ?? "")).toBe(200);
    expect(two.links.filter(({ email }) => email === "again@customs.example")).toHaveLength(1);
    await desk.owner.pool.query(
      "update auth.setup_links set expires_at = now() - interval '1 second' where email = 'again@customs.example'",
    );
    expect(await opens(two.made?.url ?? "")).toBe(404);
  });

  it("are refused for an address that has an account, and for what is no address, with what was typed kept", async () => {
    const taken = await read(await invite(adminAccount.email), "people");
    expect(taken.view).toMatchObject({ issue: "taken", made: null, values: { email: adminAccount.email } });
    expect((await read(await invite("nobody"), "people")).view.issue).toBe("invalid");
    expect((await read(await invite(" "), "people")).view.issue).toBe("empty");
  });

  it("ask who it is first, since a link is a key to the desk", async () => {
    const other = new Browser(desk);
    await setUp(desk, other, { role: "admin" });
    const fields = { csrf: await other.csrf(), email: "x@customs.example", role: "admin", region: "hq" };
    const { view } = await read(await other.post("/staff/people/invite", fields), "step-up");
    expect(view.fields).toContainEqual(["email", "x@customs.example"]);
  });
});

describe("roles and regions", () => {
  it("are changed by an admin and hold at once", async () => {
    const { browser, id } = await colleague("analyst");
    const tip = await desk.tip("神戸港の倉庫に箱");
    expect((await browser.request(`/staff/tips/${tip}/`)).status).toBe(404);
    const seen = { roleSeen: "analyst", regionSeen: "kobe" };
    const changed = await send(`/staff/people/${id}/role`, { role: "supervisor", region: "hq", ...seen });
    expect(changed.status).toBe(303);
    expect((await browser.request(`/staff/tips/${tip}/`)).status).toBe(200);
    expect((await told("account.role_changed")).at(-1)).toMatchObject({
      subject_id: id,
      details: { role: "supervisor", region: "hq", roleBefore: "analyst", regionBefore: "kobe" },
    });
    // Another admin saw the old ones.
    const stale = await send(`/staff/people/${id}/role`, { role: "auditor", region: "hq", ...seen });
    expect(stale.status).toBe(409);
    expect((await read(stale, "person")).view.person.role).toBe("supervisor");
    const wrong = { role: "king", region: "hq", roleSeen: "supervisor", regionSeen: "hq" };
    expect((await send(`/staff/people/${id}/role`, wrong)).status).toBe(422);
  });

  it("are never an admin's own to change", async () => {
    const id = await idOf(adminAccount.email);
    const fields = { role: "supervisor", region: "hq", roleSeen: "admin", regionSeen: "hq" };
    const { frame } = await read(await send(`/staff/people/${id}/role`, fields), "person");
    expect(frame.flash?.code).toBe("own_account");
  });
});

describe("sessions", () => {
  it("of another officer are listed without a device or address, and ended", async () => {
    const { browser, account, id } = await colleague("intake");
    const elsewhere = new Browser(desk);
    await signIn(elsewhere, account);
    const { view } = await admin.page(`/staff/people/${id}/`, "person");
    expect(view.sessions).toHaveLength(2);
    expect(JSON.stringify(view)).not.toMatch(/userAgent|ipAddress/);
    expect((await send(`/staff/people/${id}/end-session`, { id: view.sessions[0]?.id ?? "" })).status).toBe(
      303,
    );
    expect((await admin.page(`/staff/people/${id}/`, "person")).view.sessions).toHaveLength(1);
    await send(`/staff/people/${id}/end-sessions`);
    for (const each of [browser, elsewhere])
      expect((await each.request("/staff/account/")).headers.get("location")).toBe("/staff/sign-in/");
    expect((await told("account.session_ended")).filter(({ subject_id }) => subject_id === id)).toHaveLength(
      2,
    );
    expect((await send(`/staff/people/${id}/end-session`, { id: "none" })).status).toBe(404);
  });
});

describe("an officer who leaves", () => {
  it("is out at once by every way, their tips wait for somebody else, and their name stays", async () => {
    const { browser, account, id } = await colleague("supervisor");
    const [open, closed] = [await desk.tip("神戸港に今夜コンテナ"), await desk.tip("神戸の古い話")];
    const csrf = await browser.csrf();
    for (const tip of [open, closed]) await browser.post(`/staff/tips/${tip}/take`, { csrf });
    await browser.post(`/staff/tips/${closed}/close`, { csrf, outcome: "other", reason: "済" });
    await desk.owner.pool.query(
      "update cases set owner_id = $1 where id = (select case_id from tips where id = $2)",
      [id, open],
    );
    await desk.owner.pool.query(
      `insert into case_tasks (id, case_id, sealed, officer_id, due_at, made_by, made_at)
       select gen_random_uuid(), case_id, 'x', $1, now(), $1, now() from tips where id = $2`,
      [id, open],
    );
    const bearer = await desk.bearer(account.email);
    const api = () =>
      desk.app.request("http://desk.example/staff/api/v1/tips", { headers: { authorization: bearer } });
    expect((await api()).status).toBe(200);
    expect((await send(`/staff/people/${id}/end`)).status).toBe(303);

    expect((await browser.request("/staff/")).headers.get("location")).toBe("/staff/sign-in/");
    expect((await api()).status).toBe(401);
    expect((await browser.post("/staff/sign-in/", { email: account.email, password })).status).toBe(422);
    const rows = (
      await desk.owner.pool.query("select id, owner_id, state, version from tips where id = any($1)", [
        [open, closed],
      ])
    ).rows;
    expect(rows.find((row) => row.id === open)).toMatchObject({
      owner_id: null,
      state: "triaged",
      version: 2,
    });
    expect(rows.find((row) => row.id === closed)).toMatchObject({ owner_id: id, state: "closed" });
    expect(await told("tip.returned")).toMatchObject([{ tip_id: open, subject_id: id }]);
    expect((await told("account.ended")).at(-1)).toMatchObject({
      subject_id: id,
      details: { sessions: 1, tokens: 1, tips: 1, cases: 1, tasks: 1 },
    });
    for (const action of ["case.returned", "case.task_returned"])
      expect(await told(action)).toMatchObject([{ subject_id: id }]);
    const held = await desk.owner.pool.query(
      "select from cases where owner_id = $1 union all select from case_tasks where officer_id = $1",
      [id],
    );
    expect(held.rowCount).toBe(0);
    const { view } = await admin.page("/staff/people/", "people");
    expect(view.left.map((person) => person.id)).toContain(id);
    expect(view.people.map((person) => person.id)).not.toContain(id);
    expect((await read(await send(`/staff/people/${id}/end`), "person")).frame.flash?.code).toBe(
      "not_allowed",
    );
  });

  it("comes back only through a new set-up, with nothing of the old one", async () => {
    const { account, id } = await colleague("intake");
    await send(`/staff/people/${id}/end`);
    const { view } = await read(await send(`/staff/people/${id}/renew`), "person");
    const token = tokenOf(view.made?.url ?? "");
    const browser = new Browser(desk);
    const asked = await browser.page(`/staff/setup/?token=${token}`, "setup");
    expect(asked.view.step).toMatchObject({
      name: "account",
      emailFixed: true,
      values: { email: account.email },
    });
    // Not back yet.
    expect((await new Browser(desk).post("/staff/sign-in/", { email: account.email, password })).status).toBe(
      422,
    );
    const next = "a new sentence about buoys 4";
    await browser.post("/staff/setup/", {
      step: "account",
      token,
      name: "Back Again",
      email: "",
      password: next,
      repeat: next,
    });
    const { frame, view: setup } = await browser.page("/staff/setup/", "setup");
    if (setup.step.name !== "totp") throw new Error(setup.step.name);
    expect(setup.step.key).not.toBe(account.key);
    await browser.post("/staff/setup/", { step: "totp", csrf: frame.csrf, code: totp(setup.step.key) });
    expect((await browser.request("/staff/")).status).toBe(200);
    expect(await idOf(account.email)).toBe(id);
    expect((await told("account.reinstated")).at(-1)).toMatchObject({ actor_id: id, subject_id: id });
    const old = new Browser(desk);
    expect((await old.post("/staff/sign-in/", { email: account.email, password })).status).toBe(422);
  });

  it("keeps a living account as it is until its new link is used, and then ends all that was before", async () => {
    const { browser, account, id } = await colleague("intake");
    const { view } = await read(await send(`/staff/people/${id}/renew`), "person");
    expect((await browser.request("/staff/")).status).toBe(200);
    const token = tokenOf(view.made?.url ?? "");
    const next = "a new sentence about buoys 5";
    const fields = { step: "account", token, name: "Same One", email: "", password: next, repeat: next };
    await new Browser(desk).post("/staff/setup/", fields);
    expect((await browser.request("/staff/")).headers.get("location")).toBe("/staff/sign-in/");
    expect((await new Browser(desk).post("/staff/sign-in/", { email: account.email, password })).status).toBe(
      422,
    );
    expect((await told("account.renewed")).at(-1)).toMatchObject({ subject_id: id });
  });

  it("is never the last admin, though two admins end each other at once", async () => {
    const own = await idOf(adminAccount.email);
    expect((await read(await send(`/staff/people/${own}/end`), "person")).frame.flash?.code).toBe(
      "own_account",
    );
    // Only two admins are left.
    await desk.owner.pool.query(`update auth."user" set role = 'analyst' where role = 'admin' and id <> $1`, [
      own,
    ]);
    const second = new Browser(desk);
    const account = await setUp(desk, second, { role: "admin" });
    await prove(second, account.key);
    const [one, other] = [await admin.csrf(), await second.csrf()];
    const secondId = await idOf(account.email);
    await Promise.all([
      admin.post(`/staff/people/${secondId}/end`, { csrf: one }),
      second.post(`/staff/people/${own}/end`, { csrf: other }),
    ]);
    const { rows } = await desk.owner.pool.query(
      `select id from auth."user" where role = 'admin' and "leftAt" is null`,
    );
    expect(rows).toHaveLength(1);
    await desk.owner.pool.query(`update auth."user" set "leftAt" = null where id = $1`, [own]);
  });
});

describe("anyone but an admin", () => {
  it("finds no page and no act on other officers, whatever the address", async () => {
    const { id } = await colleague("intake");
    for (const role of ["intake", "investigator", "supervisor", "analyst", "auditor"] as const) {
      const { browser, account } = await colleague(role);
      await prove(browser, account.key);
      const csrf = await browser.csrf();
      for (const path of ["/staff/people/", `/staff/people/${id}/`])
        expect((await browser.request(path)).status, `${role} ${path}`).toBe(404);
      for (const act of ["role", "end", "renew", "end-session", "end-sessions"])
        expect((await browser.post(`/staff/people/${id}/${act}`, { csrf })).status, `${role} ${act}`).toBe(
          404,
        );
      const asked = { csrf, email: "y@customs.example", role: "admin", region: "hq" };
      expect((await browser.post("/staff/people/invite", asked)).status).toBe(404);
    }
    const { rows } = await desk.owner.pool.query(`select "leftAt" from auth."user" where id = $1`, [id]);
    expect(rows[0].leftAt).toBeNull();
  }, 60_000);
});
