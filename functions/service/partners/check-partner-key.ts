import type { PartnerCheckContext } from "./ports.ts";

/**
 * Whose key this is, or undefined. The key is looked up by its keyed hash alone: how long that takes says nothing of
 * how near a guess came, and no key at all takes as long as a wrong one.
 * @throws `DatabaseAway` when it cannot be looked up now
 */
export function checkPartnerKey(ctx: PartnerCheckContext, key: string): Promise<string | undefined> {
  return ctx.partners.partnerOf(ctx.keys.hashPartnerKey(key));
}
