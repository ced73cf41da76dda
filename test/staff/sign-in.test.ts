import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inviteOfficer } from "../../functions/service/accounts/invite-officer.ts";
import { totp } from "../support/totp.ts";
import { Browser, password, read, setUp, signIn } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});
afterAll(() => desk?.close());

const sessionCookie = (browser: Browser) => browser.cookies.get("desk.session_token");
const isIn = async (browser: Browser) => (await browser.request("/staff/account/")).status === 200;

describe("the way in", () => {
  it("asks for password and authenticator, and opens nothing after the password alone", async () => {
    const account = await setUp(desk, new Browser(desk), { role: "supervisor" });
    const browser = new Browser(desk);
    const first = await browser.post("/staff/sign-in/", { email: account.email, password });
    expect(first.headers.get("location")).toBe("/staff/totp/");
    expect((await browser.request("/staff/")).headers.get("location")).toBe("/staff/sign-in/");
    expect((await browser.request("/staff/api/v1/tips")).status).toBe(401);
    const second = await browser.post("/staff/totp/", { code: totp(account.key) });
    expect(second.headers.get("location")).toBe("/staff/");
    expect((await browser.request("/staff/")).status).toBe(200);
  });

  it("writes each sign-in and sign-out into the log, without an address or a device", async () => {
    const browser = new Browser(desk);
    const account = await setUp(desk, browser, { role: "intake" });
    const csrf = await browser.csrf();
    await browser.post("/staff/sign-out", { csrf });
    await signIn(new Browser(desk), account);
    const { rows } = await desk.owner.pool.query(
      `select action, details::text as details from events where actor_id = (select id from auth."user" where email = $1) order by seq`,
      [account.email],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      "account.created",
      "account.second_factor_set",
      "account.signed_out",
      "account.signed_in",
    ]);
    const sessions = await desk.owner.pool.query(`select "ipAddress", "userAgent" from auth.session`);
    for (const session of sessions.rows) expect(session).toEqual({ ipAddress: null, userAgent: null });
  });

  it("is shut for a quarter of an hour after five wrong passwords, to the right one as well", async () => {
    const account = await setUp(desk, new Browser(desk), { role: "intake" });
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const wrong = await new Browser(desk).post("/staff/sign-in/", {
        email: account.email,
        password: "not this one at all",
      });
      expect(wrong.status).toBe(422);
      expect((await read(wrong, "sign-in")).view.trouble).toBe("wrong");
    }
    const locked = await new Browser(desk).post("/staff/sign-in/", { email: account.email, password });
    const { view } = await read(locked, "sign-in");
    expect(view.trouble).toBe("locked");
    expect(view.retryAfter).toBeGreaterThan(14 * 60);
    // A quarter of an hour later.
    await desk.owner.pool.query(
      "update auth.sign_in_failures set locked_until = now() - interval '1 second'",
    );
    expect((await signIn(new Browser(desk), account)).headers.get("location")).toBe("/staff/");
  });

  it("answers an address that nobody has as it answers a wrong password, and locks it alike", async () => {
    const account = await setUp(desk, new Browser(desk), { role: "intake" });
    const bodies = await Promise.all(
      [account.email, "nobody@customs.example"].map(async (email) => {
        const answer = await new Browser(desk).post("/staff/sign-in/", {
          email,
          password: "not this one at all",
        });
        const { view } = await read(answer, "sign-in");
        return { status: answer.status, view: { ...view, email: "" } };
      }),
    );
    expect(bodies[1]).toEqual(bodies[0]);
    for (let attempt = 2; attempt <= 5; attempt += 1)
      await new Browser(desk).post("/staff/sign-in/", { email: "nobody@customs.example", password: "wrong" });
    const locked = await new Browser(desk).post("/staff/sign-in/", {
      email: "nobody@customs.example",
      password,
    });
    expect((await read(locked, "sign-in")).view.trouble).toBe("locked");
  });

  it("cannot be guessed through six digits: wrong codes shut the second step", async () => {
    const account = await setUp(desk, new Browser(desk), { role: "intake" });
    const browser = new Browser(desk);
    const troubles = new Set<string | null>();
    for (let attempt = 0; attempt < 15; attempt += 1) {
      await browser.post("/staff/sign-in/", { email: account.email, password });
      const guess = await browser.post("/staff/totp/", { code: "000000" });
      expect(guess.status).toBe(422);
      const { view } = (await guess.json()) as { view: { trouble: string | null } };
      troubles.add(view.trouble);
    }
    expect([...troubles]).toContain("locked");
    await browser.post("/staff/sign-in/", { email: account.email, password });
    const right = await browser.post("/staff/totp/", { code: totp(account.key) });
    expect(right.status).toBe(422);
    expect(await isIn(browser)).toBe(false);
  }, 90_000);

  it("takes each backup code once", async () => {
    const account = await setUp(desk, new Browser(desk), { role: "intake" });
    const code = account.backupCodes[0] ?? "";
    const once = new Browser(desk);
    await once.post("/staff/sign-in/", { email: account.email, password });
    expect((await once.post("/staff/totp/", { code, backup: "1" })).headers.get("location")).toBe("/staff/");
    const again = new Browser(desk);
    await again.post("/staff/sign-in/", { email: account.email, password });
    expect((await again.post("/staff/totp/", { code, backup: "1" })).status).toBe(422);
    expect(await isIn(again)).toBe(false);
  });
});

