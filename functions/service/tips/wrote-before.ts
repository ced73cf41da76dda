import type { IntakeContext } from "../context.ts";
import { DatabaseAway } from "../errors.ts";
import { senderHashes } from "./sender-hashes.ts";

/**
 * Whether a text message from `sender` now would join what they wrote within the last day. When it cannot be known it
 * counts as so: better no answer than a second one.
 */
export async function wroteBefore(ctx: IntakeContext, sender: string): Promise<boolean> {
  if (sender === "") return false;
  const now = ctx.clock();
  try {
    return await ctx.store.knowsSender(senderHashes(ctx.keys, sender, now).lookFor, now);
  } catch (error) {
    if (error instanceof DatabaseAway) return true;
    throw error;
  }
}
