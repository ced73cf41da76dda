import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AskedDesk, askedDesk, cookiesOf, guarded, isApi, plain } from "./asking.ts";
import { Browser } from "./browser.ts";
import { staffUrl, type TestDesk } from "./desk.ts";
import { openSession, type Seat, seat } from "./seat.ts";

let asked: AskedDesk;
let desk: TestDesk;
let supervisor: Seat;
beforeAll(async () => {
  asked = await askedDesk();
  desk = asked.desk;
  supervisor = await seat(desk, "supervisor");
}, 120_000);
afterAll(() => desk?.close());

describe("every address, asked by", () => {
  /** Headers of somebody who is not let in, and where a page sends them. */
  const strangers: Record<string, () => Promise<{ headers: Record<string, string>; to?: string }>> = {
    nobody: async () => ({ headers: {} }),
    "a made-up session": async () => ({ headers: { cookie: "desk.session_token=made-up.c2lnbmF0dXJl" } }),
    "a session whose signature is another's": async () => {
      const [one = "", two = ""] = [supervisor, await seat(desk, "intake")].map(({ browser }) =>
        decodeURIComponent(browser.cookies.get("desk.session_token") ?? ""),
      );
      const forged = `${one.split(".")[0]}.${two.split(".")[1]}`;
      return { headers: { cookie: `desk.session_token=${encodeURIComponent(forged)}` } };
    },
    "a session that ended an hour ago": async () => {
      const { browser, id } = await seat(desk, "supervisor");
      await desk.owner.pool.query(
        `update auth.session set "expiresAt" = now() - interval '1 hour' where "userId" = $1`,
        [id],
      );
      // The first request puts what is over away.
      await desk.app.request(`${staffUrl}/staff/`, { headers: cookiesOf(browser) });
      return { headers: cookiesOf(browser) };
    },
    "a session that is older than eight hours": async () => {
      const { browser, id } = await seat(desk, "supervisor");
      await desk.owner.pool.query(
        `update auth.session set "createdAt" = now() - interval '8 hours 1 minute' where "userId" = $1`,
        [id],
      );
      return { headers: cookiesOf(browser) };
    },
    "an officer who left": async () => {
      const { browser, id } = await seat(desk, "supervisor");
      await desk.owner.pool.query(`update auth."user" set "leftAt" = now() where id = $1`, [id]);
      return { headers: cookiesOf(browser) };
    },
    "an officer whose authenticator is not confirmed": async () => {
      const { browser, id } = await seat(desk, "supervisor");
      await desk.owner.pool.query(`update auth."user" set "twoFactorEnabled" = false where id = $1`, [id]);
      return { headers: cookiesOf(browser), to: "/staff/setup/" };
    },
    "a program with a token that nobody gave": async () => ({
      headers: { authorization: `Bearer ${"x".repeat(43)}` },
    }),
    "a program whose token is over": async () => {
      const { id, email } = await desk.officer("supervisor");
      const authorization = await desk.bearer(email);
      await desk.owner.pool.query(
        "update auth.api_tokens set expires_at = now() - interval '1 second' where user_id = $1",
        [id],
      );
      return { headers: { authorization } };
    },
    "a program of an officer who left": async () => {
      const { id, email } = await desk.officer("supervisor");
      const authorization = await desk.bearer(email);
      await desk.owner.pool.query(`update auth."user" set "leftAt" = now() where id = $1`, [id]);
      return { headers: { authorization } };
    },
  };

  for (const [name, make] of Object.entries(strangers))
    it(`${name}, opens nothing and changes nothing`, async () => {
      const { headers, to = "/staff/sign-in/" } = await make();
      const before = await asked.state();
      for (const route of guarded) {
        const answer = await asked.ask(route, headers);
        const refusal = [answer.status, answer.headers.get("location")];
        if (isApi(route)) expect(refusal, route.key).toEqual([401, null]);
        // Half signed in, a form without its token is refused before it is asked who sent it.
        else if (to === "/staff/setup/" && route.method === "POST")
          expect(refusal, route.key).toEqual([403, null]);
        else expect(refusal, route.key).toEqual([302, to]);
        // The page of a refusal names the address that was asked, and nothing else.
        expect(plain(await answer.text()), route.key).not.toContain(asked.tip.id);
      }
      expect(await asked.state()).toEqual(before);
    });

  it("a program with a good token, opens no page and takes no form", async () => {
    const authorization = await desk.bearer(supervisor.email);
    const before = await asked.state();
    for (const route of guarded.filter(({ path }) => !/^\/staff\/(api|evidence)\//.test(path)))
      expect((await asked.ask(route, { authorization })).headers.get("location"), route.key).toBe(
        "/staff/sign-in/",
      );
    expect(await asked.state()).toEqual(before);
  });

  it("a good cookie beside a bad token, is refused where tokens are taken", async () => {
    const headers = { ...cookiesOf(supervisor.browser), authorization: `Bearer ${"x".repeat(43)}` };
    for (const route of guarded.filter(isApi))
      expect((await asked.ask(route, headers)).status, route.key).toBe(401);
  });
});

describe("every address that changes something", () => {
  const unsafe = guarded.filter(({ method }) => method !== "GET");

  it("refuses a browser without its own session's form token", async () => {
    const other = await seat(desk, "supervisor");
    const older = new Browser(desk);
    const again = await openSession(desk, older, supervisor.id);
    const before = await asked.state();
    for (const route of unsafe.filter((route) => !isApi(route)))
      for (const csrf of ["", "guess", other.csrf, again, supervisor.csrf.slice(1), `${supervisor.csrf} `])
        expect(
          (await asked.ask(route, cookiesOf(supervisor.browser), { csrf })).status,
          `${route.key} ${csrf}`,
        ).toBe(403);
    expect(await asked.state()).toEqual(before);
  });

  it("refuses what another site sends, though cookie and token are right", async () => {
    const before = await asked.state();
    const { csrf } = supervisor;
    const elsewhere: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: `${staffUrl}.evil.example` },
      { origin: staffUrl.replace("desk", "sub.desk") },
      { origin: "null", "sec-fetch-site": "cross-site" },
      { origin: staffUrl, "sec-fetch-site": "cross-site" },
      { origin: staffUrl, "sec-fetch-site": "same-site" },
      { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    ];
    for (const route of unsafe)
      for (const headers of elsewhere)
        expect(
          (await asked.ask(route, { ...cookiesOf(supervisor.browser), ...headers }, { csrf })).status,
          `${route.key} ${JSON.stringify(headers)}`,
        ).toBe(403);
    expect(await asked.state()).toEqual(before);
  });

  it("takes JSON for JSON alone: what a page elsewhere may send by itself is refused", async () => {
    const before = await asked.state();
    for (const route of unsafe.filter(isApi))
      for (const type of [
        "application/x-www-form-urlencoded",
        "text/plain",
        "multipart/form-data; boundary=x",
        "text/plain; application/json",
        "",
      ])
        expect(
          (await asked.ask(route, { ...cookiesOf(supervisor.browser), "content-type": type })).status,
          route.key,
        ).toBe(415);
    expect(await asked.state()).toEqual(before);
  });
});
