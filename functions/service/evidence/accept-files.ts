import { createHash } from "node:crypto";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import { limits } from "../../domain/intake/limits.ts";
import { BadInput } from "../errors.ts";
import type { EvidenceRef } from "../ports.ts";
import type { EvidenceContext } from "./ports.ts";

export interface SentFile {
  /** As the sender's program named it: words, so it is used for no decision and never kept. */
  name: string;
  bytes: Uint8Array;
}

export interface AcceptedFiles {
  evidence: EvidenceRef[];
  /** What was taken out of each file, by its place in the list. */
  notes: { index: number; removed: "metadata" | "nothing" }[];
}

interface Prepared {
  kind: EvidenceRef["kind"];
  mediaType: string;
  bytes: Uint8Array;
}

/**
 * Takes the files of a report: pictures are re-encoded for viewing, so that place, camera and time are gone; the
 * original is kept, sealed, only with `keepOriginal`. Files that cannot be cleaned are taken only with it. Resolves when
 * every sealed file is durable. Throws `BadInput` with paths `files.0` … and codes `too_many_files`, `too_large`,
 * `unsupported_type`, `not_cleanable`, `broken`; then nothing was kept.
 */
export async function acceptFiles(
  ctx: EvidenceContext,
  files: readonly SentFile[],
  options: { keepOriginal: boolean },
): Promise<AcceptedFiles> {
  if (files.length > limits.files) throw new BadInput([{ path: "files", code: "too_many_files" }]);
  const issues: { path: string; code: string }[] = [];
  const prepared: Prepared[] = [];
  const notes: AcceptedFiles["notes"] = [];
  for (const [index, file] of files.entries()) {
    // One after the other: five pictures unfolded at once would be five times the memory.
    const outcome = await prepare(ctx, file.bytes, options.keepOriginal);
    if ("code" in outcome) issues.push({ path: `files.${index}`, code: outcome.code });
    else {
      prepared.push(...outcome.parts);
      notes.push({ index, removed: outcome.removed });
    }
  }
  if (issues.length > 0) throw new BadInput(issues);
  const evidence: EvidenceRef[] = [];
  for (const part of prepared) evidence.push(await keep(ctx, part));
  return { evidence, notes };
}

async function prepare(
  ctx: EvidenceContext,
  bytes: Uint8Array,
  keepOriginal: boolean,
): Promise<{ code: string } | { parts: Prepared[]; removed: "metadata" | "nothing" }> {
  if (bytes.length > limits.fileBytes) return { code: "too_large" };
  if (bytes.length === 0) return { code: "broken" };
  const sniffed = await ctx.sniffFile(bytes);
  if (sniffed.class === "unsupported") return { code: "unsupported_type" };
  if (sniffed.class === "file") {
    if (!keepOriginal) return { code: "not_cleanable" };
    return { parts: [{ kind: "file", mediaType: sniffed.mediaType, bytes }], removed: "nothing" };
  }
  try {
    const view = await ctx.cleanImage(bytes);
    const original: Prepared[] = keepOriginal
      ? [{ kind: "original", mediaType: sniffed.mediaType, bytes }]
      : [];
    return { parts: [{ kind: "view", ...view }, ...original], removed: "metadata" };
  } catch {
    return { code: "broken" };
  }
}

async function keep(ctx: EvidenceContext, part: Prepared): Promise<EvidenceRef> {
  const id = uuid7(ctx.clock(), ctx.random(10));
  const sealed = await ctx.sealer.seal(part.bytes);
  await ctx.evidence.put(id, sealed);
  const sha256 = createHash("sha256").update(part.bytes).digest("hex");
  return { id, kind: part.kind, mediaType: part.mediaType, bytes: sealed.length, sha256 };
}
