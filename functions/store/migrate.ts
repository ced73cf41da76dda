import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { Client } from "pg";

export type Migration = { name: string; sql: string; checksum: string };

const MIGRATIONS = new URL("./migrations/", import.meta.url);

// Any fixed number: two programs that migrate the same database wait for each other on it.
const LOCK = 4_610_961;

/**
 * Reads the numbered SQL files (`001-name.sql`) in order.
 * @throws when a name has no number, or two share one
 */
export function readMigrations(directory: URL = MIGRATIONS): Migration[] {
  const names = readdirSync(directory)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  names.forEach((name, index) => {
    if (!/^\d{3}-[a-z0-9-]+\.sql$/.test(name))
      throw new Error(`migration ${name}: the name must be NNN-words.sql`);
    if (names[index - 1]?.slice(0, 3) === name.slice(0, 3))
      throw new Error(`migration ${name}: its number is taken`);
  });
  return names.map((name) => {
    const sql = readFileSync(new URL(name, directory), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

/**
 * Brings the database up to date: each new file in a transaction of its own, its name and checksum recorded in
 * `schema_migrations`, all under one advisory lock.
 *
 * @returns the names applied now
 * @throws when an applied file has changed since, or the database holds one this program does not know
 */
export async function migrate(
  databaseUrl: string,
  migrations: Migration[] = readMigrations(),
): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(
      `CREATE TABLE IF NOT EXISTS schema_migrations (
         name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
    );
    const { rows } = await client.query<{ name: string; checksum: string }>(
      "SELECT name, checksum FROM schema_migrations ORDER BY name",
    );
    checkApplied(rows, migrations);
    const applied = new Set(rows.map((row) => row.name));
    const missing = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  } finally {
    // Ending the session gives the lock back, also after an error.
    await client.end();
  }
}

function checkApplied(applied: { name: string; checksum: string }[], migrations: Migration[]): void {
  for (const row of applied) {
    const known = migrations.find((migration) => migration.name === row.name);
    if (!known) throw new Error(`the database was migrated by a newer program: ${row.name} is unknown here`);
    if (known.checksum !== row.checksum)
      throw new Error(`migration ${row.name} was changed after it was applied`);
  }
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(migration.sql);
    await client.query("INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)", [
      migration.name,
      migration.checksum,
    ]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(
      `migration ${migration.name} failed: ${error instanceof Error ? error.message : "unknown"}`,
    );
  }
}
