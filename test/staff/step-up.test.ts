import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isProven } from "../../functions/domain/access/step-up.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { totp } from "../support/totp.ts";
import { type Account, Browser, prove, read, setUp, signIn } from "./browser.ts";
import { type TestDesk, testDesk } from "./desk.ts";

const contact = "090-0000-9876 朝";
let desk: TestDesk;
let tipId: string;
beforeAll(async () => {
  desk = await testDesk();
  const report = { locale: "ja" as const, text: "今夜、神戸港にコンテナが着きます。", goods: [], contact };
  tipId = (await submitTip(desk.intake.ctx, { channel: "web", idempotencyKey: randomUUID(), report })).id;
  await desk.intake.drained();
});
afterAll(() => desk?.close());

async function supervisor(): Promise<{ browser: Browser; account: Account; csrf: string }> {
  const browser = new Browser(desk);
  const account = await setUp(desk, browser, { role: "supervisor" });
  return { browser, account, csrf: await browser.csrf() };
}

const path = () => `/staff/tips/${tipId}/open-contact`;
const ask = (browser: Browser, csrf: string) =>
  browser.post(path(), { csrf, back: `/staff/tips/${tipId}/`, reason: "折り返し\n電話" });
const events = async (email: string, action: string) =>
  (
    await desk.owner.pool.query(
      `select details from events where action = $2 and actor_id = (select id from auth."user" where email = $1)`,
      [email, action],
    )
  ).rows.map(({ details }) => details);

