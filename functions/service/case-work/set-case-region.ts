import { z } from "zod";
import { Region } from "../../domain/triage/verdict.ts";
import { none, parseInput, version } from "../cases/parse-input.ts";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { commitCase, loadCase } from "./load-case.ts";

const Input = z.object({ caseId: z.string(), version, region: none(Region) });

/**
 * Says which Customs answers for a case; its officers see it from then on. Its tips keep their own regions, and with
 * them who may read their words. @throws `NotFound`, `NotAllowed` (`same_region`), `StaleVersion`, `BadInput`
 */
export async function setCaseRegion(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number }> {
  const input = parseInput(Input, given);
  const found = await loadCase(ctx, input, "region");
  if (found.region === input.region) throw new NotAllowed("same_region");
  return commitCase(
    ctx,
    found,
    { region: input.region },
    { action: "case.region_set", details: { region: input.region, regionBefore: found.region } },
  );
}
