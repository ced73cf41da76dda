import { z } from "zod";
import { Unit } from "../../domain/cases/unit.ts";
import { none, parseInput, version } from "../cases/parse-input.ts";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { commitCase, loadCase } from "./load-case.ts";

const Input = z.object({ caseId: z.string(), version, unit: none(Unit) });

/**
 * Gives a case to a unit, or to none. @throws `NotFound`, `NotAllowed` (`same_unit`), `StaleVersion`, `BadInput`
 */
export async function setCaseUnit(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number }> {
  const input = parseInput(Input, given);
  const found = await loadCase(ctx, input, "unit");
  if (found.unit === input.unit) throw new NotAllowed("same_unit");
  return commitCase(
    ctx,
    found,
    { unit: input.unit },
    { action: "case.unit_set", details: { unit: input.unit, unitBefore: found.unit } },
  );
}