describe("proving again who asks", () => {
  it("is asked for before a contact is opened, keeps what was typed, and goes on with it", async () => {
    const { browser, account, csrf } = await supervisor();
    const asked = await ask(browser, csrf);
    expect(asked.status).toBe(422);
    const { view } = await read(asked, "step-up");
    expect(view).toMatchObject({ next: path(), back: `/staff/tips/${tipId}/`, done: false });
    expect(view.fields).toContainEqual(["reason", "折り返し\n電話"]);
    expect(view.fields?.map(([name]) => name)).not.toContain("csrf");
    const fields = {
      ...Object.fromEntries(view.fields ?? []),
      csrf,
      "proof-next": view.next,
      "proof-back": view.back,
      "proof-method": "post",
      "proof-code": totp(account.key),
    };
    const proven = await browser.post("/staff/step-up/", fields);
    // 307: the browser sends the same form to where it was going.
    expect([proven.status, proven.headers.get("location")]).toEqual([307, path()]);
    const opened = await browser.post(path(), fields);
    expect((await read(opened, "tip")).view.contact).toBe(contact);
    expect(await events(account.email, "account.stepped_up")).toEqual([{ means: "code" }]);
  });

  it("keeps what was typed through a wrong code as well", async () => {
    const { browser, csrf } = await supervisor();
    const fields = {
      csrf,
      reason: "理由",
      "proof-next": path(),
      "proof-method": "post",
      "proof-code": "000000",
    };
    const wrong = await browser.post("/staff/step-up/", fields);
    expect(wrong.status).toBe(422);
    const { view } = await read(wrong, "step-up");
    expect(view).toMatchObject({ trouble: "wrong", next: path(), fields: [["reason", "理由"]] });
  });

  it("holds for five minutes and no longer", async () => {
    const { browser, account, csrf } = await supervisor();
    await prove(browser, account.key);
    expect((await ask(browser, csrf)).status).toBe(200);
    await desk.owner.pool.query(
      `update auth.session set "provenAt" = "provenAt" - interval '5 minutes 1 second'
       where "userId" = (select id from auth."user" where email = $1)`,
      [account.email],
    );
    await read(await ask(browser, csrf), "step-up");
  });

  it("counts for the session that proved it alone, and ends with it", async () => {
    const { browser, account, csrf } = await supervisor();
    const elsewhere = new Browser(desk);
    await signIn(elsewhere, account);
    await browser.halfAMinuteLater(account.email);
    await prove(browser, account.key);
    expect((await ask(browser, csrf)).status).toBe(200);
    await read(await ask(elsewhere, await elsewhere.csrf()), "step-up");
    await browser.post("/staff/sign-out", { csrf });
    await signIn(browser, account);
    await read(await ask(browser, await browser.csrf()), "step-up");
  });

  it("is not had by signing in, by a backup code, by another's code or by the same code twice", async () => {
    const one = await supervisor();
    const other = await supervisor();
    await read(await ask(one.browser, one.csrf), "step-up");
    const tries = [one.account.backupCodes[0] ?? "", totp(other.account.key), "", "abcdef", "12345"];
    const code = totp(one.account.key);
    for (const wrong of tries.filter((each) => each !== code).slice(0, 4)) {
      const fields = { csrf: one.csrf, "proof-next": "/staff/", "proof-code": wrong };
      const { view } = await read(await one.browser.post("/staff/step-up/", fields), "step-up");
      expect(view.trouble, wrong).toBe("wrong");
    }
    expect((await prove(one.browser, one.account.key)).status).toBe(303);
    const again = await read(await prove(one.browser, one.account.key), "step-up");
    expect(again.view.trouble).toBe("used");
    expect(await events(one.account.email, "account.step_up_failed")).toHaveLength(5);
  });

  it("is shut for a while after five wrong codes, to the right one as well", async () => {
    const { browser, account, csrf } = await supervisor();
    for (let attempt = 1; attempt <= 5; attempt += 1)
      await browser.post("/staff/step-up/", { csrf, "proof-next": "/staff/", "proof-code": "nothing" });
    const { view } = await read(await prove(browser, account.key), "step-up");
    expect(view.trouble).toBe("locked");
    expect(view.retryAfter).toBeGreaterThan(14 * 60);
    await read(await ask(browser, csrf), "step-up");
  });

  it("cannot be sent from elsewhere, nor lead elsewhere, nor be set by a form", async () => {
    const { browser, account, csrf } = await supervisor();
    const code = { "proof-next": "/staff/", "proof-code": totp(account.key) };
    expect((await browser.post("/staff/step-up/", code)).status).toBe(403);
    const evil = { origin: "https://evil.example" };
    expect((await browser.post("/staff/step-up/", { ...code, csrf }, evil)).status).toBe(403);
    const forged = await browser.post(path(), { csrf, reason: "x", provenAt: new Date().toISOString() });
    await read(forged, "step-up");
    const led = await browser.post("/staff/step-up/", { ...code, csrf, "proof-next": "//evil.example/" });
    expect(led.headers.get("location")).toBe("/staff/");
    const shown = await browser.page("/staff/step-up/?next=//evil.example/&back=/\\evil", "step-up");
    expect(shown.view).toMatchObject({ next: "/staff/", back: "/staff/" });
  });

  it("is asked of a program with a token too, which sends the code for that token alone", async () => {
    const account = await setUp(desk, new Browser(desk), { role: "supervisor" });
    const [first, second] = [await desk.bearer(account.email), await desk.bearer(account.email)];
    const post = (authorization: string, to: string, body: object) =>
      desk.app.request(`http://desk.example/staff/api/v1${to}`, {
        method: "POST",
        headers: { authorization, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const open = (bearer: string) => post(bearer, `/tips/${tipId}/open-contact`, { reason: "x" });
    const refused = await open(first);
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([403, "step_up"]);
    expect((await post(first, "/step-up", { code: "x" })).status).toBe(422);
    expect((await post(first, "/step-up", {})).status).toBe(422);
    expect(await (await post(first, "/step-up", { code: totp(account.key) })).json()).toEqual({
      holdsSeconds: 300,
    });
    expect(await (await open(first)).json()).toEqual({ contact });
    expect((await open(second)).status).toBe(403);
  });

  it("does not hold from the future, nor at its last moment", () => {
    const now = new Date("2026-11-20T00:00:00Z");
    const ago = (ms: number) => new Date(now.getTime() - ms);
    expect(isProven(null, now)).toBe(false);
    expect(isProven(undefined, now)).toBe(false);
    expect(isProven(ago(-1), now)).toBe(false);
    expect(isProven(ago(0), now)).toBe(true);
    expect(isProven(ago(299_999), now)).toBe(true);
    expect(isProven(ago(300_000), now)).toBe(false);
  });
});
