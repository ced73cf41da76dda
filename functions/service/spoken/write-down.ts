import { createHash } from "node:crypto";
import { z } from "zod";
import { mayAtDesk, mayOnTip } from "../../domain/access/permits.ts";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import { IdempotencyKey, Report } from "../../domain/intake/report.ts";
import { encodeSealed, SealedWords } from "../../domain/intake/sealed-words.ts";
import { mergeVerdicts } from "../../domain/triage/merge-verdicts.ts";
import { summarise, type VerdictSummary } from "../../domain/triage/summary.ts";
import { loadTip } from "../cases/load-tip.ts";
import { openSealed } from "../cases/open-sealed.ts";
import { parseInput } from "../cases/parse-input.ts";
import type { TipRow } from "../cases/ports.ts";
import { NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { assessWords } from "../tips/assess-words.ts";
import { stillUnheard } from "../tips/still-unheard.ts";

const Input = Report.extend({
  /** The call's tip that the words join; empty for a tip of their own. */
  tip: z.string().default(""),
  key: IdempotencyKey,
});

/**
 * What a caller told an officer, in the officer's words: sealed, searched and triaged like any report. It joins the tip
 * that the call has, or becomes a tip of its own; that one has no receipt, as only the public role can give one. The same
 * words again under the same key change nothing.
 * @throws `NotFound`, `NotAllowed`, `BadInput`
 */
export async function writeDown(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ tipId: string; joined: boolean; readable: boolean }> {
  if (!mayAtDesk(ctx.officer, "write-down")) throw new NotFound();
  const { tip: chosen, key, contact, ...spoken } = parseInput(Input, given);
  // Browsers send line ends of their own.
  const report = { ...spoken, text: spoken.text.replaceAll("\r\n", "\n") };
  const sealedContact = contact ? await ctx.sealer.seal(encodeSealed({ version: 1, contact })) : null;
  const call = chosen === "" ? null : await loadTip(ctx, { tipId: chosen }, "transcribe");
  if (call && call.channel !== "voice") throw new NotFound();
  const at = ctx.clock();
  const { verdict, summary, ...found } = assessWords(
    report,
    { channel: "voice", receivedAt: call?.receivedAt ?? at },
    ctx.index,
  );
  const digest = (label: string) => createHash("sha256").update(`${label} ${key} ${call?.id ?? ""}`);
  const common = {
    id: uuid7(at, ctx.random(10)),
    at: at.toISOString(),
    channel: "voice" as const,
    locale: report.locale,
    // Nobody holds a receipt of it, and no thread leads to whoever spoke.
    receiptHash: createHash("sha256").update(ctx.random(32)).digest(),
    threadRecipient: "",
    // With the words in it: what was changed after going back is not lost under the same key.
    idemHash: digest("spoken").update(JSON.stringify(report)).digest(),
    wordsHash: digest("spoken words").digest(),
    sealed: await ctx.sealer.seal(encodeSealed({ version: 1, report, verdict })),
    ...found,
    evidence: [],
  };
  const officerId = ctx.officer.id;
  if (call) {
    const weighed = await weigh(ctx, call, summary);
    const words = { ...common, kind: "addition" as const, summary: weighed };
    await ctx.spoken.join({ tipId: call.id, words, sealedContact, officerId });
    ctx.log.info({ tipId: call.id, code: "spoken_words_joined" }, "talk written down");
    return { tipId: call.id, joined: true, readable: true };
  }
  // Where the words name no place, whoever took the talk is the nearest to it.
  const region = summary.region ?? (ctx.officer.region === "hq" ? null : ctx.officer.region);
  const entry = {
    ...common,
    kind: "tip" as const,
    sealedContact,
    sender: null,
    summary: { ...summary, region },
  };
  const { tipId } = await ctx.spoken.file(entry, officerId);
  ctx.log.info({ tipId, code: "spoken_tip_filed" }, "talk written down");
  return { tipId, joined: false, readable: mayOnTip(ctx.officer, "read", { state: "new", region }) };
}

/** While a recording of the call is unheard its mark stays; after a talk without one, the words are all there is. */
async function weigh(ctx: DeskContext, call: TipRow, summary: VerdictSummary): Promise<VerdictSummary> {
  const whole = await ctx.desk.whole(call.id);
  if (!whole?.reasons.some(({ code }) => code === "unheard_recording")) return summary;
  const recordings = await ctx.recordings.ofTip(call.id);
  if (
    recordings.some(({ state, typed }) => (state === "stored" || state === "pending") && typed.length === 0)
  ) {
    const silence = { locale: "ja", text: "", goods: [] } as const;
    const facts = { channel: "voice", receivedAt: call.receivedAt } as const;
    return stillUnheard(summary, assessWords({ ...silence, goods: [] }, facts, ctx.index).summary);
  }
  const said = await Promise.all(
    [whole, ...whole.messages.filter(({ from }) => from === "reporter")].map(({ sealed }) =>
      openSealed(ctx.opener, SealedWords, sealed),
    ),
  );
  return said
    .filter((each) => each !== null)
    .filter(({ report }) => report.text !== "")
    .map(({ verdict }) => summarise(verdict))
    .concat(summary)
    .reduce(mergeVerdicts);
}
