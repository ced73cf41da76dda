import { createHash } from "node:crypto";
import type { KeptRecording, KnownRecording, Outcome, RecordingContext } from "../worker-ports.ts";
import { copyId, copyKinds } from "./copy-id.ts";
import { copyRecording } from "./copy-recording.ts";

/** After this long without the audio the tip says that it has not come; the search goes on. */
const missingAfterMs = 24 * 60 * 60 * 1_000;

/**
 * Brings one recording home: fetch → check that it is sound → seal → durable → say so in the database → make the copies
 * that need the open sound → only then remove it at the provider. Each step may be the last before a crash; the same call again goes on from there.
 * `later` means that it should be called again; any thrown error means the same.
 */
export async function fetchRecording(ctx: RecordingContext, evidenceId: string): Promise<Outcome> {
  const recording = await ctx.recordings.find(evidenceId);
  if (!recording) return { kind: "done", code: "unknown_recording" };
  if (!ctx.source) return stillMissing(ctx, recording, "not_configured");
  if (recording.state === "erased") return forgetRecording(ctx, recording);
  let bytes = recording.bytes;
  let plain: Uint8Array | undefined;
  if (recording.state !== "stored") {
    const kept = await keepRecording(ctx, recording);
    if ("later" in kept) return stillMissing(ctx, recording, kept.later);
    await ctx.recordings.markStored(recording, kept.kept);
    bytes = kept.kept.bytes;
    plain = kept.plain;
    ctx.log.info({ evidenceId, tipId: recording.tipId, bytes }, "recording stored");
    // The caller may have taken it back while it was on its way.
    const now = await ctx.recordings.find(evidenceId);
    if (now?.state === "erased") return forgetRecording(ctx, now);
  }
  if (recording.sourceRemoved) return { kind: "done", code: "complete" };
  const copied = await copyRecording(ctx, recording, plain);
  if (copied.kind === "later") return copied;
  const held = (await ctx.recordings.find(evidenceId))?.heldUntil;
  if (held && ctx.clock() < held) return { kind: "later", code: "held_for_caller" };
  // The provider's copy is the last one if ours is not what the database says.
  if (!(await isKept(ctx, evidenceId, bytes))) return { kind: "later", code: "copy_not_whole" };
  const removed = await ctx.source.remove(recording.recordingSid);
  if (removed.kind === "retry") return { kind: "later", code: removed.code };
  await ctx.recordings.markSourceRemoved(recording, ctx.clock());
  ctx.log.info({ evidenceId, tipId: recording.tipId }, "recording removed at its source");
  return { kind: "done", code: "complete" };
}

/** Removes a recording that the caller took back, at the provider and here, in either order of crashes. */
async function forgetRecording(ctx: RecordingContext, recording: KnownRecording): Promise<Outcome> {
  const { evidenceId, tipId } = recording;
  const removed = await ctx.source?.remove(recording.recordingSid);
  if (removed?.kind === "retry") return { kind: "later", code: removed.code };
  await ctx.evidence.remove(evidenceId);
  for (const kind of copyKinds) await ctx.evidence.remove(copyId(recording, kind));
  await ctx.recordings.dropCopies(recording);
  await ctx.recordings.markErased(recording, ctx.clock());
  ctx.log.info({ evidenceId, tipId }, "recording erased");
  return { kind: "done", code: "erased" };
}

async function keepRecording(
  ctx: RecordingContext,
  recording: KnownRecording,
): Promise<{ kept: KeptRecording; plain?: Uint8Array } | { later: string }> {
  const fetched = (await ctx.source?.fetch(recording.recordingSid)) ?? {
    kind: "retry",
    code: "not_configured",
  };
  if (fetched.kind === "not_yet") return (await survivor(ctx, recording)) ?? { later: "not_yet" };
  if (fetched.kind === "retry") return { later: fetched.code };
  if (!fetched.mediaType.startsWith("audio/")) return { later: "not_audio" };
  const fetchedAt = ctx.clock();
  const sha256 = createHash("sha256").update(fetched.bytes).digest("hex");
  const sealed = await ctx.sealer.seal(fetched.bytes);
  await ctx.evidence.put(recording.evidenceId, sealed);
  const { mediaType, bytes: plain } = fetched;
  const kept = { mediaType, bytes: sealed.length, plainBytes: plain.length, sha256, fetchedAt };
  return { kept: { ...kept, storedAt: ctx.clock() }, plain };
}

/** A copy sealed just before a crash, while the provider's is gone: nobody can tell its hash, but it is whole. */
async function survivor(
  ctx: RecordingContext,
  { evidenceId }: KnownRecording,
): Promise<{ kept: KeptRecording } | undefined> {
  if (!(await ctx.evidence.has(evidenceId))) return undefined;
  const sealed = await ctx.evidence.get(evidenceId);
  const now = ctx.clock();
  const times = { fetchedAt: now, storedAt: now };
  return { kept: { mediaType: "audio/wav", bytes: sealed.length, plainBytes: null, sha256: null, ...times } };
}

async function isKept(ctx: RecordingContext, evidenceId: string, bytes: number | null): Promise<boolean> {
  if (!(await ctx.evidence.has(evidenceId))) return false;
  return (await ctx.evidence.get(evidenceId)).length === bytes;
}

async function stillMissing(
  ctx: RecordingContext,
  recording: KnownRecording,
  code: string,
): Promise<Outcome> {
  const at = ctx.clock();
  const { evidenceId, tipId } = recording;
  if (recording.state === "pending" && at.getTime() - recording.announcedAt.getTime() >= missingAfterMs) {
    await ctx.recordings.markMissing(recording, { code, at });
    ctx.log.warn({ evidenceId, tipId, code }, "recording has not come");
  }
  return { kind: "later", code };
}
