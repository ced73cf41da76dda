import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate, readMigrations } from "../../functions/store/migrate.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const migration = (name: string, sql: string, checksum = sql) => ({ name, sql, checksum });
const all = readMigrations();

test("a fresh database is migrated, and its copies do not see each other's rows", async () => {
  const other = await freshDatabase();
  const names = await query(database.url, "SELECT name FROM schema_migrations ORDER BY name");
  expect(names.map((row) => row.name)).toEqual(all.map((entry) => entry.name));
  await query(database.url, "CREATE TABLE only_here (id int)");
  await expect(query(other.url, "SELECT * FROM only_here")).rejects.toThrow("does not exist");
  await other.drop();
});

test("each role signs in as itself and may not make tables", async () => {
  for (const role of ["public", "staff", "worker"] as const) {
    const [row] = await query(database.urls[role], "SELECT current_user AS name");
    expect(row?.name).toBe(`shirokuro_${role}`);
    await expect(query(database.urls[role], "CREATE TABLE mine (id int)")).rejects.toThrow(
      "permission denied",
    );
  }
});

test("two programs that migrate at once apply each file once", async () => {
  const next = [...all, migration("900-a.sql", "CREATE TABLE made_once (id int)")];
  const applied = await Promise.all([migrate(database.url, next), migrate(database.url, next)]);
  expect(applied.flat()).toEqual(["900-a.sql"]);
});

test("a migration that fails leaves nothing behind and is not recorded", async () => {
  const before = [...all, migration("900-a.sql", "CREATE TABLE made_once (id int)")];
  const broken = [...before, migration("901-b.sql", "CREATE TABLE half (id int); SELECT no_such_thing()")];
  await expect(migrate(database.url, broken)).rejects.toThrow("migration 901-b.sql failed");
  await expect(query(database.url, "SELECT * FROM half")).rejects.toThrow("does not exist");
  expect(await migrate(database.url, before)).toEqual([]);
});

test("an applied file that changed, or one this program does not know, stops the migration", async () => {
  const changed = [...all, migration("900-a.sql", "CREATE TABLE made_once (id int)", "another")];
  await expect(migrate(database.url, changed)).rejects.toThrow("900-a.sql was changed after it was applied");
  await expect(migrate(database.url, all)).rejects.toThrow("900-a.sql is unknown here");
});
