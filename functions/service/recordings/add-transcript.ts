import { createHash } from "node:crypto";
import type { Report } from "../../domain/intake/report.ts";
import { encodeSealed } from "../../domain/intake/sealed-words.ts";
import { Locale, localeFacts } from "../../domain/locales/locales.ts";
import { assessWords } from "../tips/assess-words.ts";
import { stillUnheard } from "../tips/still-unheard.ts";
import type { KnownRecording, RecordingContext } from "../worker-ports.ts";
import { copyId } from "./copy-id.ts";
import { toTranscript, transcriptText } from "./transcript.ts";

type Made = { kind: "done"; json: Uint8Array } | { kind: "failed"; code: string };

/**
 * Has a recording written down by the office's speech-to-text server and adds the words to the tip: sealed, marked as
 * machine-made, searched and triaged. They raise the tip and never lower it: nobody has heard the recording yet.
 */
export async function addTranscript(
  ctx: RecordingContext,
  recording: KnownRecording,
  sound: { bytes: Uint8Array; mediaType: string },
): Promise<Made> {
  if (!ctx.transcriber || !ctx.index || !ctx.machineMark) return { kind: "failed", code: "not_configured" };
  const locale = Locale.catch("ja").parse(recording.locale);
  // A caller who chose no language is marked as Japanese: the machine is then left to find out.
  const lang = locale === "ja" ? undefined : localeFacts[locale].lang;
  const answer = await ctx.transcriber.transcribe(sound.bytes, {
    mediaType: sound.mediaType,
    ...(lang ? { lang } : {}),
  });
  if (answer.kind === "failed") return answer;
  const transcript = toTranscript(answer.transcript);
  const words = transcriptText(transcript);
  if (words !== "") await addWords(ctx, recording, locale, words, ctx.machineMark);
  return { kind: "done", json: new TextEncoder().encode(JSON.stringify(transcript)) };
}

async function addWords(
  ctx: RecordingContext,
  recording: KnownRecording,
  locale: Locale,
  words: string,
  mark: string,
): Promise<void> {
  if (!ctx.index) return;
  const at = ctx.clock();
  const facts = { channel: "voice", receivedAt: recording.announcedAt } as const;
  const { verdict, summary, ...found } = assessWords({ locale, text: words, goods: [] }, facts, ctx.index);
  // The mark comes after the words: it says nothing of the matter, and the verdict's places in the text stay true.
  const report: Report = { locale, text: `${words}\n${mark}`, goods: [] };
  const unheard = assessWords({ locale, text: "", goods: [] }, facts, ctx.index).summary;
  const hash = (label: string) => createHash("sha256").update(`${label} ${recording.evidenceId}`).digest();
  await ctx.recordings.addWords(recording, {
    kind: "addition",
    id: copyId(recording, "message"),
    at: at.toISOString(),
    channel: "voice",
    locale,
    receiptHash: new Uint8Array(),
    threadRecipient: "",
    idemHash: hash("transcript"),
    wordsHash: hash("transcript words"),
    sealed: await ctx.sealer.seal(encodeSealed({ version: 1, report, verdict, madeBy: "machine" })),
    summary: stillUnheard(summary, unheard),
    ...found,
    evidence: [],
  });
}
