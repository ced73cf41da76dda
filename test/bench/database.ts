import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** The address of the running program's own database, as its owner or as one of its roles. */
export function databaseUrl(dataDir: string, login: "owner" | "public" | "staff"): string {
  return readFileSync(join(dataDir, "keys", login, "database.url"), "utf8").trim();
}

/** Rows of one statement, as the owner, on a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(
  dataDir: string,
  statement: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl(dataDir, "owner") });
  // A server killed under it is the caller's affair, told by the query.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function countRows(dataDir: string, table: "tips" | "evidence"): Promise<number> {
  const [row] = await ask<{ n: number }>(dataDir, `select count(*)::int as n from ${table}`);
  return row?.n ?? 0;
}

/** Waits until `table` holds `wanted` rows or `seconds` have passed; resolves with how many there are. */
export async function waitForRows(
  dataDir: string,
  table: "tips" | "evidence",
  wanted: number,
  seconds = 120,
): Promise<number> {
  const endsAt = performance.now() + seconds * 1_000;
  for (;;) {
    const there = await countRows(dataDir, table);
    if (there >= wanted || performance.now() > endsAt) return there;
    await sleep(20);
  }
}
