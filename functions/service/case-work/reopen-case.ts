import { z } from "zod";
import { mayOnTip } from "../../domain/access/permits.ts";
import { parseInput, version } from "../cases/parse-input.ts";
import type { NewEvent } from "../cases/ports.ts";
import { NotAllowed, StaleVersion } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { findClosing } from "../tips/find-closing.ts";
import { beforeClosing } from "../tips/reopen-tip.ts";
import { loadCase } from "./load-case.ts";
import type { CaseRow, CaseTip } from "./ports.ts";

const Input = z.object({ caseId: z.string(), version });

/**
 * Takes up a closed case again with all of its tips, each where it stood before.
 * @throws `NotFound`, `NotAllowed` (`elsewhere`), `StaleVersion`, `BadInput`
 */
export async function reopenCase(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number }> {
  const found = await loadCase(ctx, parseInput(Input, given), "reopen");
  return openAgain(ctx, found, { action: "case.reopened", details: { outcome: found.outcome } }, () => true);
}

/**
 * Opens those tips of the case again whose closing is meant, by what `tip.closed` wrote down.
 * `slip`: how they ended is forgotten for their sources.
 * @throws `NotAllowed` (`elsewhere`) when one of them is not the officer's to open, `StaleVersion`
 */
export async function openAgain(
  ctx: DeskContext,
  found: CaseRow,
  event: Pick<NewEvent, "action" | "details">,
  meant: (closing: Readonly<Record<string, unknown>>) => boolean,
  slip = false,
): Promise<{ version: number }> {
  const all = await ctx.desk.caseTips(found.id);
  const at = ctx.clock();
  const actorId = ctx.officer.id;
  const tips: CaseTip[] = [];
  for (const tip of all.filter(({ state }) => state === "closed")) {
    const details = await findClosing(ctx, tip.id);
    if (!meant(details)) continue;
    if (!mayOnTip(ctx.officer, "reopen", tip)) throw new NotAllowed("elsewhere");
    tips.push({
      tipId: tip.id,
      version: tip.version,
      set: { ...beforeClosing(details), ...(slip ? { endingWithdrawn: true as const } : {}) },
      event: { at, actorId, action: "tip.reopened", details: { outcome: tip.outcome } },
    });
  }
  if (tips.length === 0) throw new NotAllowed("nothing_to_undo");
  const done = await ctx.cases.settle({
    caseId: found.id,
    version: found.version,
    tipIds: all.map(({ id }) => id),
    tips,
    ending: null,
    event: { at, actorId, ...event, details: { ...event.details, tips: tips.length } },
  });
  if (!done) throw new StaleVersion();
  ctx.log.info({ caseId: found.id, code: event.action, count: tips.length }, "case opened again");
  return { version: found.version + 1 };
}
