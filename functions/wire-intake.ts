/** Wires the public role's ports: keys, sealer, search hashes, journal and its own database login. */
import { randomBytes } from "node:crypto";
import { warmTriage } from "./domain/triage/triage.ts";
import { type OpenJournal, openJournal } from "./journal/journal.ts";
import { measureJournal } from "./metrics/measure-journal.ts";
import type { Registry } from "./metrics/registry.ts";
import type { IntakeContext } from "./service/context.ts";
import type { Clock, Log, RandomBytes } from "./service/ports.ts";
import { createJournalApplier } from "./store/apply-journal.ts";
import { type Connection, connect } from "./store/connect.ts";
import type { EnqueueJobs } from "./store/enqueue.ts";
import { createIntakeStore } from "./store/intake-store.ts";
import { createBlindIndex } from "./vault/blind-index.ts";
import { readKey, readRecipients } from "./vault/key-files.ts";
import { createIntakeKeys } from "./vault/keys.ts";
import { createSealer } from "./vault/seal.ts";

export interface IntakeOptions {
  databaseUrl: string;
  keysDir: string;
  journalFolder: string;
  enqueue: EnqueueJobs;
  log: Log;
  clock?: Clock;
  random?: RandomBytes;
  /** Counts what is accepted and what waits. */
  metrics?: Registry | undefined;
}

export interface Intake {
  ctx: IntakeContext;
  journal: OpenJournal;
  connection: Connection;
  /** Drains for at most `ms` milliseconds and closes. */
  close(ms: number): Promise<void>;
}

export async function wireIntake(options: IntakeOptions): Promise<Intake> {
  const { log, clock = () => new Date(), random = (count) => randomBytes(count) } = options;
  const [receiptKey, senderKey, lookupKey, indexKey, recipients] = await Promise.all([
    readKey(options.keysDir, "receipt"),
    readKey(options.keysDir, "sender"),
    readKey(options.keysDir, "lookup"),
    readKey(options.keysDir, "index"),
    readRecipients(options.keysDir),
  ]);
  warmTriage();
  const connection = connect(options.databaseUrl, {
    onLost: () => log.warn({ code: "connection_lost" }, "database connection lost"),
  });
  const applier = createJournalApplier(connection.db, options.enqueue);
  const measure = options.metrics && measureJournal(options.metrics, clock);
  const opened = await openJournal({
    folder: options.journalFolder,
    applier,
    clock,
    log,
    onSettled: measure?.settled,
  });
  const journal = measure?.around(opened) ?? opened;
  const ctx: IntakeContext = {
    clock,
    random,
    log,
    sealer: createSealer(recipients),
    keys: createIntakeKeys(receiptKey, senderKey, lookupKey),
    index: createBlindIndex(indexKey),
    journal,
    store: createIntakeStore(connection.db),
  };
  return {
    ctx,
    journal,
    connection,
    async close(ms) {
      await journal.close(ms);
      await connection.close();
    },
  };
}
