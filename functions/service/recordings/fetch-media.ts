import { createHash } from "node:crypto";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import type { FileSniffer, ImageCleaner } from "../evidence/ports.ts";
import type { RandomBytes } from "../ports.ts";
import type { MediaSource } from "../provider/ports.ts";
import type { KeptMedia, KnownMedia, MediaStore, Outcome, RecordingContext } from "../worker-ports.ts";

export interface MediaContext extends Pick<RecordingContext, "clock" | "log" | "sealer" | "evidence"> {
  random: RandomBytes;
  media: MediaStore;
  /** Null when no telephone provider is configured. */
  source: MediaSource | null;
  cleanImage: ImageCleaner;
  sniffFile: FileSniffer;
}

/** After this long without it the tip says that the picture has not come; the search goes on. */
const missingAfterMs = 24 * 60 * 60 * 1_000;

/**
 * Brings one picture of a text message home: fetch → seal as it came, and once more cleaned for viewing → durable → say
 * so in the database → only then remove it at the provider. A file that is no picture is sealed as it came. Each step may
 * be the last before a crash; the same call again goes on from there.
 */
export async function fetchMedia(ctx: MediaContext, evidenceId: string): Promise<Outcome> {
  const media = await ctx.media.find(evidenceId);
  if (!media) return { kind: "done", code: "unknown_media" };
  if (!ctx.source) return stillMissing(ctx, media, "not_configured");
  if (media.state !== "stored") {
    const fetched = await ctx.source.fetch(media.messageSid, media.mediaSid);
    if (fetched.kind !== "ready")
      return stillMissing(ctx, media, fetched.kind === "retry" ? fetched.code : "not_yet");
    const kept = await keep(ctx, media, fetched.bytes);
    await ctx.media.markStored(media, kept);
    ctx.log.info({ evidenceId, tipId: media.tipId, bytes: kept.original.bytes }, "picture stored");
  }
  if (media.sourceRemoved) return { kind: "done", code: "complete" };
  // The provider's copy is the last one if ours is not there.
  if (!(await ctx.evidence.has(evidenceId))) return { kind: "later", code: "copy_not_whole" };
  const removed = await ctx.source.remove(media.messageSid, media.mediaSid);
  if (removed.kind === "retry") return { kind: "later", code: removed.code };
  await ctx.media.markSourceRemoved(media, ctx.clock());
  ctx.log.info({ evidenceId, tipId: media.tipId }, "picture removed at its source");
  return { kind: "done", code: "complete" };
}

async function keep(ctx: MediaContext, media: KnownMedia, bytes: Uint8Array): Promise<KeptMedia> {
  const sniffed = await ctx.sniffFile(bytes);
  const view = sniffed.class === "picture" ? await cleaned(ctx, bytes) : undefined;
  // Nothing that was sent is thrown away; what a desk's computer might run has no type that it would open.
  const mediaType = sniffed.class === "unsupported" ? "application/octet-stream" : sniffed.mediaType;
  const original = await seal(ctx, media.evidenceId, bytes, mediaType);
  return {
    original: { ...original, kind: view ? "original" : "file" },
    view: view ? await seal(ctx, uuid7(ctx.clock(), ctx.random(10)), view.bytes, view.mediaType) : null,
    storedAt: ctx.clock(),
  };
}

async function cleaned(
  ctx: MediaContext,
  bytes: Uint8Array,
): Promise<{ bytes: Uint8Array; mediaType: string } | undefined> {
  try {
    return await ctx.cleanImage(bytes);
  } catch {
    return undefined;
  }
}

async function seal(ctx: MediaContext, id: string, bytes: Uint8Array, mediaType: string) {
  const sealed = await ctx.sealer.seal(bytes);
  await ctx.evidence.put(id, sealed);
  return { id, mediaType, bytes: sealed.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

async function stillMissing(ctx: MediaContext, media: KnownMedia, code: string): Promise<Outcome> {
  const at = ctx.clock();
  const { evidenceId, tipId } = media;
  if (media.state === "pending" && at.getTime() - media.announcedAt.getTime() >= missingAfterMs) {
    await ctx.media.markMissing(media, { code, at });
    ctx.log.warn({ evidenceId, tipId, code }, "picture has not come");
  }
  return { kind: "later", code };
}
