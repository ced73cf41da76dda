import { randomBytes } from "node:crypto";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { uuid7 } from "../../functions/domain/ids/uuid7.ts";
import type { TipEntry } from "../../functions/service/ports.ts";
import { createJournalApplier } from "../../functions/store/apply-journal.ts";
import type { EnqueueJobs } from "../../functions/store/enqueue.ts";
import type { Database } from "../../functions/store/schema.ts";
import { percentiles } from "./load.ts";

interface Statement {
  text: string;
  values: unknown[];
}

/** The statements of one tip's transaction as the program sends them, with what makes the tip one of its own. */
export interface TipTransaction {
  statements: Statement[];
  id: string;
  idemHash: Uint8Array;
}

/** Lets the program's own code write each entry once and keeps the statements that it sent. */
export async function captureTransactions(
  url: string,
  entries: readonly TipEntry[],
  enqueue: EnqueueJobs,
): Promise<TipTransaction[]> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pool.on("error", () => undefined);
  let statements: Statement[] = [];
  const recording = {
    async connect() {
      const client = await pool.connect();
      return {
        query(text: string, values: unknown[]) {
          if (!/^(begin|start|commit)/i.test(text)) statements.push({ text, values: [...values] });
          return client.query(text, values);
        },
        release: () => client.release(),
      };
    },
    end: () => pool.end(),
  };
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: recording as unknown as pg.Pool }),
  });
  const applier = createJournalApplier(db, enqueue);
  const captured: TipTransaction[] = [];
  try {
    for (const entry of entries) {
      statements = [];
      await applier.apply([entry]);
      captured.push({ statements, id: entry.id, idemHash: entry.idemHash });
    }
  } finally {
    await db.destroy();
  }
  return captured;
}

export interface RawResult {
  perSecond: number;
  p50: number;
  p99: number;
}

/** Sends those transactions, each as a tip of its own, straight to PostgreSQL over `connections` connections. */
export async function rawRate(
  url: string,
  captured: readonly TipTransaction[],
  connections: number,
  seconds: number,
): Promise<RawResult> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  const latencies: number[] = [];
  let next = 0;
  const startedAt = performance.now();
  const worker = async (client: pg.Client) => {
    while (performance.now() < startedAt + seconds * 1_000) {
      const transaction = captured[next % captured.length];
      next += 1;
      if (!transaction) break;
      const fresh = anew(transaction);
      const sentAt = performance.now();
      await client.query("begin");
      for (const { text, values } of fresh) await client.query(text, values);
      await client.query("commit");
      latencies.push(performance.now() - sentAt);
    }
  };
  await Promise.all(clients.map(worker));
  const elapsed = (performance.now() - startedAt) / 1_000;
  await Promise.all(clients.map((client) => client.end()));
  const { p50, p99 } = percentiles(latencies);
  return { perSecond: latencies.length / elapsed, p50, p99 };
}

function anew({ statements, id, idemHash }: TipTransaction): Statement[] {
  const newId = uuid7(new Date(), randomBytes(10));
  const newHash = randomBytes(idemHash.length);
  const renew = (value: unknown): unknown => {
    if (typeof value === "string") return value.replaceAll(id, newId);
    return value instanceof Uint8Array && Buffer.compare(value, idemHash) === 0 ? newHash : value;
  };
  return statements.map(({ text, values }) => ({ text, values: values.map(renew) }));
}
