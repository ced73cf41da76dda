import type { PartnerContext, PartnerKeyRow } from "./ports.ts";

/** Every key that was ever given out, by partner; none can be read back. */
export function listPartnerKeys(ctx: PartnerContext): Promise<PartnerKeyRow[]> {
  return ctx.partners.list();
}
