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

const counted = { tips: "tips", texts: "tips where channel = 'sms'", evidence: "evidence" };
type Counted = keyof typeof counted;

export async function countRows(dataDir: string, what: Counted): Promise<number> {
  const [row] = await ask<{ n: number }>(dataDir, `select count(*)::int as n from ${counted[what]}`);
  return row?.n ?? 0;
}

/**
 * Waits until there are `expected` rows and no more come for half a second; resolves with how many there are, also
 * when half a minute has brought none of those that are missing.
 */
export async function settledRows(dataDir: string, what: Counted, expected: number): Promise<number> {
  let there = await countRows(dataDir, what);
  for (let since = performance.now(); performance.now() < since + (there < expected ? 30_000 : 500); ) {
    await sleep(50);
    const now = await countRows(dataDir, what);
    if (now !== there) since = performance.now();
    there = now;
  }
  return there;
}
