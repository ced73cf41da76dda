import { z } from "zod";
import { mayOnTip } from "../../domain/access/permits.ts";
import { Outcome } from "../../domain/cases/outcome.ts";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import { sealWords } from "../cases/officer-words.ts";
import { parseInput, version, words } from "../cases/parse-input.ts";
import { NotAllowed, StaleVersion } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { loadCase } from "./load-case.ts";
import { versionsOf } from "./read-case.ts";

const Input = z.object({
  caseId: z.string(),
  version,
  /** Of all its tips together, as the officer saw them. */
  tipsVersion: version,
  outcome: Outcome,
  reason: words(1_000),
});

/**
 * Closes a case and with it every tip in it that is open. Refused where one of them is not the officer's to close, and
 * when anything of the case changed since they looked. Whoever holds a receipt is told the same word whatever the
 * outcome was. @throws `NotFound`, `NotAllowed` (`elsewhere`), `StaleVersion`, `BadInput`
 */
export async function closeCase(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number }> {
  const input = parseInput(Input, given);
  const found = await loadCase(ctx, input, "close");
  const tips = await ctx.desk.caseTips(found.id);
  if (input.tipsVersion !== undefined && input.tipsVersion !== versionsOf(tips)) throw new StaleVersion();
  const open = tips.filter(({ state }) => state !== "closed");
  if (!open.every((tip) => mayOnTip(ctx.officer, "close", tip))) throw new NotAllowed("elsewhere");
  const at = ctx.clock();
  const closing = uuid7(at, ctx.random(10));
  const statuses = await ctx.cases.publicStatuses(open.map(({ id }) => id));
  const actorId = ctx.officer.id;
  const sealed = await sealWords(ctx.sealer, input.reason);
  const { outcome } = input;
  const done = await ctx.cases.settle({
    caseId: found.id,
    version: found.version,
    tipIds: tips.map(({ id }) => id),
    tips: open.map((tip) => ({
      tipId: tip.id,
      version: tip.version,
      set: { state: "closed", outcome, publicStatus: "finished" },
      event: {
        at,
        actorId,
        action: "tip.closed",
        details: { outcome, closing, stateBefore: tip.state, statusBefore: statuses.get(tip.id) ?? null },
        sealed,
      },
    })),
    ending: { closedAt: at, outcome },
    event: {
      at,
      actorId,
      action: "case.closed",
      details: { outcome, closing, tips: open.length },
      sealed,
    },
  });
  if (!done) throw new StaleVersion();
  ctx.log.info({ caseId: found.id, code: "case.closed", count: open.length }, "case closed");
  return { version: found.version + 1 };
}
