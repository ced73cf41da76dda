import { randomBytes } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Config, parseConfig } from "../../functions/config.ts";
import { keepTraining, train } from "../../functions/demo/train.ts";
import { connect } from "../../functions/store/connect.ts";
import { trainingSince } from "../../functions/store/training.ts";
import { trainingUrlFor } from "../../functions/supervise/training-url.ts";
import { ensureKeyFiles, readIdentity, readKey } from "../../functions/vault/key-files.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { dataDirectory } from "../support/program.ts";

let real: TestDatabase;
let practice: TestDatabase;
let data: ReturnType<typeof dataDirectory>;
let config: Config;
let owners: Record<"real" | "practice", ReturnType<typeof connect>>;

beforeAll(async () => {
  [real, practice] = [await freshDatabase(), await freshDatabase()];
  data = dataDirectory();
  await ensureKeyFiles(data.path, (count) => randomBytes(count));
  owners = { real: connect(real.url, { max: 1 }), practice: connect(practice.url, { max: 1 }) };
  await owners.real.pool.query(
    `insert into auth."user" (id, name, email, role, region) values ('o', 'Real', 'real@customs.example', 'intake', 'hq')`,
  );
  const env = {
    DATA_DIR: data.path,
    DATABASE_URL: real.url,
    TRAINING_DATABASE_URL: practice.url,
    LOG_LEVEL: "error",
  };
  const parsed = parseConfig(env);
  if (!parsed.ok) throw new Error(parsed.problems.join("; "));
  config = parsed.config;
});
afterAll(async () => {
  for (const owner of Object.values(owners ?? {})) await owner.close();
  await real?.drop();
  await practice?.drop();
  await data?.remove();
});

const ids = async (of: "real" | "practice") =>
  (await owners[of].pool.query<{ id: string }>("select id from tips")).rows.map(({ id }) => id);
const countsOfReal = async () =>
  (
    await owners.real.pool.query(
      `select (select count(*) from tips) as tips, (select count(*) from events) as events,
        (select count(*) from auth."user") as officers, (select count(*) from demonstration) as marked`,
    )
  ).rows[0];

describe("the practice desk's database", () => {
  test("is filled with invented tips, compared and ready, and the real one is not touched", async () => {
    const before = await countsOfReal();
    await train(config, false);
    expect(await trainingSince(owners.practice.pool)).toBeInstanceOf(Date);
    expect((await ids("practice")).length).toBeGreaterThan(40);
    const { rows } = await owners.practice.pool.query(
      "select (select count(*)::int from related_tips) as related, (select count(*)::int from pgboss.job) as jobs",
    );
    expect(rows[0].related).toBeGreaterThan(0);
    // Nobody is told of an invented tip.
    expect(rows[0].jobs).toBe(0);
    expect(await countsOfReal()).toEqual(before);
  }, 120_000);

  test("has keys of its own, which open nothing real", async () => {
    const own = await readIdentity(join(data.path, "training", "keys", "staff"));
    expect(own).not.toBe(await readIdentity(join(data.path, "keys", "staff")));
  });

  test("is given the keys that a newer program has, its own ones, at that program's start", async () => {
    const keys = join(data.path, "training", "keys");
    const names = ["public/lookup.key", "staff/lookup.key"];
    for (const name of names) rmSync(join(keys, name));
    const made = readFileSync(join(keys, "made.txt"), "utf8").split("\n");
    writeFileSync(join(keys, "made.txt"), made.filter((name) => !names.includes(name)).join("\n"));
    await keepTraining(config);
    const own = await readKey(join(keys, "staff"), "lookup");
    expect(own).toEqual(await readKey(join(keys, "public"), "lookup"));
    expect(own).not.toEqual(await readKey(join(data.path, "keys", "staff"), "lookup"));
  });

  test("keeps what was done there until it is made afresh, and then has none of it", async () => {
    const before = await ids("practice");
    await owners.practice.pool.query("update tips set band = 'D' where id = $1", [before[0]]);
    await train(config, false);
    await keepTraining(config);
    expect(await ids("practice")).toEqual(expect.arrayContaining(before));
    const counted = await countsOfReal();
    await train(config, true);
    const after = await ids("practice");
    expect(after.length).toBe(before.length);
    expect(after.filter((id) => before.includes(id))).toEqual([]);
    expect(await countsOfReal()).toEqual(counted);
  }, 180_000);

  test("is never a database that holds anything real", async () => {
    const before = await countsOfReal();
    const wrong = { ...config, trainingDatabaseUrl: real.url };
    await expect(train(wrong, false)).rejects.toThrow(/real tips/);
    await expect(train(wrong, true)).rejects.toThrow(/real tips/);
    expect(await countsOfReal()).toEqual(before);
    const same = parseConfig({
      DATABASE_URL: real.url,
      TRAINING_DATABASE_URL: real.url.replace("//", "//other:x@"),
    });
    expect(same.ok).toBe(false);
  }, 60_000);

  test("is not looked for on a server somebody else runs, unless they name it", () => {
    const staff = "postgresql://shirokuro_staff:x@127.0.0.1:5999/shirokuro";
    const none = { ...config, databaseUrl: null, trainingDatabaseUrl: null };
    expect(trainingUrlFor({ ...none, databaseUrl: real.url }, staff)).toBeNull();
    expect(trainingUrlFor(none, staff)).toBe(
      "postgresql://shirokuro_staff:x@127.0.0.1:5999/shirokuro_training",
    );
    expect(decodeURIComponent(trainingUrlFor(config, staff) ?? "")).toContain("role=shirokuro_staff");
  });
});
