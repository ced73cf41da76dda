/** Whether a database holds invented tips. Only its owner may say so. */
import { Client } from "pg";

export type DatabaseUse =
  | { kind: "empty" }
  | { kind: "real" }
  | { kind: "demonstration"; begunAt: Date; filled: boolean };

/** What a database is used for: a demonstration, real tips or accounts, or nothing yet. */
export function readUse(ownerUrl: string): Promise<DatabaseUse> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ begun_at: Date; filled_at: Date | null }>(
      "select begun_at, filled_at from demonstration",
    );
    const [row] = rows;
    if (row) return { kind: "demonstration", begunAt: row.begun_at, filled: row.filled_at !== null };
    const used = await client.query<{ used: boolean }>(
      `select exists (select from tips) or exists (select from auth."user") as used`,
    );
    return used.rows[0]?.used ? { kind: "real" } : { kind: "empty" };
  });
}

/** Before the first invented tip is filed. */
export function beginDemonstration(ownerUrl: string, at: Date): Promise<void> {
  return asOwner(
    ownerUrl,
    async (client) => void (await client.query("insert into demonstration (begun_at) values ($1)", [at])),
  );
}

/** After the last one. */
export function finishDemonstration(ownerUrl: string, at: Date): Promise<void> {
  return asOwner(
    ownerUrl,
    async (client) => void (await client.query("update demonstration set filled_at = $1", [at])),
  );
}

/** As any login sees it that may read the mark. */
export async function isDemonstration(db: {
  query(sql: string): Promise<{ rows: { made: boolean }[] }>;
}): Promise<boolean> {
  const { rows } = await db.query("select exists (select from demonstration) as made");
  return rows[0]?.made ?? false;
}

async function asOwner<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
