import { mayOnTip } from "../../domain/access/permits.ts";
import { parseId } from "../cases/parse-input.ts";
import type { EvidenceRow } from "../cases/ports.ts";
import { NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";

export interface OpenedEvidence {
  evidence: EvidenceRow;
  plain: Uint8Array;
}

/** So long, at most, a player goes on with what its officer opened. */
const playsMs = 60 * 60 * 1000;

/**
 * Opens a picture, file or recording of a tip. That it was opened is committed to the event log first; `again` says that
 * the same officer's player asks for another stretch of what was opened and recorded a while ago, and is believed only
 * if the log says so too.
 * @throws `NotFound` when there is none, it has not come, or they may not open it; `SealBroken`
 */
export async function openEvidence(
  ctx: DeskContext,
  input: { evidenceId: string; again?: boolean; purpose?: "view" | "download" },
): Promise<OpenedEvidence> {
  const evidence = await ctx.desk.evidence(parseId(input.evidenceId));
  if (evidence?.state !== "stored") throw new NotFound();
  const tip = await ctx.desk.row(evidence.tipId);
  if (!tip || !mayOnTip(ctx.officer, "open-evidence", tip)) throw new NotFound();
  if (!input.again || !(await openedBefore(ctx, evidence)))
    await ctx.desk.record({
      at: ctx.clock(),
      actorId: ctx.officer.id,
      action: "evidence.opened",
      tipId: tip.id,
      caseId: tip.caseId,
      subjectId: evidence.id,
      details: { kind: evidence.kind, sha256: evidence.sha256, purpose: input.purpose ?? "view" },
    });
  return { evidence, plain: await ctx.opener.open(await ctx.evidence.get(evidence.id)) };
}

async function openedBefore(
  { desk, officer, clock }: DeskContext,
  { id, tipId }: EvidenceRow,
): Promise<boolean> {
  const asked = { tipId, actorId: officer.id, action: "evidence.opened", before: null, limit: 200 };
  const since = clock().getTime() - playsMs;
  return (await desk.events(asked)).some(({ at, subjectId }) => subjectId === id && at.getTime() > since);
}
