import { uuid7 } from "../../domain/ids/uuid7.ts";
import type { Report } from "../../domain/intake/report.ts";
import { encodeSealed } from "../../domain/intake/sealed-words.ts";
import { signsOf } from "../../domain/misuse/signs.ts";
import type { Channel } from "../../domain/triage/verdict.ts";
import type { IntakeContext } from "../context.ts";
import { DatabaseAway, KeyReused } from "../errors.ts";
import type { EvidenceRef, KnownTip, TipEntry } from "../ports.ts";
import { assessWords } from "./assess-words.ts";
import { senderHashes } from "./sender-hashes.ts";

export interface TipSubmission {
  channel: Channel;
  /** Unguessable, or derived from the provider's own id of the call or message. */
  idempotencyKey: string;
  report: Report;
  /** Sealed files that are durable already. */
  evidence?: EvidenceRef[];
  /** The sender's number, for joining text messages; it is hashed here and goes no further. */
  sender?: string;
  /** The partner body that relays it. */
  partner?: TipEntry["partner"];
  /** Signs of misuse that the call or message bears. */
  misuse?: TipEntry["misuse"];
}

export interface Accepted {
  id: string;
  /** Sixteen digits. */
  receipt: string;
  acceptedAt: Date;
  /** The same words came before under this key; nothing was written. */
  again: boolean;
}

/**
 * Takes a tip: triage → receipt → seal → journal. It resolves only when the sealed tip is on disk, so that
 * whoever calls it may say thank you; the database follows by itself. The same key and words again answer the same
 * receipt; the same key with other words throws `KeyReused`. Any other error means that nothing was acknowledged.
 */
export async function submitTip(ctx: IntakeContext, input: TipSubmission): Promise<Accepted> {
  const { contact, ...report } = input.report;
  const idemHash = ctx.keys.hashIdempotency(input.idempotencyKey);
  // The locale is not words: a call's later callback may not know which language the caller chose.
  const { locale, ...words } = report;
  const wordsHash = ctx.keys.hashWords(JSON.stringify([words, contact ?? null]));
  const receipt = ctx.keys.receiptFor(input.idempotencyKey);

  const known = await findKnown(ctx, idemHash);
  if (known) return repeat(known, wordsHash, receipt);

  const acceptedAt = ctx.clock();
  const { verdict, ...assessed } = assessWords(
    report,
    { channel: input.channel, receivedAt: acceptedAt },
    ctx.index,
  );
  const { recipient } = ctx.keys.threadFor(receipt);
  const entry: TipEntry = {
    kind: "tip",
    id: uuid7(acceptedAt, ctx.random(10)),
    at: acceptedAt.toISOString(),
    channel: input.channel,
    locale,
    idemHash,
    wordsHash,
    receiptHash: ctx.keys.hashReceipt(receipt),
    receiptLookup: ctx.keys.lookupReceipt(receipt),
    threadRecipient: recipient,
    // Text messages may join another tip and be shown in its thread, so they are sealed to the thread as well.
    sealed: await ctx.sealer.seal(
      encodeSealed({ version: 1, report, verdict }),
      input.sender ? [recipient] : [],
    ),
    sealedContact: contact ? await ctx.sealer.seal(encodeSealed({ version: 1, contact })) : null,
    ...assessed,
    evidence: input.evidence ?? [],
    sender: input.sender ? senderHashes(ctx.keys, input.sender, acceptedAt) : null,
    ...(input.partner ? { partner: input.partner } : {}),
    ...signsOf(input),
  };

  // Another request with the same key may have come through while this one was sealing.
  const meanwhile = ctx.journal.pendingTip(idemHash);
  if (meanwhile) {
    await meanwhile.durable;
    return repeat(meanwhile.tip, wordsHash, receipt);
  }
  await ctx.journal.append(entry);
  ctx.log.info(
    { id: entry.id, code: "tip_accepted", band: entry.summary.band, kind: entry.channel },
    "tip accepted",
  );
  return { id: entry.id, receipt, acceptedAt, again: false };
}

async function findKnown(ctx: IntakeContext, idemHash: Uint8Array): Promise<KnownTip | undefined> {
  const pending = ctx.journal.pendingTip(idemHash);
  if (pending) {
    await pending.durable;
    return pending.tip;
  }
  try {
    return await ctx.store.findTip(idemHash);
  } catch (error) {
    // Without the database a repeat cannot be told from a first time. Taking it twice is safe: it is merged later.
    if (error instanceof DatabaseAway) return undefined;
    throw error;
  }
}

function repeat(known: KnownTip, wordsHash: Uint8Array, receipt: string): Accepted {
  if (Buffer.compare(known.wordsHash, wordsHash) !== 0) throw new KeyReused();
  return { id: known.id, receipt, acceptedAt: known.acceptedAt, again: true };
}
