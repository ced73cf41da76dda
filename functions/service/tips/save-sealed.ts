import { createHash } from "node:crypto";
import { mayOnTip } from "../../domain/access/permits.ts";
import { requireStepUp } from "../access/require-step-up.ts";
import { parseId } from "../cases/parse-input.ts";
import { NotFound } from "../errors.ts";
import { takeStored } from "../evidence/open-stored.ts";
import type { DeskContext } from "../staff-context.ts";

export interface SealedFile {
  /** As it is stored: whoever has the desk's or the recovery key opens it with `age`. */
  sealed: Uint8Array;
  /** Of the sealed bytes, as the event log has it. */
  sha256: string;
  name: string;
}

/**
 * Hands out a tip's words, or one of its files, as sealed as they are stored, for evidence that must leave the desk
 * whole. Who took it and the fingerprint of what was taken are committed to the event log first.
 * @throws `NotFound` when there is none or they may not, `StepUpNeeded`, `FileUnavailable`
 */
export async function saveSealed(
  ctx: DeskContext,
  input: { tipId: string } | { evidenceId: string },
): Promise<SealedFile> {
  const evidence = "evidenceId" in input ? await ctx.desk.evidence(parseId(input.evidenceId)) : null;
  if (evidence === undefined || (evidence && evidence.state !== "stored")) throw new NotFound();
  const tipId = evidence ? evidence.tipId : parseId((input as { tipId: string }).tipId);
  const tip = await ctx.desk.row(tipId);
  if (!tip || !mayOnTip(ctx.officer, "read", tip) || !mayOnTip(ctx.officer, "save-sealed", tip))
    throw new NotFound();
  requireStepUp(ctx);
  const sealed = evidence
    ? await takeStored(ctx, { evidence, caseId: tip.caseId })
    : (await ctx.desk.whole(tipId))?.sealed;
  if (!sealed) throw new NotFound();
  const sha256 = createHash("sha256").update(sealed).digest("hex");
  await ctx.desk.record({
    at: ctx.clock(),
    actorId: ctx.officer.id,
    action: evidence ? "evidence.sealed_saved" : "tip.sealed_saved",
    tipId,
    caseId: tip.caseId,
    subjectId: evidence?.id ?? null,
    details: { kind: evidence?.kind ?? "tip", sha256, bytes: sealed.length },
  });
  return { sealed, sha256, name: `${evidence?.id ?? tipId}.age` };
}
