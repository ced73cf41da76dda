import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { totp } from "../support/totp.ts";
import { type Account, Browser, password, prove, read, setUp, signIn } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});
afterAll(() => desk?.close());

async function officer(): Promise<Account & { id: string; browser: Browser }> {
  const browser = new Browser(desk);
  const account = await setUp(desk, browser, { role: "supervisor" });
  const { rows } = await desk.owner.pool.query(`select id from auth."user" where email = $1`, [
    account.email,
  ]);
  return { ...account, id: rows[0].id, browser };
}
const told = async (id: string, action: string) =>
  (
    await desk.owner.pool.query(
      "select actor_id, details from events where subject_id = $1 and action = $2 order by seq",
      [id, action],
    )
  ).rows;
/** A browser in which the right password was given. */
async function atSecondStep({ email }: Account): Promise<Browser> {
  const browser = new Browser(desk);
  const answer = await browser.post("/staff/sign-in/", { email, password });
  expect(answer.headers.get("location")).toBe("/staff/totp/");
  return browser;
}
const tryCode = async (browser: Browser, code: string, backup = false) =>
  browser.post("/staff/totp/", { code, ...(backup ? { backup: "1" } : {}) });
const troubleOf = async (answer: Response) => (await read(answer, "totp")).view.trouble;

describe("a wrong second factor", () => {
  it("is in the log of the account whose password was right, by what was tried, and as nobody's doing", async () => {
    const account = await officer();
    const browser = await atSecondStep(account);
    expect(await troubleOf(await tryCode(browser, "000000"))).toBe("wrong");
    expect(await troubleOf(await tryCode(browser, "none-such", true))).toBe("wrong");
    expect(await told(account.id, "account.sign_in_failed")).toEqual([
      { actor_id: null, details: { means: "code" } },
      { actor_id: null, details: { means: "backup_code" } },
    ]);
    expect(await told(account.id, "account.locked")).toEqual([]);
  });

  it("shuts the second step after five, with one event for it, and a guesser can write no more", async () => {
    const account = await officer();
    for (let attempt = 0; attempt < 12; attempt += 1)
      await tryCode(await atSecondStep(account), `00000${attempt % 10}`, attempt % 2 === 1);
    expect(await told(account.id, "account.sign_in_failed")).toHaveLength(5);
    expect(await told(account.id, "account.locked")).toEqual([
      { actor_id: null, details: { means: "code" } },
    ]);
    const right = await tryCode(await atSecondStep(account), totp(account.key));
    const { view } = await read(right, "totp");
    expect(view.trouble).toBe("locked");
    expect(view.retryAfter).toBeGreaterThan(14 * 60);
  });

  it("is told as a lock too when the sign-in's own count is full", async () => {
    const account = await officer();
    await desk.owner.pool.query(
      `update auth."twoFactor" set "failedVerificationCount" = 9 where "userId" = $1`,
      [account.id],
    );
    const browser = await atSecondStep(account);
    expect(await troubleOf(await tryCode(browser, "000000"))).toBe("wrong");
    expect(await told(account.id, "account.locked")).toHaveLength(1);
    expect(await troubleOf(await tryCode(await atSecondStep(account), "000001"))).toBe("locked");
    expect(await told(account.id, "account.sign_in_failed")).toHaveLength(1);
  });

  it("counts from the beginning after a right one", async () => {
    const account = await officer();
    for (let attempt = 0; attempt < 4; attempt += 1) await tryCode(await atSecondStep(account), "000000");
    expect((await signIn(new Browser(desk), account)).headers.get("location")).toBe("/staff/");
    for (let attempt = 0; attempt < 4; attempt += 1) await tryCode(await atSecondStep(account), "000000");
    expect(await told(account.id, "account.locked")).toEqual([]);
  });

  it("is not tried on a session that is there: nothing is counted or told of it", async () => {
    const account = await officer();
    const answer = await tryCode(account.browser, totp(account.key));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/staff/"]);
    expect(await told(account.id, "account.signed_in")).toEqual([]);
  });
});

describe("an authenticator's code", () => {
  it("lets in once: whoever saw it, and knows the password, does not come in by it again", async () => {
    const account = await officer();
    const code = totp(account.key);
    expect((await tryCode(await atSecondStep(account), code)).headers.get("location")).toBe("/staff/");
    const thief = await atSecondStep(account);
    expect(await troubleOf(await tryCode(thief, code))).toBe("used");
    expect((await thief.request("/staff/account/")).headers.get("location")).toBe("/staff/sign-in/");
    expect(await told(account.id, "account.sign_in_failed")).toEqual([
      { actor_id: null, details: { means: "code" } },
    ]);
    // The next one is good in the same browser.
    const next = await tryCode(thief, totp(account.key, new Date(Date.now() + 30_000)));
    expect(next.headers.get("location")).toBe("/staff/");
  });

  it("lets in one of two who send it at once", async () => {
    const account = await officer();
    const code = totp(account.key);
    const both = await Promise.all([atSecondStep(account), atSecondStep(account)]);
    const answers = await Promise.all(both.map((browser) => tryCode(browser, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
  });

  it("is used up by a sign-in as a proof, and by a proof as a sign-in", async () => {
    const account = await officer();
    const browser = await atSecondStep(account);
    await tryCode(browser, totp(account.key));
    expect((await read(await prove(browser, account.key), "step-up")).view.trouble).toBe("used");
    const other = await officer();
    expect((await prove(other.browser, other.key)).status).toBe(303);
    expect(await troubleOf(await tryCode(await atSecondStep(other), totp(other.key)))).toBe("used");
  });

  it("shuts nobody out when it is sent again and again in haste, and fills no log", async () => {
    const account = await officer();
    const code = totp(account.key);
    await tryCode(await atSecondStep(account), code);
    const hasty = await atSecondStep(account);
    for (let attempt = 0; attempt < 8; attempt += 1)
      expect(await troubleOf(await tryCode(hasty, code))).toBe("used");
    expect(await told(account.id, "account.locked")).toEqual([]);
    expect(await told(account.id, "account.sign_in_failed")).toHaveLength(5);
    const next = totp(account.key, new Date(Date.now() + 30_000));
    expect((await tryCode(hasty, next)).headers.get("location")).toBe("/staff/");
    for (let attempt = 0; attempt < 8; attempt += 1)
      expect((await read(await prove(hasty, account.key), "step-up")).view.trouble).toBe("used");
  });
});
