import { uuid7 } from "../../domain/ids/uuid7.ts";
import { limits } from "../../domain/intake/limits.ts";
import type { Report } from "../../domain/intake/report.ts";
import { encodeSealed } from "../../domain/intake/sealed-words.ts";
import type { Locale } from "../../domain/locales/locales.ts";
import type { IntakeContext } from "../context.ts";
import { type LiveResult, liveText } from "../recordings/live-words.ts";
import { assessWords } from "./assess-words.ts";
import { callKey, openCallTip } from "./open-call-tip.ts";
import { stillUnheard } from "./still-unheard.ts";

export interface LiveWords {
  callSid: string;
  transcriptionSid: string;
  locale: Locale;
  /** Words of a caller who erased what they had said since then are dropped. */
  heardFrom: Date;
  results: readonly LiveResult[];
  /** False when the beginning was missed. */
  whole: boolean;
}

/**
 * Adds what the provider's machine heard to the call's tip: marked as a machine's, sealed, searched and triaged. It raises
 * the tip and never lowers it: nobody has heard the recording yet. Resolves when it is on disk; the same again adds nothing.
 */
export async function addLiveWords(
  ctx: IntakeContext & { words: { mark: string; gap: string } },
  live: LiveWords,
): Promise<void> {
  const { callSid, transcriptionSid, locale } = live;
  const heard = liveText(live.results).slice(0, limits.text - 200);
  if (heard === "") return;
  const { receipt } = await openCallTip(ctx, { callSid, locale });
  const now = ctx.clock();
  const facts = { channel: "voice", receivedAt: now } as const;
  const { verdict, summary, ...found } = assessWords({ locale, text: heard, goods: [] }, facts, ctx.index);
  const unheard = assessWords({ locale, text: "", goods: [] }, facts, ctx.index).summary;
  // Marks come after the words: they say nothing of the matter, and the verdict's places in the text stay true.
  const text = [heard, ...(live.whole ? [] : [ctx.words.gap]), ctx.words.mark].join("\n");
  const report: Report = { locale, text, goods: [] };
  const { recipient } = ctx.keys.threadFor(receipt);
  // Ids put the parts of a call in the order they were spoken in.
  const id = uuid7(live.heardFrom, ctx.random(10));
  const first = Math.min(...live.results.map(({ sequence }) => sequence));
  await ctx.journal.append({
    kind: "keyed",
    id,
    at: now.toISOString(),
    callHash: ctx.keys.hashIdempotency(callKey(callSid)),
    heardFrom: live.heardFrom.toISOString(),
    addition: {
      kind: "addition",
      id,
      at: now.toISOString(),
      channel: "voice",
      locale,
      receiptHash: ctx.keys.hashReceipt(receipt),
      receiptLookup: ctx.keys.lookupReceipt(receipt),
      threadRecipient: recipient,
      idemHash: ctx.keys.hashIdempotency(`live:${transcriptionSid}:${first}`),
      wordsHash: ctx.keys.hashWords(text),
      sealed: await ctx.sealer.seal(encodeSealed({ version: 1, report, verdict, madeBy: "machine" }), [
        recipient,
      ]),
      summary: stillUnheard(summary, unheard),
      ...found,
      evidence: [],
    },
  });
  ctx.log.info({ id, code: "live_words", count: live.results.length }, "machine's words added");
}
