import type { Locale } from "../../domain/locales/locales.ts";
import type { MisuseSign } from "../../domain/misuse/signs.ts";
import type { IntakeContext } from "../context.ts";
import type { Accepted } from "./submit-tip.ts";
import { submitTip } from "./submit-tip.ts";

/** The idempotency key of a call's tip. The receipt comes from it under a key of ours, so the provider cannot tell it. */
export function callKey(callSid: string): string {
  return `call:${callSid}`;
}

/**
 * The tip of a call, opened at its first sign of speech and the same for all that follows in the call. Its words are
 * in recordings that nobody has heard yet.
 */
export async function openCallTip(
  ctx: IntakeContext,
  call: { callSid: string; locale: Locale; misuse?: MisuseSign[] },
): Promise<Accepted> {
  const idempotencyKey = callKey(call.callSid);
  const report = { locale: call.locale, text: "", goods: [] };
  return submitTip(ctx, {
    channel: "voice",
    idempotencyKey,
    report,
    ...(call.misuse ? { misuse: call.misuse } : {}),
  });
}
