import { z } from "zod";
import { SealedContact } from "../../domain/intake/sealed-words.ts";
import { requireStepUp } from "../access/require-step-up.ts";
import { NotAllowed } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { loadTip } from "./load-tip.ts";
import { sealWords } from "./officer-words.ts";
import { openSealed } from "./open-sealed.ts";
import { parseInput, words } from "./parse-input.ts";

const Input = z.object({ tipId: z.string(), reason: words(1_000) });

/**
 * Opens the way to reach a reporter that was left apart from the words. Who opened it and why is committed to the
 * event log first, the reason sealed. Null when the seal is broken.
 * @throws `NotFound`, `NotAllowed` (`no_contact` when none was left), `BadInput`, `StepUpNeeded`
 */
export async function openContact(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ contact: string | null }> {
  const input = parseInput(Input, given);
  const tip = await loadTip(ctx, input, "open-contact");
  requireStepUp(ctx);
  const sealed = await ctx.desk.sealedContact(tip.id);
  if (!sealed) throw new NotAllowed("no_contact");
  await ctx.desk.record({
    at: ctx.clock(),
    actorId: ctx.officer.id,
    action: "contact.opened",
    tipId: tip.id,
    caseId: tip.caseId,
    details: {},
    sealed: await sealWords(ctx.sealer, input.reason),
  });
  ctx.log.info({ tipId: tip.id, code: "contact_opened" }, "contact opened");
  return { contact: (await openSealed(ctx.opener, SealedContact, sealed))?.contact ?? null };
}
