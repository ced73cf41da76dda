/** Entries that go into the database together, because none of them must look at what another of them leaves. */
import type { Transaction } from "kysely";
import type { CallEndEntry, JournalEntry, RecordingEntry, TipEntry } from "../service/ports.ts";
import { endCalls } from "./apply-call-return.ts";
import { rememberSenders } from "./apply-messages.ts";
import { applyRecordings } from "./apply-recording.ts";
import type { Effects } from "./effects.ts";
import { hex } from "./hex.ts";
import { insertTips } from "./insert-tips.ts";
import type { Database } from "./schema.ts";

export type Together = TipEntry | RecordingEntry | CallEndEntry;

export interface Run {
  /** Keeps an entry for the next `flush`. What it would overtake goes in first. */
  add(entry: Together): Promise<void>;
  flush(): Promise<void>;
}

/**
 * Gathers tips that surely are new, recordings of calls with tips of their own, and ends of calls. Of one call they go in
 * as they came: its tip, its recordings, its end. Other calls have nothing to do with each other, but that the last of a
 * number's is remembered.
 */
export function createRun(trx: Transaction<Database>, effects: Effects): Run {
  let entries: Together[] = [];
  let calls = { recorded: new Set<string>(), ended: new Set<string>() };

  const overtakes = (entry: Together): boolean => {
    if (entry.kind === "tip") return calls.recorded.has(hex(entry.idemHash));
    return entry.kind === "recording" && calls.ended.has(entry.callSid);
  };
  const flush = async (): Promise<void> => {
    if (entries.length === 0) return;
    const own: Effects = { jobs: effects.jobs, events: [] };
    const tips = ofKind(entries, "tip");
    if (tips.length > 0) await insertTips(trx, tips, own);
    await rememberSenders(trx, tips);
    await applyRecordings(trx, ofKind(entries, "recording"), own);
    await endCalls(trx, ofKind(entries, "call_end"), own);
    // The log tells it as it came: an event here is about its entry, by the entry's own id, as it came first.
    const place = new Map(entries.map(({ id }, index) => [id, index] as const).reverse());
    const of = (event: Effects["events"][number]) => place.get(event.subjectId ?? event.tipId) ?? 0;
    effects.events.push(...own.events.sort((a, b) => of(a) - of(b)));
    entries = [];
    calls = { recorded: new Set(), ended: new Set() };
  };
  return {
    async add(entry) {
      if (overtakes(entry)) await flush();
      if (entry.kind === "recording") calls.recorded.add(hex(entry.tipIdemHash));
      if (entry.kind === "call_end") calls.ended.add(entry.callSid);
      entries.push(entry);
    },
    flush,
  };
}

function ofKind<Kind extends Together["kind"]>(
  entries: readonly Together[],
  kind: Kind,
): Extract<JournalEntry, { kind: Kind }>[] {
  return entries.filter((entry): entry is Extract<Together, { kind: Kind }> => entry.kind === kind);
}