describe("a session", () => {
  it("is a new one at sign-in: one planted before it never becomes an officer's", async () => {
    const account = await setUp(desk, new Browser(desk), { role: "supervisor" });
    const other = new Browser(desk);
    await setUp(desk, other, { role: "intake" });
    const browser = new Browser(desk);
    const planted = "planted-by-someone-else.c2lnbmF0dXJl";
    browser.cookies.set("desk.session_token", planted);
    await signIn(browser, account);
    expect(sessionCookie(browser)).not.toBe(planted);
    const thief = new Browser(desk);
    thief.cookies.set("desk.session_token", planted);
    expect(await isIn(thief)).toBe(false);
    // Another officer's living session, put into this browser beforehand, is left behind as well.
    const borrowed = sessionCookie(other) ?? "";
    const second = new Browser(desk);
    second.cookies.set("desk.session_token", borrowed);
    await signIn(second, account);
    expect(sessionCookie(second)).not.toBe(borrowed);
    expect((await second.page("/staff/account/", "account")).view.email).toBe(account.email);
  });

  it("has a cookie that no script reads and no other site sends", async () => {
    const browser = new Browser(desk);
    const account = await setUp(desk, browser, { role: "intake" });
    await browser.post("/staff/sign-in/", { email: account.email, password });
    const answer = await browser.post("/staff/totp/", { code: totp(account.key) });
    const cookie = answer.headers.getSetCookie().find((each) => each.startsWith("desk.session_token=")) ?? "";
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Strict/i);
    expect(cookie).toMatch(/; Path=\/staff/i);
  });

  it("ends at sign-out for whoever kept its cookie", async () => {
    const browser = new Browser(desk);
    await setUp(desk, browser, { role: "supervisor" });
    const kept = new Map(browser.cookies);
    expect(await isIn(browser)).toBe(true);
    await browser.post("/staff/sign-out", { csrf: await browser.csrf() });
    const thief = new Browser(desk);
    for (const [name, value] of kept) thief.cookies.set(name, value);
    expect(await isIn(thief)).toBe(false);
  });

  it("ends after eight hours however busy it is, and at once for an officer who left", async () => {
    const browser = new Browser(desk);
    const { email } = await setUp(desk, browser, { role: "supervisor" });
    const mine = `"userId" = (select id from auth."user" where email = '${email}')`;
    await desk.owner.pool.query(
      `update auth.session set "createdAt" = now() - interval '8 hours 1 minute' where ${mine}`,
    );
    expect(await isIn(browser)).toBe(false);
    await desk.owner.pool.query(`update auth.session set "createdAt" = now() where ${mine}`);
    expect(await isIn(browser)).toBe(true);
    await desk.owner.pool.query(`update auth."user" set "leftAt" = now() where email = $1`, [email]);
    expect(await isIn(browser)).toBe(false);
  });

  it("is carried on by what its officer does, not by what an open page does by itself", async () => {
    const browser = new Browser(desk);
    const { email } = await setUp(desk, browser, { role: "supervisor" });
    const mine = `"userId" = (select id from auth."user" where email = '${email}')`;
    const idle = async () =>
      (await desk.owner.pool.query(`select "expiresAt" as at from auth.session where ${mine}`)).rows[0].at;
    await desk.owner.pool.query(
      `update auth.session set "expiresAt" = now() + interval '10 minutes', "updatedAt" = now() - interval '20 minutes' where ${mine}`,
    );
    const before = await idle();
    const live = await browser.request("/staff/live");
    await live.body?.cancel();
    const looked = await browser.request("/staff/session", { headers: { "desk-look": "1" } });
    expect(new Date(((await looked.json()) as { idleAt: string }).idleAt)).toEqual(before);
    expect(await idle()).toEqual(before);
    const stayed = (await (await browser.request("/staff/session")).json()) as {
      idleAt: string;
      csrf: string;
    };
    expect(new Date(stayed.idleAt).getTime()).toBeGreaterThan(Date.now() + 29 * 60_000);
    expect(stayed.csrf).toBe(await browser.csrf());
    expect((await idle()).getTime()).toBeGreaterThan(before.getTime());
    expect((await new Browser(desk).request("/staff/session")).headers.get("location")).toBe(
      "/staff/sign-in/",
    );
  });

  it("opens only the set-up while the authenticator is not confirmed", async () => {
    const browser = new Browser(desk);
    const email = "half-way@customs.example";
    const token = await inviteOfficer(desk.accounts, {
      purpose: "invite",
      role: "supervisor",
      region: "hq",
      email,
    });
    await browser.post("/staff/setup/", {
      step: "account",
      token,
      name: "Half Way",
      email,
      password,
      repeat: password,
    });
    for (const path of ["/staff/", "/staff/account/", "/staff/events/", "/staff/live"])
      expect((await browser.request(path)).headers.get("location"), path).toBe("/staff/setup/");
    expect((await browser.request("/staff/api/v1/tips")).status).toBe(401);
    expect((await browser.request("/staff/evidence/00000000-0000-7000-8000-000000000000")).status).toBe(302);
    // The link is spent.
    const again = await new Browser(desk).post("/staff/setup/", {
      step: "account",
      token,
      name: "X",
      email,
      password,
      repeat: password,
    });
    expect(again.status).toBe(404);
    expect((await read(again, "setup")).view.step.name).toBe("dead-link");
  });
});

