import { z } from "zod";
import { type UndoableCaseAction, undoableCaseChange } from "../../domain/cases/case-undo.ts";
import { Unit } from "../../domain/cases/unit.ts";
import { Region } from "../../domain/triage/verdict.ts";
import { parseInput, version } from "../cases/parse-input.ts";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { commitCase, loadCase } from "./load-case.ts";
import type { CaseChange } from "./ports.ts";
import { openAgain } from "./reopen-case.ts";

const Input = z.object({ caseId: z.string(), version });

/**
 * Takes back the officer's own last change to the case itself: its unit, its region, who leads it, or its closing with
 * that of the tips it closed. @throws `NotFound`, `NotAllowed` (`nothing_to_undo`), `StaleVersion`, `BadInput`
 */
export async function undoCase(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number; undone: UndoableCaseAction }> {
  const found = await loadCase(ctx, parseInput(Input, given), "undo");
  const last = undoableCaseChange(await ctx.cases.lastChange(found.id), ctx.officer.id);
  if (!last) throw new NotAllowed("nothing_to_undo");
  const event = { action: "case.undone", details: { undone: last.action } };
  const done =
    last.action === "close"
      ? await openAgain(ctx, found, event, ({ closing }) => closing === last.details.closing, true)
      : await commitCase(ctx, found, before[last.action](last.details), event);
  return { ...done, undone: last.action };
}

type Before = (details: Readonly<Record<string, unknown>>) => CaseChange["set"];

const before: Record<Exclude<UndoableCaseAction, "close">, Before> = {
  unit: ({ unitBefore }) => ({ unit: Unit.nullable().parse(unitBefore) }),
  region: ({ regionBefore }) => ({ region: Region.nullable().parse(regionBefore) }),
  owner: ({ ownerBefore }) => ({ ownerId: typeof ownerBefore === "string" ? ownerBefore : null }),
};
