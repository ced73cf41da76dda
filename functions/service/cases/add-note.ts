import { z } from "zod";
import { NoteVisible } from "../../domain/cases/note.ts";
import { beginsWork } from "../../domain/cases/work.ts";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import type { DeskContext } from "../staff-context.ts";
import { loadTip } from "./load-tip.ts";
import { sealWords } from "./officer-words.ts";
import { parseInput, words } from "./parse-input.ts";

const Input = z.object({ tipId: z.string(), text: words(4_000), visible: NoteVisible });

/**
 * Writes a note on a tip for its author, their region or everyone who may read it. It changes nothing of the
 * tip but that its owner works on it now, so it is never refused because somebody else did. @throws `NotFound`, `NotAllowed`, `BadInput`
 */
export async function addNote(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number; id: string }> {
  const input = parseInput(Input, given);
  const tip = await loadTip(ctx, { tipId: input.tipId }, "note");
  const at = ctx.clock();
  const id = uuid7(at, ctx.random(10));
  const { id: authorId, region } = ctx.officer;
  const begins = beginsWork(ctx.officer, tip, "tip.noted");
  const sealed = await sealWords(ctx.sealer, input.text);
  await ctx.desk.addNote(
    { id, tipId: tip.id, authorId, visible: input.visible, region, sealed, at },
    {
      at,
      actorId: authorId,
      action: "tip.noted",
      tipId: tip.id,
      caseId: tip.caseId,
      subjectId: id,
      details: { visible: input.visible },
    },
    begins,
  );
  ctx.log.info({ tipId: tip.id, code: "tip.noted" }, "note written");
  return { version: tip.version + (begins ? 1 : 0), id };
}
