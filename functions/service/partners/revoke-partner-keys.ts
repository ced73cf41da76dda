import { NotFound } from "../errors.ts";
import type { PartnerContext } from "./ports.ts";

/**
 * Ends one key by its id, or all keys of a partner by name. What the partner relayed before stays.
 * @returns how many keys were good until now
 * @throws `NotFound` when none was
 */
export async function revokePartnerKeys(
  ctx: PartnerContext,
  which: { keyId: string } | { name: string },
): Promise<number> {
  const revoked = await ctx.partners.revoke(which, ctx.clock());
  if (revoked === 0) throw new NotFound();
  return revoked;
}
