import { uuid7 } from "../../domain/ids/uuid7.ts";
import type { Report } from "../../domain/intake/report.ts";
import { encodeSealed } from "../../domain/intake/sealed-words.ts";
import type { Locale } from "../../domain/locales/locales.ts";
import type { MisuseSign } from "../../domain/misuse/signs.ts";
import type { Band } from "../../domain/triage/verdict.ts";
import type { IntakeContext } from "../context.ts";
import { assessWords } from "./assess-words.ts";
import { callKey, openCallTip } from "./open-call-tip.ts";
import { stillUnheard } from "./still-unheard.ts";

export interface KeyedNote {
  callSid: string;
  locale: Locale;
  /** The number keyed in, in words for the officer. */
  text: string;
  /** Signs of misuse that the call bears by now. */
  misuse?: MisuseSign[];
}

/**
 * Adds a number keyed in during a call to the call's tip, searched and triaged like words. The recordings are still
 * unheard: their mark stays. Resolves with its band when the sealed note is on disk; the same note again adds nothing.
 */
export async function noteKeyed(ctx: IntakeContext, note: KeyedNote): Promise<{ band: Band }> {
  const { callSid, locale, text } = note;
  const { receipt } = await openCallTip(ctx, note);
  const now = ctx.clock();
  const facts = { channel: "voice", receivedAt: now } as const;
  const report: Report = { locale, text, goods: [] };
  const { verdict, summary, ...found } = assessWords(report, facts, ctx.index);
  const unheard = assessWords({ locale, text: "", goods: [] }, facts, ctx.index).summary;
  const { recipient } = ctx.keys.threadFor(receipt);
  const id = uuid7(now, ctx.random(10));
  await ctx.journal.append({
    kind: "keyed",
    id,
    at: now.toISOString(),
    callHash: ctx.keys.hashIdempotency(callKey(callSid)),
    addition: {
      kind: "addition",
      id,
      at: now.toISOString(),
      channel: "voice",
      locale,
      receiptHash: ctx.keys.hashReceipt(receipt),
      receiptLookup: ctx.keys.lookupReceipt(receipt),
      threadRecipient: recipient,
      idemHash: ctx.keys.hashIdempotency(`keyed:${callSid}:${text}`),
      wordsHash: ctx.keys.hashWords(text),
      sealed: await ctx.sealer.seal(encodeSealed({ version: 1, report, verdict }), [recipient]),
      summary: stillUnheard(summary, unheard),
      ...found,
      evidence: [],
    },
  });
  ctx.log.info({ id, code: "number_keyed" }, "number keyed in");
  return { band: verdict.band };
}
