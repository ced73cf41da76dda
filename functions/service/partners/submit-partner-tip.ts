import type { Report } from "../../domain/intake/report.ts";
import type { IntakeContext } from "../context.ts";
import { submitTip } from "../tips/submit-tip.ts";

export interface PartnerTip {
  partnerId: string;
  report: Report;
  /** The partner's own name for this request; partners cannot meet each other's. */
  idempotencyKey: string;
}

export interface PartnerAccepted {
  reference: string;
  /** The same words came before under this key; nothing was written. */
  again: boolean;
}

/**
 * Takes a tip that a partner body relays, as any other tip. The partner gets a reference and no receipt: it may name
 * the matter to the desk, and cannot follow it.
 * @throws `KeyReused` when the same key came with other words
 */
export async function submitPartnerTip(ctx: IntakeContext, input: PartnerTip): Promise<PartnerAccepted> {
  const idempotencyKey = `partner:${input.partnerId}:${input.idempotencyKey}`;
  const reference = ctx.keys.referenceFor(idempotencyKey);
  const { again } = await submitTip(ctx, {
    channel: "partner",
    idempotencyKey,
    report: input.report,
    partner: { id: input.partnerId, reference },
  });
  return { reference, again };
}
