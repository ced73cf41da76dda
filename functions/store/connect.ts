import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database } from "./schema.ts";

// A `date` is a calendar day in Tokyo, not a moment in the server's zone.
const types = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === pg.types.builtins.DATE
      ? (day: string) => day
      : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

export interface Connection {
  db: Kysely<Database>;
  pool: pg.Pool;
  close(): Promise<void>;
}

/**
 * Opens a pool of `max` connections to `url`. A lost connection is not an error of ours: the pool makes a new one at
 * the next query, and `onLost` is told so that it can be counted. Times out after 5 s waiting for a connection and
 * 30 s in a statement.
 */
export function connect(url: string, options: { max?: number; onLost?: () => void } = {}): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 8,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idleTimeoutMillis: 60_000,
    types,
  });
  pool.on("error", () => options.onLost?.());
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

// SQLSTATE classes: 08 connection, 57P0x shutdown or crash, 53 insufficient resources.
const awaySqlStates = /^(08|57P0|53)/;
const awayNodeCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EHOSTUNREACH",
]);

/** Whether `error` says that the database cannot be reached now, rather than that the query was wrong. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (awaySqlStates.test(code) || awayNodeCodes.has(code)) return true;
  // The driver gives these no code.
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
    error.message,
  );
}
