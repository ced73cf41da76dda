import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routePermits } from "../../functions/staff/route-permits.ts";
import { type DeskRoute, deskRoutes } from "../support/desk-routes.ts";
import { Browser } from "./browser.ts";
import { staffUrl, type TestDesk, testDesk } from "./desk.ts";
import { type LaidTip, layTips } from "./laid-tips.ts";
import { openSession, type Seat, seat } from "./seat.ts";

let desk: TestDesk;
let tip: LaidTip;
let supervisor: Seat;
beforeAll(async () => {
  desk = await testDesk();
  const { tips, lay } = await layTips(desk);
  tip = tips.find(({ state, region }) => state === "assigned" && region === "tokyo") as LaidTip;
  await lay(tip);
  supervisor = await seat(desk, "supervisor");
}, 120_000);
afterAll(() => desk?.close());

const routes = deskRoutes().filter(({ path }) => path.startsWith("/staff/"));
const guarded = routes.filter(({ key }) => routePermits[key] !== "anyone");
const isApi = ({ path }: Pick<DeskRoute, "path">) => path.startsWith("/staff/api/");

/** The address with names in it that its door knows. */
function addressOf({ key, path }: DeskRoute, id?: string): string {
  const who = routePermits[key];
  const of = typeof who === "object" ? who.of : undefined;
  const known = of === "evidence" ? tip.evidence : tip.id;
  return path.replace(":id", encodeURIComponent(id ?? known)).replace(":action", "take");
}

const form = {
  version: "0",
  reason: "because",
  text: "words",
  band: "A",
  name: "view",
  action: "take",
  back: "/staff/",
};

/** Asks as a browser or a program with these headers would; a JSON address gets JSON, any other a form. */
function ask(
  route: DeskRoute,
  headers: Record<string, string> = {},
  more: { method?: string; id?: string; csrf?: string } = {},
) {
  const method = more.method ?? route.method;
  const fields = { ...form, tip: `${tip.id}:0`, csrf: more.csrf ?? "" };
  const withBody = method !== "GET" && method !== "HEAD";
  return Promise.resolve(
    desk.app.request(`${staffUrl}${addressOf(route, more.id)}`, {
      method,
      headers: { ...(withBody && isApi(route) ? { "content-type": "application/json" } : {}), ...headers },
      ...(withBody ? { body: isApi(route) ? JSON.stringify(fields) : new URLSearchParams(fields) } : {}),
    }),
  );
}

const cookiesOf = ({ cookies }: Browser) => ({
  cookie: [...cookies].map((pair) => pair.join("=")).join("; "),
});

/** Everything that an address could change. Being read is a change too. */
async function state(): Promise<unknown> {
  const { rows } = await desk.owner.pool.query(
    `select (select jsonb_agg(to_jsonb(t) order by t.id) from tips t) as tips,
            (select count(*) from events) as events, (select count(*) from messages) as messages,
            (select count(*) from tip_notes) as notes, (select count(*) from saved_views) as views,
            (select jsonb_agg(to_jsonb(u) order by u.id) from auth."user" u) as officers,
            (select jsonb_agg(s.id order by s.id) from auth.session s) as sessions`,
  );
  return rows[0];
}

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
      const before = await state();
      for (const route of guarded) {
        const answer = await ask(route, headers);
        const refusal = [answer.status, answer.headers.get("location")];
        if (isApi(route)) expect(refusal, route.key).toEqual([401, null]);
        // Half signed in, a form without its token is refused before it is asked who sent it.
        else if (to === "/staff/setup/" && route.method === "POST")
          expect(refusal, route.key).toEqual([403, null]);
        else expect(refusal, route.key).toEqual([302, to]);
        expect(await answer.text(), route.key).not.toContain(tip.id);
      }
      expect(await state()).toEqual(before);
    });

  it("a program with a good token, opens no page and takes no form", async () => {
    const authorization = await desk.bearer(supervisor.email);
    const before = await state();
    for (const route of guarded.filter(({ path }) => !/^\/staff\/(api|evidence)\//.test(path)))
      expect((await ask(route, { authorization })).headers.get("location"), route.key).toBe(
        "/staff/sign-in/",
      );
    expect(await state()).toEqual(before);
  });

  it("a good cookie beside a bad token, is refused where tokens are taken", async () => {
    const headers = { ...cookiesOf(supervisor.browser), authorization: `Bearer ${"x".repeat(43)}` };
    for (const route of guarded.filter(isApi))
      expect((await ask(route, headers)).status, route.key).toBe(401);
  });
});

describe("every address that changes something", () => {
  const unsafe = guarded.filter(({ method }) => method !== "GET");

  it("refuses a browser without its own session's form token", async () => {
    const other = await seat(desk, "supervisor");
    const older = new Browser(desk);
    const again = await openSession(desk, older, supervisor.id);
    const before = await state();
    for (const route of unsafe.filter((route) => !isApi(route)))
      for (const csrf of ["", "guess", other.csrf, again, supervisor.csrf.slice(1), `${supervisor.csrf} `])
        expect(
          (await ask(route, cookiesOf(supervisor.browser), { csrf })).status,
          `${route.key} ${csrf}`,
        ).toBe(403);
    expect(await state()).toEqual(before);
  });

  it("refuses what another site sends, though cookie and token are right", async () => {
    const before = await state();
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
          (await ask(route, { ...cookiesOf(supervisor.browser), ...headers }, { csrf })).status,
          `${route.key} ${JSON.stringify(headers)}`,
        ).toBe(403);
    expect(await state()).toEqual(before);
  });

  it("takes JSON for JSON alone: what a page elsewhere may send by itself is refused", async () => {
    const before = await state();
    for (const route of unsafe.filter(isApi))
      for (const type of [
        "application/x-www-form-urlencoded",
        "text/plain",
        "multipart/form-data; boundary=x",
        "text/plain; application/json",
        "",
      ])
        expect(
          (await ask(route, { ...cookiesOf(supervisor.browser), "content-type": type })).status,
          route.key,
        ).toBe(415);
    expect(await state()).toEqual(before);
  });
});

