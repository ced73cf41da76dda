/**
 * Checks the event log's chain with digests of our own, so that neither a changed row nor a changed database function
 * goes unnoticed. What a digest covers is said in `functions/store/migrations/001-tips.sql` (`event_digest`).
 */
import { createHash } from "node:crypto";
import type { ChainedEvent, ChainPlace } from "./ports.ts";

export type BrokenLink =
  /** The event does not hold what its digest was made of. */
  | { kind: "changed"; seq: number }
  /** The event does not follow from the one before: one was taken out, put in or swapped. */
  | { kind: "unlinked"; seq: number }
  /** The log ends before the chain does: the newest events were cut off. */
  | { kind: "cut"; seq: number }
  /** The place written down earlier is not in this log. */
  | { kind: "rewritten"; seq: number };

export type ChainCheck =
  | { ok: true; count: number; head: ChainPlace }
  | { ok: false; count: number; broken: BrokenLink };

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest();

/** What the first event follows. */
export const chainStart: ChainPlace = { seq: 0, hash: sha256("shirokuro events").toString("hex") };

/** The SHA-256 that an event must carry, in hexadecimal. */
export function digestOf(event: ChainedEvent): string {
  const parts = [
    String(event.seq),
    event.at,
    event.actorKind,
    event.actorId ?? "-",
    event.action,
    event.tipId ?? "-",
    event.caseId ?? "-",
    event.subjectId ?? "-",
    event.details,
    event.sealed ? sha256(event.sealed).toString("hex") : "-",
    hex(event.prevHash),
  ];
  return sha256(parts.join("|")).toString("hex");
}

/**
 * Walks all events in the order of their numbers and stops at the first broken link. `head` is where the database says
 * the chain ends, read before the events; `known` are places written down earlier, outside the database. With `from`, a
 * place reached by an earlier check, `events` are those after it.
 */
export async function checkChain(
  events: AsyncIterable<ChainedEvent>,
  head: ChainPlace,
  known: readonly ChainPlace[] = [],
  from: ChainPlace = chainStart,
): Promise<ChainCheck> {
  const expected = new Map([...known, head].map((place) => [place.seq, place.hash.toLowerCase()]));
  let last = from;
  let count = 0;
  for await (const event of events) {
    const { seq } = event;
    const broken = (kind: BrokenLink["kind"]): ChainCheck => ({ ok: false, count, broken: { kind, seq } });
    if (seq !== last.seq + 1 || hex(event.prevHash) !== last.hash) return broken("unlinked");
    if (digestOf(event) !== hex(event.hash)) return broken("changed");
    last = { seq, hash: hex(event.hash) };
    count += 1;
    const wanted = expected.get(seq);
    if (wanted !== undefined && wanted !== last.hash) return broken("rewritten");
  }
  const furthest = Math.max(...expected.keys());
  if (last.seq < furthest) return { ok: false, count, broken: { kind: "cut", seq: last.seq + 1 } };
  return { ok: true, count, head: last };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
