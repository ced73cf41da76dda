import { z } from "zod";
import { composeWords } from "../../domain/intake/report.ts";
import { SealedWords } from "../../domain/intake/sealed-words.ts";
import { loadTip } from "../cases/load-tip.ts";
import { openSealed } from "../cases/open-sealed.ts";
import { parseInput } from "../cases/parse-input.ts";
import { NotAllowed, NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";

const Input = z.object({ tipId: z.string(), target: z.enum(["ja", "en"]) });

export interface TranslatedTip {
  target: "ja" | "en";
  /** The report, then each later message of the reporter. */
  texts: { messageId: string | null; text: string }[];
}

/** A tip has few; a flood of messages must not keep the translator for an hour. */
const mostMessages = 20;
const longest = 20_000;
/** An officer waits no longer for all of it. */
const mostMs = 60_000;

/**
 * The reporter's words as the office's own translator gives them, for this look alone: nothing of it is kept. That the
 * words went to the translator is on record first.
 * @throws `NotFound`, `BadInput`, `NotAllowed` (`translation_not_set_up`, `translation_unknown_language`,
 * `translation_failed`, `no_words`)
 */
export async function translateTip(ctx: DeskContext, given: z.input<typeof Input>): Promise<TranslatedTip> {
  const { tipId, target } = parseInput(Input, given);
  const tip = await loadTip(ctx, { tipId }, "translate");
  const { translator } = ctx;
  if (!translator) throw new NotAllowed("translation_not_set_up");
  const whole = await ctx.desk.whole(tip.id);
  if (!whole) throw new NotFound();
  await ctx.desk.record({
    at: ctx.clock(),
    actorId: ctx.officer.id,
    action: "tip.translated",
    tipId: tip.id,
    caseId: tip.caseId,
    details: { target },
  });
  const sources = [
    { messageId: null, sealed: whole.sealed },
    ...whole.messages
      .filter(({ from }) => from === "reporter")
      .slice(-mostMessages)
      .map(({ id, sealed }) => ({ messageId: id, sealed })),
  ];
  const texts: TranslatedTip["texts"] = [];
  const until = ctx.clock().getTime() + mostMs;
  for (const { messageId, sealed } of sources) {
    const words = await openSealed(ctx.opener, SealedWords, sealed);
    const text = words ? composeWords(words.report).text.trim().slice(0, longest) : "";
    if (text === "") continue;
    if (ctx.clock().getTime() > until) {
      ctx.log.warn({ tipId: tip.id, code: "too_slow" }, "translation failed");
      throw new NotAllowed("translation_failed");
    }
    const answer = await translator.translate(text, { from: words?.verdict.lang ?? tip.lang, to: target });
    if (answer.kind === "unknown_language") throw new NotAllowed("translation_unknown_language");
    if (answer.kind === "failed") {
      ctx.log.warn({ tipId: tip.id, code: answer.code }, "translation failed");
      throw new NotAllowed("translation_failed");
    }
    texts.push({ messageId, text: answer.text });
  }
  if (texts.length === 0) throw new NotAllowed("no_words");
  return { target, texts };
}
