/** Takes a stored file out of the evidence store, for an officer who was just found to have a right to it. */
import type { EvidenceRow } from "../cases/ports.ts";
import { type FileFault, FileUnavailable, NotFound, SealBroken } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";

export interface StoredFile {
  evidence: EvidenceRow;
  caseId: string | null;
  /** Of a copy made of it, the name it is stored under. */
  copy?: string;
}

/** As sealed as it is stored. @throws `FileUnavailable` (`gone`, `away`), after that is in the logs */
export async function takeStored(ctx: DeskContext, file: StoredFile): Promise<Uint8Array> {
  try {
    return await ctx.evidence.get(file.copy ?? file.evidence.id);
  } catch (error) {
    throw await unavailable(ctx, file, error instanceof NotFound ? "gone" : "away", error);
  }
}

/** Opened. @throws `FileUnavailable`, after that is in the logs */
export async function openStored(ctx: DeskContext, file: StoredFile): Promise<Uint8Array> {
  const sealed = await takeStored(ctx, file);
  try {
    return await ctx.opener.open(sealed);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    throw await unavailable(ctx, file, "broken", error);
  }
}

/** Whoever runs the service finds it by the file's id; that it was asked for in vain stands in the tip's own log too. */
async function unavailable(
  ctx: DeskContext,
  { evidence, caseId, copy }: StoredFile,
  fault: FileFault,
  error: unknown,
): Promise<FileUnavailable> {
  const { id: evidenceId, tipId } = evidence;
  const reason = error instanceof Error && "code" in error ? String(error.code) : (error as Error)?.name;
  ctx.log.error(
    { evidenceId, tipId, id: copy, code: `file_${fault}`, reason },
    "stored file cannot be handed out",
  );
  const event = { action: "evidence.unavailable", tipId, caseId, subjectId: evidenceId };
  await ctx.desk
    .record({ ...event, at: ctx.clock(), actorId: ctx.officer.id, details: { kind: evidence.kind, fault } })
    .catch(() => undefined);
  return new FileUnavailable(fault, evidenceId, tipId);
}
