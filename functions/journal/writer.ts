import { unlink } from "node:fs/promises";
import { join } from "node:path";
import type { JournalEntry } from "../service/ports.ts";
import { encodeRecord } from "./codec.ts";
import type { PendingRecord, RecoveredSegment } from "./pending.ts";
import { Segment } from "./segment.ts";

const fullBytes = 16 * 1024 * 1024;
/** An idle segment is dropped once it is worth the trouble. */
const tidyBytes = 256 * 1024;

interface Queued {
  bytes: Buffer;
  written(segment: Segment): void;
  failed(error: unknown): void;
}

/** Appends records to the active segment, all that arrive during one fdatasync with the next one. */
export class Writer {
  private readonly folder: string;
  private readonly name: () => string;
  private active: Segment | undefined;
  private queue: Queued[] = [];
  private busy: Promise<void> | undefined;

  /** `name` gives each segment a file name that sorts after the ones before it. */
  constructor(folder: string, name: () => string) {
    this.folder = folder;
    this.name = name;
  }

  /** Resolves with the segment once the entry is on disk. */
  append(entry: JournalEntry): Promise<Segment> {
    const bytes = encodeRecord(entry);
    return new Promise((resolve, reject) => {
      this.queue.push({ bytes, written: resolve, failed: reject });
      this.start();
    });
  }

  private start(): void {
    this.busy ??= this.flush().finally(() => {
      this.busy = undefined;
      // What was queued between the loop's last look and this line must not wait for the next one.
      if (this.queue.length > 0) this.start();
    });
  }

  /** Waits for what is being written and closes the file. */
  async close(): Promise<void> {
    while (this.busy) await this.busy;
    const last = this.active;
    this.active = undefined;
    if (last) await (last.waiting === 0 ? dropSegment(last) : last.close());
  }

  /** One record of `segment` reached the database. Removes the file when it holds nothing else that waits. */
  async settle(segment: PendingRecord["segment"]): Promise<void> {
    segment.waiting -= 1;
    if (segment.waiting > 0) return;
    if (segment === this.active) {
      if (this.active.size < tidyBytes || this.busy) return;
      this.active = undefined;
    }
    await dropSegment(segment);
  }

  private async flush(): Promise<void> {
    // Let the requests of this turn of the loop queue up behind one another.
    await Promise.resolve();
    while (this.queue.length > 0) {
      const batch = this.queue;
      this.queue = [];
      let segment: Segment | undefined;
      try {
        segment = await this.segment();
        await segment.append(Buffer.concat(batch.map((item) => item.bytes)));
        segment.waiting += batch.length;
        for (const item of batch) item.written(segment);
      } catch (error) {
        // The file may now end in half a record: never write behind it.
        await this.abandon(segment);
        for (const item of batch) item.failed(error);
      }
    }
  }

  private async segment(): Promise<Segment> {
    if (this.active && this.active.size >= fullBytes) {
      const full = this.active;
      this.active = undefined;
      if (full.waiting === 0) await dropSegment(full);
    }
    this.active ??= await Segment.create(join(this.folder, this.name()));
    return this.active;
  }

  private async abandon(segment: Segment | undefined): Promise<void> {
    if (!segment || segment !== this.active) return;
    this.active = undefined;
    if (segment.waiting === 0) await dropSegment(segment).catch(() => undefined);
  }
}

/** Closes and removes a segment whose every record is in the database. */
export async function dropSegment(segment: Segment | RecoveredSegment): Promise<void> {
  await segment.close();
  await unlink(segment.path);
}
