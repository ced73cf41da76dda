import { z } from "zod";
import { gradeOf, Handling, InformationGrade, SourceGrade } from "../../domain/cases/grading.ts";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { commit, loadTip } from "./load-tip.ts";
import { parseInput, version } from "./parse-input.ts";

const Input = z.object({
  tipId: z.string(),
  version,
  source: SourceGrade,
  information: InformationGrade,
  handling: Handling,
});

/**
 * Grades a tip's source and what it says, and says how far it may be passed on. Neither grade moves the score: what a
 * source was worth before does, and that is counted, not judged.
 * @throws `NotFound`, `NotAllowed` (`same_grade`), `StaleVersion`, `BadInput`
 */
export async function gradeTip(ctx: DeskContext, given: z.input<typeof Input>): Promise<{ version: number }> {
  const { tipId, version: seen, ...grading } = parseInput(Input, given);
  const tip = await loadTip(ctx, { tipId, version: seen }, "grade");
  const [from, to] = [gradeOf(tip.grading), gradeOf(grading)];
  if (from === to && tip.grading.handling === grading.handling) throw new NotAllowed("same_grade");
  return commit(ctx, tip, {
    set: { grading, state: tip.state === "new" ? "triaged" : tip.state },
    event: {
      action: "tip.graded",
      details: {
        from,
        to,
        handling: grading.handling,
        handlingBefore: tip.grading.handling,
        stateBefore: tip.state,
      },
    },
  });
}
