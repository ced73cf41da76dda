import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseAway } from "../service/errors.ts";
import type { JournalApplier, Log } from "../service/ports.ts";
import type { PendingRecord } from "./pending.ts";

const batchRecords = 200;
/** Under load, what comes within this time goes in one transaction: a batch costs much the same for one as for ten. */
const gatherMs = 20;
const firstWaitMs = 200;
const longestWaitMs = 5_000;
/** A record that the database refuses for its own sake is tried again at this pace, and never dropped. */
const stuckWaitMs = 60_000;

export interface DrainOptions {
  applier: JournalApplier;
  log: Log;
  /** Called once for each record that is in the database. */
  settled(record: PendingRecord): Promise<void>;
}

export interface DrainStatus {
  waiting: number;
  stuck: number;
  away: boolean;
  /** ISO 8601: when the oldest waiting record was accepted. */
  oldest: string | null;
}

/** Moves records from the journal into the database, in order, in batches, for as long as it takes. */
export class Drain {
  private readonly options: DrainOptions;
  private ready: PendingRecord[] = [];
  private readonly stuck = new Set<PendingRecord>();
  private running: Promise<void> | undefined;
  private readonly stopping = new AbortController();
  private away = false;

  constructor(options: DrainOptions) {
    this.options = options;
  }

  add(record: PendingRecord): void {
    this.ready.push(record);
    this.start();
  }

  /** How many records wait and since when, how many of them the database refused, and whether it is away. */
  status(): DrainStatus {
    const first = this.ready[0];
    const times = [...(first ? [first] : []), ...this.stuck].map(({ entry }) => entry.at).sort();
    return {
      waiting: this.ready.length + this.stuck.size,
      stuck: this.stuck.size,
      away: this.away,
      oldest: times[0] ?? null,
    };
  }

  /** Drains for at most `ms`; what is left stays in the journal for the next start. */
  async stop(ms: number): Promise<void> {
    const timer = setTimeout(() => this.stopping.abort(), ms);
    while (this.running && !this.stopping.signal.aborted)
      await Promise.race([this.running, aborted(this.stopping.signal)]);
    this.stopping.abort();
    clearTimeout(timer);
    await this.running;
  }

  private start(): void {
    if (this.stopping.signal.aborted) return;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
      // What was added between the loop's last look and this line must not wait for the next one.
      if (this.ready.length > 0) this.start();
    });
  }

  private async run(): Promise<void> {
    let wait = firstWaitMs;
    while (this.ready.length > 0 && !this.stopping.signal.aborted) {
      const batch = this.ready.slice(0, batchRecords);
      try {
        await this.applyBatch(batch);
        wait = firstWaitMs;
        this.away = false;
        if (this.ready.length > 0 && this.ready.length < batchRecords)
          await sleep(gatherMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      } catch (error) {
        if (!(error instanceof DatabaseAway)) throw error;
        if (!this.away)
          this.options.log.warn(
            { code: "database_away", count: this.ready.length },
            "journal waits for the database",
          );
        this.away = true;
        await sleep(wait, undefined, { signal: this.stopping.signal }).catch(() => undefined);
        wait = Math.min(wait * 2, longestWaitMs);
      }
    }
  }

  /** Throws only `DatabaseAway`; a record refused for itself must not hold up the others. */
  private async applyBatch(batch: PendingRecord[]): Promise<void> {
    try {
      await this.options.applier.apply(batch.map((record) => record.entry));
      await this.settle(batch);
    } catch (error) {
      if (error instanceof DatabaseAway) throw error;
      for (const record of batch) await this.applyOne(record);
    }
  }

  private async applyOne(record: PendingRecord): Promise<void> {
    try {
      await this.options.applier.apply([record.entry]);
      await this.settle([record]);
    } catch (error) {
      if (error instanceof DatabaseAway) throw error;
      const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
      this.options.log.error(
        { code: `journal_refused_${code}`, id: record.entry.id },
        "journal record refused",
      );
      this.ready.splice(this.ready.indexOf(record), 1);
      this.retryLater(record);
    }
  }

  private async settle(records: PendingRecord[]): Promise<void> {
    const done = new Set(records);
    this.ready = this.ready.filter((record) => !done.has(record));
    for (const record of records) await this.options.settled(record);
  }

  private retryLater(record: PendingRecord): void {
    this.stuck.add(record);
    sleep(stuckWaitMs, undefined, { signal: this.stopping.signal, ref: false }).then(
      () => {
        this.stuck.delete(record);
        this.add(record);
      },
      () => undefined,
    );
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