describe("another way of asking", () => {
  it("does nothing at any address: only the method that is listed answers", async () => {
    const headers = { ...cookiesOf(supervisor.browser), origin: staffUrl };
    const { csrf } = supervisor;
    const before = await state();
    for (const route of routes)
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
        if (routes.some(({ path, method: listed }) => listed === method && matches(path, addressOf(route))))
          continue;
        const answer = await ask(route, headers, { method, csrf });
        expect(answer.status, `${method} ${route.path}`).toBe(404);
      }
    expect(await state()).toEqual(before);
  });

  it("does nothing by a header or a field that names another method", async () => {
    const headers = { ...cookiesOf(supervisor.browser), origin: staffUrl };
    const before = await state();
    for (const name of ["x-http-method-override", "x-method-override", "x-http-method"])
      for (const route of routes.filter(({ key }) =>
        /\/take|several|views|end-others/.test(addressOf({ ...route0(key) })),
      ))
        expect([302, 404], route.key).toContain(
          (await ask(route, { ...headers, [name]: "POST" }, { method: "GET" })).status,
        );
    expect(await state()).toEqual(before);
  });
});

const route0 = (key: string): DeskRoute => routes.find((route) => route.key === key) as DeskRoute;

/** Whether an address is one of the pattern. */
function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/:\w+/g, "[^/]+")}$`).test(path);
}

describe("guessing at names", () => {
  const guesses = [
    randomUUID(),
    "1",
    "00000000-0000-0000-0000-000000000000",
    "../../etc/passwd",
    "' or true --",
    "\u0000",
    "x".repeat(3_000),
    "％2e％2e",
    "🗝",
    "__proto__",
  ];

  it("is answered at every address as what another region has: 404, one body, nothing written", async () => {
    const stranger = await seat(desk, "supervisor", "moji");
    const headers = { ...cookiesOf(stranger.browser), origin: staffUrl };
    const before = await state();
    for (const route of routes.filter(({ path }) => path.includes(":id"))) {
      const bodies = new Set<string>();
      for (const id of [undefined, ...guesses]) {
        const answer = await ask(route, headers, {
          csrf: stranger.csrf,
          ...(id === undefined ? {} : { id }),
        });
        expect(answer.status, `${route.key} ${id?.slice(0, 40)}`).toBe(404);
        bodies.add(plain(await answer.text()));
      }
      expect([...bodies], route.key).toHaveLength(1);
    }
    expect(await state()).toEqual(before);
  });

  /** Without what differs by itself: the request's name, the moment, and the address that was asked. */
  function plain(body: string): string {
    return body.replaceAll(/"(requestId|now|path)":"(?:[^"\\]|\\.)*"/g, '"$1"');
  }
});

describe("every answer", () => {
  it("is kept by no browser and framed by no page, is what it says it is, and leads nowhere else", async () => {
    const headers = {
      ...cookiesOf(supervisor.browser),
      origin: staffUrl,
      host: "evil.example",
      "x-forwarded-host": "evil.example",
      forwarded: "host=evil.example",
    };
    for (const route of deskRoutes()) {
      const answer = await ask(route, headers, { csrf: supervisor.csrf });
      const said = (name: string) => answer.headers.get(name) ?? "";
      if (route.path.startsWith("/staff/")) expect(said("cache-control"), route.key).toBe("no-store");
      expect(said("x-frame-options"), route.key).toBe("DENY");
      expect(said("content-security-policy"), route.key).toContain("frame-ancestors 'none'");
      expect(said("x-content-type-options"), route.key).toBe("nosniff");
      expect(said("referrer-policy"), route.key).toBe("no-referrer");
      expect(said("access-control-allow-origin"), route.key).toBe("");
      if (answer.body && answer.status !== 302) expect(said("content-type"), route.key).not.toBe("");
      const to = answer.headers.get("location");
      if (to !== null) expect(to, route.key).toMatch(/^\/staff\//);
      if (isApi(route)) expect(said("content-type"), route.key).toMatch(/^application\/(problem\+)?json/);
      for (const cookie of answer.headers.getSetCookie()) {
        expect(cookie, route.key).toMatch(/; Path=\/staff/i);
        expect(cookie, route.key).toMatch(/; HttpOnly/i);
        expect(cookie, route.key).toMatch(/; SameSite=Strict/i);
        expect(cookie, route.key).not.toMatch(/; Domain=/i);
      }
      if (said("content-type").startsWith("text/event-stream")) await answer.body?.cancel();
      else expect(await answer.text(), route.key).not.toContain("evil.example");
    }
  });
});
