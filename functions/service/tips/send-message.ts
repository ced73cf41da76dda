import { z } from "zod";
import { actionFits } from "../../domain/cases/offered-actions.ts";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import { encodeSealed } from "../../domain/intake/sealed-words.ts";
import { Locale } from "../../domain/locales/locales.ts";
import { QuestionCode } from "../../domain/texts/desk-text.ts";
import { commit, loadTip } from "../cases/load-tip.ts";
import { parseInput, version } from "../cases/parse-input.ts";
import { NotAllowed, NotFound, StaleVersion } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { listQuestions } from "../texts/list-questions.ts";

/** `which_day:3`: a ready-made question, and the version of its words that the officer saw. */
const Ready = z
  .string()
  .regex(/^([a-z_]{1,40}:\d{1,9})?$/)
  .transform((text) => {
    const [code, version] = text.split(":");
    return { code: QuestionCode.safeParse(code).data ?? null, version: Number(version ?? 0), text };
  })
  .refine(({ code, text }) => code !== null || text === "", { error: "invalid_value" });

const Input = z
  .object({
    tipId: z.string(),
    version,
    question: Ready.prefault(""),
    text: z
      .string()
      .max(2_000)
      .default("")
      .transform((text) => text.trim()),
  })
  .refine(({ question, text }) => question.code !== null || text !== "", {
    error: "nothing_asked",
    path: ["text"],
  });

/**
 * Asks the reporter something: a ready-made question in their language, words of the officer's own, or the one after
 * the other. What is sent is fixed as it is sent, and sealed to the desk and to whoever holds the receipt; their status
 * becomes `question`. @throws `NotFound`, `NotAllowed`, `StaleVersion`, `BadInput`
 */
export async function sendMessage(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number; id: string }> {
  const input = parseInput<z.output<typeof Input>>(Input as z.ZodType<z.output<typeof Input>>, given);
  const tip = await loadTip(ctx, input, "message");
  if (!actionFits("message", { ...tip, ownerId: null })) throw new NotAllowed("no_way_back");
  const whole = await ctx.desk.whole(tip.id);
  if (!whole) throw new NotFound();
  const text = [await readyWords(ctx, input.question, tip.locale), input.text].filter(Boolean).join("\n\n");
  const at = ctx.clock();
  const id = uuid7(at, ctx.random(10));
  const sealed = await ctx.sealer.seal(encodeSealed({ version: 1, text }), [whole.threadRecipient]);
  const done = await commit(ctx, tip, {
    set: { publicStatus: "question" },
    message: { id, at, sealed },
    event: { action: "message.sent", details: { question: input.question.code }, subjectId: id },
  });
  return { ...done, id };
}

/** The words of a ready-made question. @throws `StaleVersion` when they are no longer those that the officer saw */
async function readyWords(
  ctx: DeskContext,
  { code, version: seen }: z.output<typeof Ready>,
  locale: string,
): Promise<string> {
  if (code === null) return "";
  const ready = await listQuestions(ctx, Locale.parse(locale));
  const found = ready.find((each) => each.code === code);
  if (!found || found.version !== seen) throw new StaleVersion();
  return found.text;
}
