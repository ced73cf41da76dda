import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type PartnerDoorDeps, partnerDoor } from "../../../functions/channels/partner/partner-door.ts";
import { openApiDocument } from "../../../functions/channels/web/api/openapi.ts";
import { DatabaseAway } from "../../../functions/service/errors.ts";
import { listPartnerKeys } from "../../../functions/service/partners/list-partner-keys.ts";
import { revokePartnerKeys } from "../../../functions/service/partners/revoke-partner-keys.ts";
import { connect } from "../../../functions/store/connect.ts";
import { wirePartner } from "../../../functions/wire-partner.ts";
import { freshDatabase, type TestDatabase } from "../../support/database.ts";
import { type TestIntake, testIntake } from "../../support/intake.ts";
import { type TestPartners, testPartners } from "../../support/partners.ts";

let database: TestDatabase;
let intake: TestIntake;
let partners: TestPartners;
let owner: ReturnType<typeof connect>;
let deps: PartnerDoorDeps;
let door: Hono;
let key: string;
beforeAll(async () => {
  database = await freshDatabase();
  intake = await testIntake(database);
  partners = await testPartners(database, intake);
  owner = connect(database.url);
  key = await partners.key("日本港運協会");
});
afterAll(async () => {
  await owner?.close();
  await partners?.close();
  await intake?.remove();
  await database?.drop();
});
beforeEach(async () => {
  deps = await wirePartner(intake, join(intake.dataDir, "keys/public"));
  door = new Hono().route("/partner/v1", partnerDoor(deps));
});

const words = { locale: "ja", text: "岸壁で見慣れない荷下ろしがあった" };

function send(body: unknown, headers: Record<string, string> = { authorization: `Bearer ${key}` }) {
  return door.request("/partner/v1/tips", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

async function stored(): Promise<number> {
  await intake.drained();
  const { rows } = await owner.pool.query("select count(*)::int as count from tips");
  return rows[0].count;
}

describe("POST /partner/v1/tips", () => {
  it("answers 201 with a reference alone, and 200 with the same one for the same words again", async () => {
    const body = { ...words, idempotencyKey: randomUUID() };
    const before = await stored();
    const first = await send(body);
    expect(first.status).toBe(201);
    const accepted = await first.json();
    expect(accepted).toEqual({
      reference: expect.stringMatching(/^PR-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/),
    });
    const again = await send(body);
    expect([again.status, await again.json()]).toEqual([200, accepted]);
    expect(await stored()).toBe(before + 1);
  });

  it("takes words without a key for repeats or a language, each time as a tip of its own", async () => {
    const before = await stored();
    const answers = [await send({ text: words.text }), await send({ text: words.text })];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await stored()).toBe(before + 2);
  });

  it.each([
    ["what is not JSON", "{", 400],
    ["words that are missing", {}, 422],
    ["words that are blank", { text: "  " }, 422],
    ["a language nobody has", { ...words, locale: "xx" }, 422],
    ["a body that is too large", { text: "x".repeat(300_000) }, 413],
  ])("refuses %s", async (_, body, status) => {
    const answer = await send(body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });

  it("refuses other words under a key that was used, and another type than JSON", async () => {
    const body = { ...words, idempotencyKey: randomUUID() };
    await send(body);
    const answer = await send({ ...body, text: "別の言葉" });
    expect([answer.status, await answer.json()]).toMatchObject([422, { issues: [{ code: "key_reused" }] }]);
    const form = await send("text=x", {
      authorization: `Bearer ${key}`,
      "content-type": "application/x-www-form-urlencoded",
    });
    expect(form.status).toBe(415);
  });
});

describe("without a good key", () => {
  it.each([
    ["no key", {}],
    ["a wrong key", { authorization: `Bearer skp_${"A".repeat(43)}` }],
    ["an empty key", { authorization: "Bearer " }],
    ["another scheme", { authorization: "Basic c2tw" }],
    ["a key of another form", { authorization: `Bearer ${"x".repeat(5_000)}` }],
  ] as [string, Record<string, string>][])(
    "%s is answered with 401, all alike, and nothing is stored or logged",
    async (_, headers) => {
      const before = await stored();
      intake.logs.length = 0;
      const answer = await send(words, headers);
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="partner"');
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(await answer.json()).toEqual({
        type: "about:blank",
        title: "Send the key you were given as a bearer token.",
        status: 401,
      });
      expect(await stored()).toBe(before);
      expect(intake.logs).toEqual([]);
    },
  );

  it("a revoked one is answered like a wrong one", async () => {
    const old = await partners.key("Courier association");
    expect((await send(words, { authorization: `Bearer ${old}` })).status).toBe(201);
    await revokePartnerKeys(partners.ctx, { name: "Courier association" });
    const answer = await send(words, { authorization: `Bearer ${old}` });
    expect(answer.status).toBe(401);
    expect(await listPartnerKeys(partners.ctx)).toHaveLength(2);
  });

  it("the body is not read, however wrong it is", async () => {
    expect((await send("{", {})).status).toBe(401);
    expect((await send({ text: "x".repeat(300_000) }, {})).status).toBe(401);
  });

  it("no key is looked up like a wrong one, so that both take the same time", async () => {
    const asked: string[] = [];
    door = new Hono().route(
      "/partner/v1",
      partnerDoor({ ...deps, checkKey: async (given) => void asked.push(given) }),
    );
    await send(words, {});
    await send(words, { authorization: "Bearer skp_wrong" });
    expect(asked).toEqual(["", "skp_wrong"]);
  });

  it("a source that goes on is told to wait, and costs no look-up; right keys are not counted", async () => {
    for (let n = 0; n < 25; n += 1) expect((await send(words)).status).toBe(201);
    for (let n = 0; n < 20; n += 1) expect((await send(words, {})).status).toBe(401);
    const before = await stored();
    const answer = await send(words, {});
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await stored()).toBe(before);
  });

  it("every other address under /partner/v1 wants a key, too", async () => {
    expect((await door.request("/partner/v1/anything")).status).toBe(401);
    const known = await door.request("/partner/v1/anything", { headers: { authorization: `Bearer ${key}` } });
    expect(known.status).toBe(404);
  });
});

describe("when the database is away", () => {
  it("answers 503 and takes nothing, as the key cannot be checked", async () => {
    const away = async () => {
      throw new DatabaseAway();
    };
    door = new Hono().route("/partner/v1", partnerDoor({ ...deps, checkKey: away }));
    const answer = await send(words);
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "60"]);
  });
});

describe("the API document", () => {
  it("says what the partner door takes and answers", async () => {
    const document = JSON.parse(JSON.stringify(openApiDocument("https://tips.example")));
    const { post } = document.paths["/partner/v1/tips"];
    expect(Object.keys(post.responses)).toEqual([
      "200",
      "201",
      "400",
      "401",
      "413",
      "415",
      "422",
      "429",
      "503",
    ]);
    expect(document.components.securitySchemes[Object.keys(post.security[0])[0] ?? ""]).toEqual({
      type: "http",
      scheme: "bearer",
    });
    expect(document.components.schemas.PartnerTipRequest.required).toEqual(["text"]);
    const { reference } = await (await send(words)).json();
    const { properties, required } = document.components.schemas.PartnerAccepted;
    expect(required).toEqual(["reference"]);
    expect(reference).toMatch(new RegExp(properties.reference.pattern));
  });
});
