/**
 * The waiting room. A record is on disk (length, checksum, fdatasync) before anyone is thanked for it, and leaves the
 * disk only when the database has it. While the database is away the journal alone keeps the promise.
 */
import type { Clock, Journal, JournalApplier, JournalEntry, Log } from "../service/ports.ts";
import { Drain, type DrainStatus } from "./drain.ts";
import { PendingTips } from "./pending.ts";
import { recoverSegments, segmentSuffix } from "./recover.ts";
import { Writer } from "./writer.ts";

export interface OpenJournal extends Journal {
  status(): DrainStatus;
  /** Stops accepting, drains for at most `ms` milliseconds, closes. */
  close(ms: number): Promise<void>;
}

export interface JournalOptions {
  /** Belongs to one process alone. */
  folder: string;
  applier: JournalApplier;
  clock: Clock;
  log: Log;
  /** Told of each entry that is in the database. */
  onSettled?: ((entry: JournalEntry) => void) | undefined;
}

/** Opens the journal in `folder`, taking up whatever an earlier run left there. Rejects when the folder cannot be read. */
export async function openJournal(options: JournalOptions): Promise<OpenJournal> {
  const { applier, log } = options;
  const tips = new PendingTips();
  let counter = 0;
  let closed = false;
  const writer = new Writer(options.folder, () => {
    counter += 1;
    return `${options.clock().getTime()}-${process.pid}-${String(counter).padStart(6, "0")}${segmentSuffix}`;
  });
  const drain = new Drain({
    applier,
    log,
    async settled(record) {
      tips.remove(record.entry);
      options.onSettled?.(record.entry);
      try {
        await writer.settle(record.segment);
      } catch {
        // A file that cannot be removed is applied again at the next start, which changes nothing.
        log.warn({ code: "journal_not_removed" }, "journal segment could not be removed");
      }
    },
  });

  const left = await recoverSegments(options.folder, log);
  if (left.length > 0)
    log.info({ code: "journal_recovered", count: left.length }, "journal records taken up");
  for (const record of left) {
    tips.add(record);
    drain.add(record);
  }

  return {
    async append(entry) {
      if (closed) throw new Error("journal closed");
      const written = writer.append(entry);
      const durable = written.then(() => undefined);
      // Whoever waits on it hears of a failure; without a listener it must not end the process.
      durable.catch(() => undefined);
      tips.add({ entry, durable });
      try {
        drain.add({ entry, durable, segment: await written });
      } catch (error) {
        tips.remove(entry);
        throw error;
      }
    },
    pendingTip: (idemHash) => tips.find(idemHash),
    status: () => drain.status(),
    async close(ms) {
      closed = true;
      await drain.stop(ms);
      await writer.close();
    },
  };
}
