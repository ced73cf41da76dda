import { z } from "zod";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { loadTip } from "./load-tip.ts";
import { parseInput } from "./parse-input.ts";

const Input = z.object({ tipId: z.string(), note: z.uuid() });

/**
 * Strikes out an officer's own note. It stays to be read, marked; what is another's, or no note of this tip, is refused
 * alike. @throws `NotFound`, `NotAllowed`, `BadInput`
 */
export async function strikeNote(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number }> {
  const input = parseInput(Input, given);
  const tip = await loadTip(ctx, { tipId: input.tipId }, "strike-note");
  const at = ctx.clock();
  const actorId = ctx.officer.id;
  const event = { at, actorId, action: "tip.note_struck", tipId: tip.id, caseId: tip.caseId };
  const struck = await ctx.desk.strikeNote(
    { id: input.note, tipId: tip.id, authorId: actorId, at },
    { ...event, subjectId: input.note, details: {} },
  );
  if (!struck) throw new NotAllowed("not_own_note");
  return { version: tip.version };
}
