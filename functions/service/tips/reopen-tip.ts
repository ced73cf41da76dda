import { z } from "zod";
import { PublicStatusCode } from "../../domain/cases/public-status.ts";
import { TipState } from "../../domain/cases/tip-state.ts";
import { commit, loadTip } from "../cases/load-tip.ts";
import { parseInput, version } from "../cases/parse-input.ts";
import type { TipChange } from "../cases/ports.ts";
import type { DeskContext } from "../staff-context.ts";
import { findClosing } from "./find-closing.ts";

const Input = z.object({ tipId: z.string(), version });

/**
 * Takes up a closed tip again, where it stood before: for everyone who may, also long after and whoever closed it.
 * @throws `NotFound`, `NotAllowed`, `StaleVersion`, `BadInput`
 */
export async function reopenTip(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number }> {
  const input = parseInput(Input, given);
  const tip = await loadTip(ctx, input, "reopen");
  return commit(ctx, tip, {
    set: beforeClosing(await findClosing(ctx, tip.id)),
    event: { action: "tip.reopened", details: { outcome: tip.outcome } },
  });
}

const Open = TipState.exclude(["closed"]);

/** What `tip.closed` changed, as it was; what an event does not tell is what every tip had once. */
export function beforeClosing(details: Readonly<Record<string, unknown>>): TipChange["set"] {
  return {
    state: Open.catch("triaged").parse(details.stateBefore),
    publicStatus: PublicStatusCode.catch("reading").parse(details.statusBefore),
    outcome: null,
  };
}
