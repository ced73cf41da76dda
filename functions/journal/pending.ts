import type { JournalEntry, KnownTip } from "../service/ports.ts";
import type { Segment } from "./segment.ts";

/** One record that is accepted but not yet in the database. */
export interface PendingRecord {
  entry: JournalEntry;
  segment: Segment | RecoveredSegment;
  /** Rejects when the record could not be written; then nothing was acknowledged. */
  durable: Promise<void>;
}

/** A segment left by an earlier run: never written to again, removed when nothing in it waits. */
export interface RecoveredSegment {
  path: string;
  waiting: number;
  close(): Promise<void>;
}

/** Finds waiting tips by their idempotency hash. */
export class PendingTips {
  private readonly byHash = new Map<string, { tip: KnownTip; durable: Promise<void> }>();

  add({ entry, durable }: Pick<PendingRecord, "entry" | "durable">): void {
    if (entry.kind !== "tip") return;
    const key = keyOf(entry.idemHash);
    // The first one stays: it is the one whose receipt was given out.
    if (this.byHash.has(key)) return;
    const tip = { id: entry.id, acceptedAt: new Date(entry.at), wordsHash: entry.wordsHash };
    this.byHash.set(key, { tip, durable });
  }

  remove(entry: JournalEntry): void {
    if (entry.kind !== "tip") return;
    const key = keyOf(entry.idemHash);
    if (this.byHash.get(key)?.tip.id === entry.id) this.byHash.delete(key);
  }

  find(idemHash: Uint8Array): { tip: KnownTip; durable: Promise<void> } | undefined {
    return this.byHash.get(keyOf(idemHash));
  }
}

function keyOf(hash: Uint8Array): string {
  return Buffer.from(hash.buffer, hash.byteOffset, hash.length).toString("base64");
}
