import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routePermits } from "../../functions/staff/route-permits.ts";
import { tipActionTable } from "../../functions/staff/tip-actions.ts";
import { hostileWords } from "../examples/hostile/hostile.ts";
import { readSources } from "../support/architecture/source.ts";
import { type AskedDesk, askedDesk, isApi, routes } from "./asking.ts";
import { staffUrl } from "./desk.ts";
import { type Seat, seat } from "./seat.ts";

let asked: AskedDesk;
let officers: Seat[];
beforeAll(async () => {
  asked = await askedDesk();
  officers = await Promise.all(
    (["supervisor", "auditor", "admin"] as const).map((role) => seat(asked.desk, role)),
  );
}, 120_000);
afterAll(() => asked?.desk.close());

/** Every name that the doors and verbs of the desk look up in what they are sent, from their own text. */
function fieldNames(): string[] {
  const sources = readSources(
    resolve(import.meta.dirname, "../.."),
    ["functions/staff", "functions/service", "functions/domain/cases"],
    [".ts"],
  );
  const names = sources.flatMap(({ text }) =>
    [
      ...text.matchAll(/\b(?:form|query|input|given)\.(\w+)/g),
      ...text.matchAll(/\b(?:get|getAll|text|query|one)\("([\w-]+)"\)/g),
      ...text.matchAll(/^\s+(\w+): (?:z\b|words\(|version\b|several\(|flag\b)/gm),
    ].map(([, name = ""]) => name),
  );
  return [...new Set(names)].filter((name) => !["text", "get"].includes(name) || name === "text").sort();
}

/** What a good request carries, so that one bad field is not refused for another's sake. */
const good: Record<string, string> = {
  reason: "because",
  text: "words",
  band: "B",
  status: "reading",
  outcome: "other",
  visible: "all",
  action: "take",
  name: "view",
  email: "nobody@customs.example",
  password: "not this one at all",
};

/** What breaks readers: an end of a string, halves of characters, markup, quotes. */
const worst = `\u0000\ud800'"<b>＝=@\\\udfff\r\n`;

async function send(
  officer: Seat,
  key: string,
  fields: Record<string, unknown>,
  action = "take",
): Promise<Response> {
  const route = routes.find((each) => each.key === key);
  if (!route) throw new Error(`no address ${key}`);
  const address = `${staffUrl}${asked.addressOf({ ...route, path: route.path.replace(":action", action) })}`;
  const strings = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  const who = routePermits[key];
  const cookie = [...officer.browser.cookies].map((pair) => pair.join("=")).join("; ");
  const headers: Record<string, string> = { cookie, origin: staffUrl };
  if (route.method === "GET")
    return asked.desk.app.request(`${address}?${new URLSearchParams(strings)}`, { headers });
  if (isApi(route))
    return asked.desk.app.request(address, {
      method: route.method,
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify(fields),
    });
  return asked.desk.app.request(address, {
    method: route.method,
    // Signing out would end the walk.
    headers: who === "anyone" ? { origin: staffUrl } : headers,
    body: new URLSearchParams({ ...strings, csrf: officer.csrf }),
  });
}

describe("any field of any address, filled with what breaks readers", () => {
  const names = fieldNames();

  /** Each of the fields that a good request has, and then all others at once. */
  function spoilt(value: unknown): [string, Record<string, unknown>][] {
    const others = Object.fromEntries(names.filter((name) => !(name in good)).map((name) => [name, value]));
    return [
      ...Object.keys(good).map((name): [string, Record<string, unknown>] => [
        name,
        { ...good, [name]: value },
      ]),
      ["all others", { ...others, ...good }],
    ];
  }

  it("finds the fields by reading what the doors look up", () => {
    for (const name of ["reason", "text", "back", "q", "cursor", "actor", "email", "code", "seen", "version"])
      expect(names, name).toContain(name);
  });

  for (const { key } of routes)
    it(`is refused or taken, and never fails: ${key}`, async () => {
      for (const officer of officers) {
        for (const [name, fields] of spoilt(worst)) {
          const answer = await send(officer, key, fields);
          expect(answer.status, name).toBeLessThan(500);
          const type = answer.headers.get("content-type") ?? "";
          if (type.startsWith("text/event-stream")) await answer.body?.cancel();
          if (answer.status >= 300 && answer.status < 400)
            expect(answer.headers.get("location"), name).toMatch(/^\/staff\/[^\\]*$/);
        }
        if (key.startsWith("POST /staff/api/"))
          for (const value of [null, 7, true, [], ["x"], {}, { $ne: 1 }, 1e308, -1, "9".repeat(400)])
            for (const [name, fields] of spoilt(value))
              expect(
                (await send(officer, key, fields)).status,
                `${name}: ${JSON.stringify(value)}`,
              ).toBeLessThan(500);
        // One role that reads tips is enough for what is about tips.
        const who = routePermits[key];
        if (typeof who === "object" && who.desk === undefined && !who.own) break;
      }
    }, 120_000);

  it("is refused or taken as a whole body, too", async () => {
    const [officer] = officers;
    if (!officer) return;
    const bodies = [
      "",
      "null",
      "[]",
      "7",
      '"x"',
      "{",
      '{"__proto__":{"reason":"x"}}',
      "\u0000",
      "[".repeat(50_000),
    ];
    for (const { key, path } of routes.filter((route) => route.method === "POST" && isApi(route)))
      for (const body of bodies) {
        const answer = await asked.desk.app.request(
          `${staffUrl}${path.replace(":id", asked.tip.id).replace(":action", "band")}`,
          {
            method: "POST",
            headers: {
              authorization: await asked.desk.bearer(officer.email),
              "content-type": "application/json",
            },
            body,
          },
        );
        expect(answer.status, `${key} ${body.slice(0, 20)}`).toBeGreaterThanOrEqual(400);
        expect(answer.status, `${key} ${body.slice(0, 20)}`).toBeLessThan(500);
      }
  }, 60_000);
});

describe("any field of any action on a tip, filled with what breaks readers", () => {
  for (const action of Object.keys(tipActionTable))
    it(`is refused or taken, and never fails: ${action}`, async () => {
      const [officer] = officers;
      if (!officer) return;
      const others = Object.fromEntries(fieldNames().map((name) => [name, worst]));
      const without = (name: string) =>
        Object.fromEntries(Object.entries(others).filter(([key]) => key !== name));
      for (const key of ["POST /staff/api/v1/tips/:id/:action", "POST /staff/tips/:id/:action"])
        for (const fields of [
          others,
          { ...without("version"), ...good },
          ...Object.keys(good).map((name) => ({ ...good, [name]: worst })),
        ])
          expect((await send(officer, key, fields, action)).status, JSON.stringify(fields)).toBeLessThan(500);
    }, 60_000);
});

describe("every string of the corpus", () => {
  it("is refused or taken where an officer looks for something, and changes no address", async () => {
    for (const { name, words } of hostileWords())
      for (const officer of officers)
        for (const key of [
          "GET /staff/",
          "GET /staff/api/v1/tips",
          "GET /staff/events/",
          "GET /staff/api/v1/events",
        ]) {
          for (const field of ["q", "actor", "action", "cursor", "tip"]) {
            const answer = await send(officer, key, { [field]: words });
            expect(answer.status, `${key} ${field} ${name}`).toBeLessThan(500);
            await answer.body?.cancel();
          }
        }
  }, 120_000);
});
