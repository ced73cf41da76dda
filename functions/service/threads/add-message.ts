import { uuid7 } from "../../domain/ids/uuid7.ts";
import type { Report } from "../../domain/intake/report.ts";
import { encodeSealed } from "../../domain/intake/sealed-words.ts";
import type { Locale } from "../../domain/locales/locales.ts";
import type { IntakeContext } from "../context.ts";
import type { EvidenceRef } from "../ports.ts";
import { assessWords } from "../tips/assess-words.ts";

export interface Addition {
  /** Sixteen digits; whether a tip goes by it is not known here, and not told. */
  receipt: string;
  locale: Locale;
  text: string;
  /** Issued with the page or made by the client; the same one twice adds once. */
  idempotencyKey: string;
  evidence?: EvidenceRef[];
}

/**
 * Adds words to the tip of a receipt. Under a receipt that no tip has they become a tip of their own, so nothing is
 * lost and nothing is told. Resolves when the sealed words are on disk.
 */
export async function addMessage(ctx: IntakeContext, input: Addition): Promise<{ acceptedAt: Date }> {
  const acceptedAt = ctx.clock();
  const report: Report = { locale: input.locale, text: input.text, goods: [] };
  const { verdict, ...assessed } = assessWords(report, { channel: "web", receivedAt: acceptedAt }, ctx.index);
  const { recipient } = ctx.keys.threadFor(input.receipt);
  // Both as a message and as a report: which of the two it is, only the database can tell, later.
  const plain = encodeSealed({ version: 1, report, verdict });
  const id = uuid7(acceptedAt, ctx.random(10));
  await ctx.journal.append({
    kind: "addition",
    id,
    at: acceptedAt.toISOString(),
    channel: "web",
    locale: input.locale,
    receiptHash: ctx.keys.hashReceipt(input.receipt),
    receiptLookup: ctx.keys.lookupReceipt(input.receipt),
    threadRecipient: recipient,
    idemHash: ctx.keys.hashIdempotency(`addition:${input.receipt}:${input.idempotencyKey}`),
    wordsHash: ctx.keys.hashWords(input.text),
    sealed: await ctx.sealer.seal(plain, [recipient]),
    ...assessed,
    evidence: input.evidence ?? [],
  });
  ctx.log.info({ id, code: "addition_accepted", band: assessed.summary.band }, "addition accepted");
  return { acceptedAt };
}
