import { createHash } from "node:crypto";
import { listenTo } from "../../domain/misuse/judge-sound.ts";
import type { CopyKind, KnownRecording, Outcome, RecordingContext } from "../worker-ports.ts";
import { addTranscript } from "./add-transcript.ts";
import { copyId } from "./copy-id.ts";
import { disguise } from "./disguise.ts";
import { peaksOf } from "./peaks.ts";
import { mono, readWave, writeWave } from "./wave.ts";

/** How long a speech-to-text server may be away before the recording goes on without a transcript. */
const transcribeWithinMs = 6 * 60 * 60 * 1_000;

/**
 * Makes what needs the open sound, while there is some: the waveform's peaks, a disguised voice, a transcript. Each is
 * made once, under an id that follows from the recording's, so that a crash between two steps leaves nothing twice.
 * `later` means that the provider's copy must stay for another try. `plain` is the sound, or undefined to fetch it again.
 */
export async function copyRecording(
  ctx: RecordingContext,
  recording: KnownRecording,
  plain: Uint8Array | undefined,
): Promise<Outcome> {
  const there = await ctx.recordings.copies(recording.evidenceId);
  const wanted: CopyKind[] = ["peaks", "disguised", ...(ctx.transcriber ? (["transcript"] as const) : [])];
  const missing = wanted.filter((kind) => !there.includes(kind));
  if (missing.length === 0) return { kind: "done", code: "copied" };
  const sound = plain ?? (await fetchAgain(ctx, recording));
  if (sound === "later") return { kind: "later", code: "copies_wait" };
  if (!sound) return { kind: "done", code: "source_gone" };
  const wave = readWave(sound);
  // Before any copy: what is missing of those brings a crash back here.
  if (wave) {
    const at = ctx.clock();
    const heard = listenTo(mono(wave).samples, wave.rate);
    const alike = ctx.sounds.take(recording.tipId, heard, at.getTime());
    const signs = await ctx.recordings.markHeard(recording, { voicedMs: heard.voicedMs, alike, at });
    ctx.countSigns?.(signs);
  }
  if (wave && missing.includes("peaks")) {
    const peaks = new TextEncoder().encode(JSON.stringify(peaksOf(wave)));
    await keepCopy(ctx, recording, "peaks", "application/json", peaks);
  }
  if (wave && missing.includes("disguised")) {
    const seed = createHash("sha256").update(sound).update("disguise").digest();
    await keepCopy(ctx, recording, "disguised", "audio/wav", writeWave(disguise(wave, seed)));
  }
  if (!missing.includes("transcript")) return { kind: "done", code: "copied" };
  const mediaType = wave ? "audio/wav" : "audio/mpeg";
  const made = await addTranscript(ctx, recording, { bytes: sound, mediaType });
  if (made.kind === "done") {
    await keepCopy(ctx, recording, "transcript", "application/json", made.json);
    return { kind: "done", code: "copied" };
  }
  const waited = ctx.clock().getTime() - recording.announcedAt.getTime();
  if (waited < transcribeWithinMs) return { kind: "later", code: `transcript_${made.code}` };
  await ctx.recordings.markNotTranscribed(recording, { code: made.code, at: ctx.clock() });
  ctx.log.warn({ evidenceId: recording.evidenceId, code: made.code }, "recording has no transcript");
  return { kind: "done", code: "not_transcribed" };
}

async function fetchAgain(
  ctx: RecordingContext,
  recording: KnownRecording,
): Promise<Uint8Array | "later" | undefined> {
  const fetched = await ctx.source?.fetch(recording.recordingSid);
  if (fetched?.kind === "ready") return fetched.bytes;
  return fetched?.kind === "not_yet" ? undefined : "later";
}

async function keepCopy(
  ctx: RecordingContext,
  recording: KnownRecording,
  kind: CopyKind,
  mediaType: string,
  plain: Uint8Array,
): Promise<void> {
  const id = copyId(recording, kind);
  const sealed = await ctx.sealer.seal(plain);
  await ctx.evidence.put(id, sealed);
  const sha256 = createHash("sha256").update(plain).digest("hex");
  await ctx.recordings.markCopied(recording, {
    id,
    kind,
    mediaType,
    bytes: sealed.length,
    sha256,
    at: ctx.clock(),
  });
}
