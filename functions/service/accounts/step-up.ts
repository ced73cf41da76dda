import type { AccountContext, LockRule, ProofOf } from "./ports.ts";

export type StepUpResult =
  | { kind: "proven" }
  | { kind: "wrong" }
  /** A right code that was taken before: the next one is needed. */
  | { kind: "used" }
  /** Seconds to wait. */
  | { kind: "locked"; retryAfter: number };

const lock: LockRule = { most: 5, windowMs: 15 * 60_000, lockMs: 15 * 60_000 };

/**
 * Takes a renewed proof that it is the officer who asks, good for five minutes. Five wrong ones within a quarter of an
 * hour shut this way for another; a used code is no guess and shuts nothing. `verify` is the sign-in's own check;
 * `triesHash` names the officer's tries.
 */
export async function stepUp(
  ctx: AccountContext,
  given: {
    officerId: string;
    of: ProofOf;
    means: "code" | "passkey";
    triesHash: Uint8Array;
    verify(): Promise<"right" | "wrong" | "used">;
  },
): Promise<StepUpResult> {
  const { officerId, of, means, triesHash } = given;
  const at = ctx.clock();
  const retryAfter = await ctx.accounts.lockedFor(triesHash, at);
  if (retryAfter > 0) return { kind: "locked", retryAfter };
  const verified = await given.verify();
  if (verified !== "right") {
    if (verified === "wrong") await ctx.accounts.countFailure(triesHash, at, lock);
    await ctx.accounts.recordAccount({
      at,
      actorId: officerId,
      action: "account.step_up_failed",
      details: { means },
    });
    return { kind: verified };
  }
  await ctx.accounts.forgetFailures(triesHash);
  await ctx.accounts.prove({ at, actorId: officerId, of, means });
  return { kind: "proven" };
}
