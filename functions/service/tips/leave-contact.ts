import { uuid7 } from "../../domain/ids/uuid7.ts";
import { limits } from "../../domain/intake/limits.ts";
import { encodeSealed } from "../../domain/intake/sealed-words.ts";
import type { IntakeContext } from "../context.ts";
import { BadInput } from "../errors.ts";
import { callKey } from "./open-call-tip.ts";

/**
 * Keeps the number a caller keyed in to be called back, sealed apart from the words. Resolves when it is on disk; a
 * later one replaces it. Throws `BadInput` when `contact` is empty or too long.
 */
export async function leaveContact(
  ctx: IntakeContext,
  call: { callSid: string; contact: string },
): Promise<void> {
  const { contact } = call;
  if (contact.trim() === "" || contact.length > limits.contact)
    throw new BadInput([{ path: "contact", code: "bad_length" }]);
  const now = ctx.clock();
  const id = uuid7(now, ctx.random(10));
  await ctx.journal.append({
    kind: "contact",
    id,
    at: now.toISOString(),
    tipIdemHash: ctx.keys.hashIdempotency(callKey(call.callSid)),
    sealedContact: await ctx.sealer.seal(encodeSealed({ version: 1, contact })),
  });
  ctx.log.info({ id, code: "contact_left" }, "contact left");
}
