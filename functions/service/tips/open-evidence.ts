import { mayOnTip } from "../../domain/access/permits.ts";
import { requireStepUp } from "../access/require-step-up.ts";
import { parseId } from "../cases/parse-input.ts";
import type { EvidenceRow } from "../cases/ports.ts";
import { NotFound } from "../errors.ts";
import { openStored } from "../evidence/open-stored.ts";
import type { DeskContext } from "../staff-context.ts";

export interface OpenedEvidence {
  evidence: EvidenceRow;
  plain: Uint8Array;
}

/** So long, at most, a player goes on with what its officer opened. */
const playsMs = 60 * 60 * 1000;

/** What a page shows by itself: the copies that the program made of pictures, and recordings. Nothing of it can run. */
const inPlace = {
  view: new Set(["image/jpeg"]),
  recording: new Set(["audio/wav", "audio/mpeg"]),
  original: new Set<string>(),
  file: new Set<string>(),
} satisfies Record<EvidenceRow["kind"], Set<string>>;

/** Whether a page of the desk shows it; everything else is only saved. */
export function showsInPlace({ kind, mediaType }: Pick<EvidenceRow, "kind" | "mediaType">): boolean {
  return inPlace[kind].has(mediaType ?? "");
}

/**
 * Opens a picture, file or recording of a tip: `view` to be shown inside the page, `download` to be saved on the officer's
 * machine. Which of the two is committed to the event log first; `again` says that the same officer's player asks for
 * another stretch of what was opened and recorded a while ago, and is believed only if the log says so too.
 * @throws `NotFound` when there is none, it has not come, no page shows it, or they may not open it; `StepUpNeeded` to
 * save it; `FileUnavailable`
 */
export async function openEvidence(
  ctx: DeskContext,
  input:
    | { evidenceId: string; purpose: "view"; again?: boolean }
    | { evidenceId: string; purpose: "download" },
): Promise<OpenedEvidence> {
  const evidence = await ctx.desk.evidence(parseId(input.evidenceId));
  if (evidence?.state !== "stored") throw new NotFound();
  const tip = await ctx.desk.row(evidence.tipId);
  if (!tip || !mayOnTip(ctx.officer, "open-evidence", tip)) throw new NotFound();
  const saves = input.purpose === "download";
  if (saves) requireStepUp(ctx);
  else if (!showsInPlace(evidence)) throw new NotFound();
  if (saves || !input.again || !(await openedBefore(ctx, evidence)))
    await ctx.desk.record({
      at: ctx.clock(),
      actorId: ctx.officer.id,
      action: saves ? "evidence.saved" : "evidence.opened",
      tipId: tip.id,
      caseId: tip.caseId,
      subjectId: evidence.id,
      details: { kind: evidence.kind, sha256: evidence.sha256, purpose: input.purpose },
    });
  return { evidence, plain: await openStored(ctx, { evidence, caseId: tip.caseId }) };
}

async function openedBefore(
  { desk, officer, clock }: DeskContext,
  { id, tipId }: EvidenceRow,
): Promise<boolean> {
  const asked = { tipId, actorId: officer.id, action: "evidence.opened", before: null, limit: 200 };
  const since = clock().getTime() - playsMs;
  return (await desk.events(asked)).some(({ at, subjectId }) => subjectId === id && at.getTime() > since);
}
