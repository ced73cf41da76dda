import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StaffRole } from "../../functions/domain/access/officer.ts";
import { mayAtDesk } from "../../functions/domain/access/permits.ts";
import { inviteOfficer } from "../../functions/service/accounts/invite-officer.ts";
import { routePermits } from "../../functions/staff/route-permits.ts";
import { deskRoutes } from "../support/desk-routes.ts";
import { type AskedDesk, askedDesk, cookiesOf, guarded, isApi, plain, routes } from "./asking.ts";
import { staffUrl, type TestDesk } from "./desk.ts";
import { type Seat, seat } from "./seat.ts";

let asked: AskedDesk;
let desk: TestDesk;
let supervisor: Seat;
beforeAll(async () => {
  asked = await askedDesk();
  desk = asked.desk;
  supervisor = await seat(desk, "supervisor");
}, 120_000);
afterAll(() => desk?.close());

describe("another way of asking", () => {
  it("does nothing at any address: only the method that is listed answers", async () => {
    const headers = { ...cookiesOf(supervisor.browser), origin: staffUrl };
    const { csrf } = supervisor;
    const before = await asked.state();
    for (const route of routes)
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
        if (
          routes.some(
            ({ path, method: listed }) => listed === method && matches(path, asked.addressOf(route)),
          )
        )
          continue;
        const answer = await asked.ask(route, headers, { method, csrf });
        expect(answer.status, `${method} ${route.path}`).toBe(404);
      }
    expect(await asked.state()).toEqual(before);
  });

  it("does nothing by a header that names another method", async () => {
    const headers = { ...cookiesOf(supervisor.browser), origin: staffUrl };
    const before = await asked.state();
    const acts = routes.filter(({ method, path }) => method === "POST" && /action|several|views/.test(path));
    expect(acts.length).toBeGreaterThan(3);
    for (const name of ["x-http-method-override", "x-method-override", "x-http-method"])
      for (const route of acts) {
        const answer = await asked.ask(route, { ...headers, [name]: "POST" }, { method: "GET" });
        expect(answer.status, `${name} ${route.key}`).toBe(404);
      }
    expect(await asked.state()).toEqual(before);
  });
});

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
    const before = await asked.state();
    for (const route of routes.filter(({ path }) => path.includes(":id"))) {
      const bodies = new Set<string>();
      for (const id of [undefined, ...guesses]) {
        const answer = await asked.ask(route, headers, {
          csrf: stranger.csrf,
          ...(id === undefined ? {} : { id }),
        });
        expect(answer.status, `${route.key} ${id?.slice(0, 40)}`).toBe(404);
        bodies.add(plain(await answer.text()));
      }
      expect([...bodies], route.key).toHaveLength(1);
    }
    expect(await asked.state()).toEqual(before);
  });
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
      const answer = await asked.ask(route, headers, { csrf: supervisor.csrf });
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

describe("what needs a fresh proof of who asks", () => {
  const isProven = ({ key }: { key: string }) => {
    const who = routePermits[key];
    return typeof who === "object" && who.proven === true;
  };
  const asksForProof = /^\/staff\/step-up\/\?|"kind":"step-up"|"code":"step_up"/;

  /** What an address that is about accounts names, and its fields: someone new each time, since some end by it. */
  async function colleague(path: string): Promise<{ id?: string; fields?: Record<string, string> }> {
    const [role, region] = ["intake", "kobe"] as const;
    const email = `${randomUUID()}@customs.example`;
    const fields = { email, role, region, roleSeen: "supervisor", regionSeen: "hq" };
    if (!path.startsWith("/staff/people/")) return {};
    if (!path.includes("/links/")) return { id: (await desk.officer("supervisor")).id, fields };
    await inviteOfficer(desk.accounts, { purpose: "invite", email, role, region });
    const { rows } = await desk.owner.pool.query("select id from auth.setup_links where email = $1", [email]);
    return { id: rows[0].id };
  }

  /** Asks it as an officer who has business there: what it says, and where it leads, without a proof and after one. */
  async function asker(route: (typeof guarded)[number]) {
    const who = routePermits[route.key];
    const work = typeof who === "object" ? who.desk : undefined;
    const role =
      StaffRole.options.find((role) => work && mayAtDesk({ role, region: "hq" }, work)) ?? "supervisor";
    const officer = await seat(desk, role);
    const headers: Record<string, string> = isApi(route)
      ? { authorization: await desk.bearer(officer.email) }
      : { ...cookiesOf(officer.browser), origin: staffUrl };
    const more = { csrf: officer.csrf, ...(await colleague(route.path)) };
    return {
      async ask(): Promise<{ status: number; said: string }> {
        const answer = await asked.ask(route, headers, more);
        if (answer.headers.get("content-type")?.startsWith("text/event-stream")) {
          await answer.body?.cancel();
          return { status: answer.status, said: "" };
        }
        return { status: answer.status, said: answer.headers.get("location") ?? (await answer.text()) };
      },
      async prove() {
        await officer.prove();
        await desk.owner.pool.query("update auth.api_tokens set proven_at = now() where user_id = $1", [
          officer.id,
        ]);
      },
    };
  }

  it("is refused to a session and a token without it, and leaves no trace of having been had", async () => {
    for (const route of guarded.filter(isProven)) {
      const officer = await asker(route);
      const before = await asked.state();
      expect((await officer.ask()).said, route.key).toMatch(asksForProof);
      expect(await asked.state(), route.key).toEqual(before);
      await officer.prove();
      const { status, said } = await officer.ask();
      // This desk's address, a name without https, can have no passkey: that is said after the proof.
      const done = route.key.endsWith("/passkeys/question") ? [409] : [200, 303];
      expect(done, `${route.key} ${said}`).toContain(status);
      expect(said, route.key).not.toMatch(asksForProof);
    }
  }, 60_000);

  it("is in the table: no address asks for a proof that the table does not ask for", async () => {
    for (const route of guarded.filter((route) => !isProven(route) && !route.path.includes("/step-up")))
      expect((await (await asker(route)).ask()).said, route.key).not.toMatch(asksForProof);
  }, 120_000);

  it("is everything that is saved on the officer's machine", async () => {
    const saved: string[] = [];
    for (const route of guarded) {
      const who = routePermits[route.key];
      const work = typeof who === "object" ? who.desk : undefined;
      const role =
        StaffRole.options.find((role) => work && mayAtDesk({ role, region: "hq" }, work)) ?? "supervisor";
      const officer = await seat(desk, role);
      await officer.prove();
      const headers = { ...cookiesOf(officer.browser), origin: staffUrl };
      const answer = await asked.ask(route, headers, { csrf: officer.csrf });
      await answer.body?.cancel();
      if (!answer.headers.get("content-disposition")?.startsWith("attachment")) continue;
      saved.push(route.key);
      expect(isProven(route), route.key).toBe(true);
    }
    expect(saved.sort()).toEqual([
      "GET /staff/events/export.csv",
      "GET /staff/evidence/:id/disguised",
      "GET /staff/evidence/:id/file",
      "GET /staff/evidence/:id/sealed",
      "GET /staff/queue.csv",
      "GET /staff/tips/:id/sealed",
    ]);
  }, 60_000);

  it("is whatever lets someone into the desk", () => {
    expect(guarded.filter(isProven).map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        "POST /staff/people/invite",
        "POST /staff/people/links/:id/resend",
        "POST /staff/people/:id/renew",
        "POST /staff/people/:id/role",
        "POST /staff/account/passkeys",
      ]),
    );
  });
});
