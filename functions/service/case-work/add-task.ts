import { z } from "zod";
import { mayOnCase } from "../../domain/access/case-permits.ts";
import { Unit } from "../../domain/cases/unit.ts";
import { beginsWork } from "../../domain/cases/work.ts";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import { sealWords } from "../cases/officer-words.ts";
import { parseInput, words } from "../cases/parse-input.ts";
import { BadInput } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { loadCase, situationOf } from "./load-case.ts";

/** A moment with its zone, or as a page's field has it: `2026-11-20T22:30`, in Tokyo. */
const Due = z
  .union([z.iso.datetime({ offset: true }), z.iso.datetime({ local: true })])
  .transform((text) => new Date(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}+09:00`));

const Input = z
  .object({
    caseId: z.string(),
    text: words(1_000),
    /** `unit:dogs`, `officer:ID`, or empty: whoever works on the case. */
    who: z.string().max(120).default(""),
    /** `other` stands for the time in `at`. */
    due: z.string(),
    at: z.string().default(""),
  })
  .transform(({ due, at, ...rest }) => ({ ...rest, due: due === "other" || due === "" ? at : due }))
  .pipe(z.object({ caseId: z.string(), text: z.string(), who: z.string(), due: Due }));

const furthestMs = 2 * 366 * 24 * 3_600_000;

/**
 * Puts down what is to be done for a case, by whom and until when. The words are sealed. On tips of the case
 * that the officer has, the work begins with it.
 * @throws `NotFound`, `NotAllowed`, `BadInput`, also for a time that is past and for an officer who may not work on it
 */
export async function addTask(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number; id: string }> {
  const input = parseInput<z.output<typeof Input>>(Input as z.ZodType<z.output<typeof Input>>, given);
  const found = await loadCase(ctx, { caseId: input.caseId }, "add-task");
  const at = ctx.clock();
  const ahead = input.due.getTime() - at.getTime();
  if (ahead <= 0 || ahead > furthestMs) throw new BadInput([{ path: "due", code: "not_ahead" }]);
  const [kind, name = ""] = input.who.split(/:(.*)/s);
  const unit = kind === "unit" ? Unit.safeParse(name) : null;
  const officer = kind === "officer" ? (await ctx.desk.officers()).find(({ id }) => id === name) : undefined;
  const wrong =
    !["", "unit", "officer"].includes(kind ?? "") ||
    unit?.success === false ||
    (kind === "officer" && (!officer || !mayOnCase(officer, "add-task", situationOf(found))));
  if (wrong) throw new BadInput([{ path: "who", code: "invalid_value" }]);
  const own = (await ctx.desk.caseTips(found.id)).filter((tip) =>
    beginsWork(ctx.officer, tip, "case.task_added"),
  );
  const id = uuid7(at, ctx.random(10));
  const actorId = ctx.officer.id;
  await ctx.cases.addTask(
    {
      id,
      caseId: found.id,
      sealed: await sealWords(ctx.sealer, input.text),
      officerId: officer?.id ?? null,
      unit: unit?.data ?? null,
      dueAt: input.due,
      madeBy: actorId,
      madeAt: at,
    },
    {
      at,
      actorId,
      action: "case.task_added",
      caseId: found.id,
      subjectId: officer?.id ?? null,
      details: { task: id, unit: unit?.data ?? null, due: input.due.toISOString() },
    },
    own.map((tip) => tip.id),
  );
  ctx.log.info({ caseId: found.id, code: "case.task_added" }, "task added");
  return { version: found.version, id };
}
