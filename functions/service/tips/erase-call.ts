import { uuid7 } from "../../domain/ids/uuid7.ts";
import type { IntakeContext } from "../context.ts";
import { callKey } from "./open-call-tip.ts";

/**
 * Takes back all that a call has recorded so far, because the caller pressed the key for it. Resolves when the wish is
 * on disk; the worker then removes the sound here and at the provider. What is recorded afterwards stays.
 */
export async function eraseCall(ctx: IntakeContext, call: { callSid: string }): Promise<void> {
  const now = ctx.clock();
  const id = uuid7(now, ctx.random(10));
  await ctx.journal.append({
    kind: "erasure",
    id,
    at: now.toISOString(),
    tipIdemHash: ctx.keys.hashIdempotency(callKey(call.callSid)),
    callSid: call.callSid,
  });
  ctx.log.info({ id, code: "call_erased" }, "caller erased the recordings");
}
