import { z } from "zod";
import { parseInput } from "../cases/parse-input.ts";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { loadCase } from "./load-case.ts";

const Input = z.object({ caseId: z.string(), note: z.uuid() });

/**
 * Strikes out an officer's own note on a case. It stays to be read, marked.
 * @throws `NotFound`, `NotAllowed` (`not_own_note`), `BadInput`
 */
export async function strikeCaseNote(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number }> {
  const input = parseInput(Input, given);
  const found = await loadCase(ctx, { caseId: input.caseId }, "strike-note");
  const at = ctx.clock();
  const actorId = ctx.officer.id;
  const struck = await ctx.cases.strikeNote(
    { id: input.note, caseId: found.id, authorId: actorId, at },
    { at, actorId, action: "case.note_struck", caseId: found.id, subjectId: input.note, details: {} },
  );
  if (!struck) throw new NotAllowed("not_own_note");
  return { version: found.version };
}
