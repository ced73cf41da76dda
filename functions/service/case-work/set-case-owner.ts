import { z } from "zod";
import { mayOnCase } from "../../domain/access/case-permits.ts";
import { none, parseInput, version } from "../cases/parse-input.ts";
import { BadInput, NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { commitCase, loadCase, situationOf } from "./load-case.ts";

const Input = z.object({ caseId: z.string(), version, officer: none(z.string().min(1).max(100)) });

/**
 * Says which officer leads a case, or that nobody does. Its tips keep their own officers.
 * @throws `NotFound`, `NotAllowed` (`same_officer`), `StaleVersion`, `BadInput` for an officer who may not work on it
 */
export async function setCaseOwner(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number }> {
  const input = parseInput(Input, given);
  const found = await loadCase(ctx, input, "owner");
  if ((found.owner?.id ?? null) === input.officer) throw new NotAllowed("same_officer");
  if (input.officer !== null) {
    const officer = (await ctx.desk.officers()).find(({ id }) => id === input.officer);
    if (!officer || !mayOnCase(officer, "add-task", situationOf(found)))
      throw new BadInput([{ path: "officer", code: "invalid_value" }]);
  }
  return commitCase(
    ctx,
    found,
    { ownerId: input.officer },
    {
      action: "case.owner_set",
      details: { ownerBefore: found.owner?.id ?? null },
      subjectId: input.officer,
    },
  );
}