describe("an officer's own account", () => {
  it("gives new backup codes only to the password and the authenticator together", async () => {
    const browser = new Browser(desk);
    const account = await setUp(desk, browser, { role: "intake" });
    const csrf = await browser.csrf();
    const ask = (current: string, code: string) =>
      browser.post("/staff/account/backup-codes", { csrf, current, code });
    const noCode = await read(await ask(password, "000000"), "account");
    expect(noCode.view.issues).toEqual([{ field: "code", code: "wrong" }]);
    expect(noCode.view.backupCodes).toBeNull();
    const noPassword = await read(await ask("not this one", totp(account.key)), "account");
    expect(noPassword.view.issues).toEqual([{ field: "codesPassword", code: "wrong" }]);
    expect(noPassword.view.backupCodes).toBeNull();
    const both = await read(await ask(password, totp(account.key)), "account");
    expect(both.view.backupCodes?.length).toBeGreaterThanOrEqual(8);
    expect(both.view.backupCodes).not.toContain(account.backupCodes[0]);
  });

  it("ends every other session when the password changes", async () => {
    const browser = new Browser(desk);
    const account = await setUp(desk, browser, { role: "intake" });
    const elsewhere = new Browser(desk);
    await signIn(elsewhere, account);
    expect(await isIn(elsewhere)).toBe(true);
    const next = "another sentence about tides 9";
    const changed = await browser.post("/staff/account/password", {
      csrf: await browser.csrf(),
      current: password,
      password: next,
      repeat: next,
    });
    expect(changed.status).toBe(303);
    expect(await isIn(browser)).toBe(true);
    expect(await isIn(elsewhere)).toBe(false);
  });
});
