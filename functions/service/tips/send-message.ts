import { z } from "zod";
import { actionFits } from "../../domain/cases/offered-actions.ts";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import { encodeSealed } from "../../domain/intake/sealed-words.ts";
import { commit, loadTip } from "../cases/load-tip.ts";
import { parseInput, version, words } from "../cases/parse-input.ts";
import { NotAllowed, NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";

const Input = z.object({ tipId: z.string(), version, text: words(2_000) });

/**
 * Asks the reporter something. It is sealed to the desk and to whoever holds the receipt; their status becomes
 * `question`. @throws `NotFound`, `NotAllowed`, `StaleVersion`, `BadInput`
 */
export async function sendMessage(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ version: number; id: string }> {
  const input = parseInput(Input, given);
  const tip = await loadTip(ctx, input, "message");
  if (!actionFits("message", { ...tip, ownerId: null })) throw new NotAllowed("no_way_back");
  const whole = await ctx.desk.whole(tip.id);
  if (!whole) throw new NotFound();
  const at = ctx.clock();
  const id = uuid7(at, ctx.random(10));
  const sealed = await ctx.sealer.seal(encodeSealed({ version: 1, text: input.text }), [
    whole.threadRecipient,
  ]);
  const done = await commit(ctx, tip, {
    set: { publicStatus: "question" },
    message: { id, at, sealed },
    event: { action: "message.sent", details: {}, subjectId: id },
  });
  return { ...done, id };
}
