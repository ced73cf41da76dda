/** Signs that a call or message may be misuse, and what they may do to a tip: move it to quarantine, never away. */
import { z } from "zod";
import type { VerdictSummary } from "../triage/summary.ts";

export const MisuseSign = z.enum([
  /** One number called more often within the hour than a caller in need would. */
  "caller_flood",
  /** One number held several calls at the same moment. */
  "calls_at_once",
  /** Every key came sooner than the words that ask for it can be heard. */
  "hasty_keys",
  /** Nobody speaks in any recording of the call. */
  "no_voice",
  /** The same sound came from other calls too. */
  "same_sound",
  /** One number wrote more messages within the hour than a writer in need would. */
  "message_flood",
  /** Many numbers sent the same words. */
  "same_message",
]);
export type MisuseSign = z.infer<typeof MisuseSign>;

/** What else is known of a tip that bears signs. */
export interface Substance extends Pick<VerdictSummary, "threat_to_life" | "identifiers" | "disposition"> {
  /** A number of goods was keyed in during the call. */
  keyed: boolean;
}

/**
 * Whether the signs send a tip to quarantine. A life in danger, a number whose check digit holds, goods that were keyed in
 * and words that say what to act on always win over every sign.
 */
export function isSetApart(signs: readonly MisuseSign[], about: Substance): boolean {
  if (signs.length === 0 || about.threat_to_life || about.keyed || about.disposition === "actionable")
    return false;
  return !about.identifiers.some(({ valid }) => valid > 0);
}

/** What a journal entry keeps of signs of misuse: nothing when there are none. */
export function signsOf({ misuse = [] }: { misuse?: readonly MisuseSign[] | undefined }): {
  misuse?: MisuseSign[];
} {
  return misuse.length > 0 ? { misuse: [...misuse] } : {};
}
