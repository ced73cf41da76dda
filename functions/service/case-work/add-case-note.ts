import { z } from "zod";
import { NoteVisible } from "../../domain/cases/note.ts";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import { sealWords } from "../cases/officer-words.ts";
import { parseInput, words } from "../cases/parse-input.ts";
import type { DeskContext } from "../staff-context.ts";
import { loadCase } from "./load-case.ts";

const Input = z.object({ caseId: z.string(), text: words(4_000), visible: NoteVisible });

/**
 * Writes a note on a case for its author, their Customs or everyone who may read the case.
 * @throws `NotFound`, `NotAllowed`, `BadInput`
 */
export async function addCaseNote(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number; id: string }> {
  const input = parseInput(Input, given);
  const found = await loadCase(ctx, { caseId: input.caseId }, "note");
  const at = ctx.clock();
  const id = uuid7(at, ctx.random(10));
  const { id: authorId, region } = ctx.officer;
  const sealed = await sealWords(ctx.sealer, input.text);
  await ctx.cases.addNote(
    { id, caseId: found.id, authorId, visible: input.visible, region, sealed, at },
    {
      at,
      actorId: authorId,
      action: "case.noted",
      caseId: found.id,
      subjectId: id,
      details: { visible: input.visible },
    },
  );
  return { version: found.version, id };
}
