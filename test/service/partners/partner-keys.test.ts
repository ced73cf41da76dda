import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BadInput, DatabaseAway, KeyReused, NotFound } from "../../../functions/service/errors.ts";
import { checkPartnerKey } from "../../../functions/service/partners/check-partner-key.ts";
import { listPartnerKeys } from "../../../functions/service/partners/list-partner-keys.ts";
import { revokePartnerKeys } from "../../../functions/service/partners/revoke-partner-keys.ts";
import { submitPartnerTip } from "../../../functions/service/partners/submit-partner-tip.ts";
import { submitTip } from "../../../functions/service/tips/submit-tip.ts";
import { connect } from "../../../functions/store/connect.ts";
import { createPartnerCheck } from "../../../functions/store/partner-check.ts";
import { freshDatabase, type TestDatabase } from "../../support/database.ts";
import { type TestIntake, testIntake } from "../../support/intake.ts";
import { type TestPartners, testPartners } from "../../support/partners.ts";

let database: TestDatabase;
let intake: TestIntake;
let partners: TestPartners;
let owner: ReturnType<typeof connect>;
beforeAll(async () => {
  database = await freshDatabase();
  intake = await testIntake(database);
  partners = await testPartners(database, intake);
  owner = connect(database.url);
});
afterAll(async () => {
  await owner?.close();
  await partners?.close();
  await intake?.remove();
  await database?.drop();
});

const check = (key: string) =>
  checkPartnerKey({ keys: partners.ctx.keys, partners: createPartnerCheck(intake.connection.db) }, key);
const report = (text: string) => ({ locale: "ja" as const, text, goods: [] });

describe("a partner's key", () => {
  it("is good for its partner until it is revoked, and during a change of keys two are", async () => {
    const first = await partners.key("日本港運協会");
    const second = await partners.key("日本港運協会");
    expect(first).toMatch(/^skp_[\w-]{43}$/);
    const partnerId = await check(first);
    expect(partnerId).toBeDefined();
    expect(await check(second)).toBe(partnerId);

    const [row] = (await listPartnerKeys(partners.ctx)).filter(({ name }) => name === "日本港運協会");
    expect(await revokePartnerKeys(partners.ctx, { keyId: row?.keyId ?? "" })).toBe(1);
    expect(await check(first)).toBeUndefined();
    expect(await check(second)).toBe(partnerId);
    expect(await revokePartnerKeys(partners.ctx, { name: "日本港運協会" })).toBe(1);
    expect(await check(second)).toBeUndefined();
    await expect(revokePartnerKeys(partners.ctx, { name: "日本港運協会" })).rejects.toThrow(NotFound);
  });

  it("is none when it is empty, cut short or another's hash", async () => {
    const key = await partners.key("Courier association");
    for (const wrong of ["", key.slice(0, -1), `${key}=`, key.toUpperCase(), "skp_"])
      expect(await check(wrong)).toBeUndefined();
  });

  it("lies nowhere in the database, only its hash under a key that the database has not", async () => {
    const key = await partners.key("Airline association");
    const { rows } = await owner.pool.query("select * from partner_keys, partners, events");
    expect(JSON.stringify(rows)).not.toContain(key.slice(4));
    const { rows: hashes } = await owner.pool.query(
      "select count(*)::int as plain from partner_keys where key_hash = sha256($1)",
      [Buffer.from(key)],
    );
    expect(hashes[0].plain).toBe(0);
  });

  it("is made and revoked with an event each", async () => {
    const { rows } = await owner.pool.query(
      "select action, actor_kind, subject_id from events where action like 'partner.%' order by seq",
    );
    const keys = await listPartnerKeys(partners.ctx);
    expect(rows.filter(({ action }) => action === "partner.key_made")).toHaveLength(keys.length);
    expect(rows.filter(({ action }) => action === "partner.key_revoked")).toHaveLength(2);
    expect(new Set(rows.map(({ actor_kind }) => actor_kind))).toEqual(new Set(["system"]));
  });

  it("wants a name of one line", async () => {
    await expect(partners.key("two\nlines")).rejects.toThrow(BadInput);
  });

  it("cannot be checked while the database is away", async () => {
    const nowhere = connect("postgresql://nobody:x@127.0.0.1:9/none");
    const away = { keys: partners.ctx.keys, partners: createPartnerCheck(nowhere.db) };
    await expect(checkPartnerKey(away, "skp_x")).rejects.toThrow(DatabaseAway);
    await nowhere.close();
  });
});

describe("what the database lets the roles do with partners", () => {
  it.each([
    "select * from partners",
    "select key_hash from partner_keys",
    "select * from partner_tips",
    "update partner_keys set revoked_at = null",
    "insert into partner_keys (id, partner_id, key_hash, made_at) select gen_random_uuid(), id, 'x', now() from partners",
    "insert into partners (id, name, made_at) values (gen_random_uuid(), 'x', now())",
  ])("keeps the public role from: %s", async (sql) => {
    await expect(intake.connection.pool.query(sql)).rejects.toThrow(/permission denied/);
  });

  it("keeps the worker from all of it, and the staff role from changing a hash", async () => {
    const worker = connect(database.urls.worker);
    await expect(worker.pool.query("select partner_of_key('x')")).rejects.toThrow(/permission denied/);
    await expect(worker.pool.query("select name from partners")).rejects.toThrow(/permission denied/);
    await worker.close();
    const staff = connect(database.urls.staff);
    await expect(staff.pool.query("update partner_keys set key_hash = 'x'")).rejects.toThrow(
      /permission denied/,
    );
    await expect(staff.pool.query("delete from partner_keys")).rejects.toThrow(/permission denied/);
    await staff.close();
  });
});

describe("a tip that a partner relays", () => {
  it("is kept with its partner and the reference it was given, and counts for it", async () => {
    const partnerId = (await check(await partners.key("Fishery association"))) ?? "";
    const idempotencyKey = randomUUID();
    const tip = { partnerId, report: report("沖で荷物を受け渡す漁船を見た"), idempotencyKey };
    const accepted = await submitPartnerTip(intake.ctx, tip);
    expect(accepted).toEqual({ reference: expect.stringMatching(/^PR-/), again: false });
    await intake.drained();
    expect(await submitPartnerTip(intake.ctx, tip)).toEqual({ ...accepted, again: true });
    const { rows } = await owner.pool.query(
      "select tips.channel, partner_tips.* from partner_tips join tips on tips.id = tip_id",
    );
    expect(rows).toMatchObject([
      { channel: "partner", partner_id: partnerId, reference: accepted.reference },
    ]);
    const listed = await listPartnerKeys(partners.ctx);
    expect(listed.find(({ name }) => name === "Fishery association")).toMatchObject({ tips: 1 });
  });

  it("keeps each partner's own keys for repeats apart from the others' and from the public's", async () => {
    const one = (await check(await partners.key("One"))) ?? "";
    const other = (await check(await partners.key("Other"))) ?? "";
    const idempotencyKey = randomUUID();
    const relay = (partnerId: string, text: string) =>
      submitPartnerTip(intake.ctx, { partnerId, report: report(text), idempotencyKey });
    const first = await relay(one, "一つめ");
    const second = await relay(other, "二つめ");
    expect(second).toMatchObject({ again: false });
    expect(second.reference).not.toBe(first.reference);
    const own = await submitTip(intake.ctx, { channel: "web", idempotencyKey, report: report("三つめ") });
    expect(own.again).toBe(false);
    await expect(relay(one, "他の言葉")).rejects.toThrow(KeyReused);
  });
});
