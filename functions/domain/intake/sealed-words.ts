/** What lies inside the sealed part of a tip. Versioned: an office may open a file written years before. */
import { z } from "zod";
import { Verdict } from "../triage/verdict.ts";
import { Report } from "./report.ts";

export const SealedWords = z.object({
  version: z.literal(1),
  // Words may be empty: a call's are in its recordings.
  report: Report.omit({ contact: true }).extend({ text: z.string() }),
  /** With its quotes, which stay sealed; spans point into `composeWords(report).text`. */
  verdict: Verdict,
  /** Written down by a machine from a recording: an officer who listens knows better. */
  madeBy: z.literal("machine").optional(),
});
export type SealedWords = z.infer<typeof SealedWords>;

/** A question or answer of the desk. Later words of the reporter are `SealedWords` like the first ones. */
export const SealedMessage = z.object({ version: z.literal(1), text: z.string() });
export type SealedMessage = z.infer<typeof SealedMessage>;

/** A way to reach the reporter, left on purpose; opened by a supervisor with a reason. */
export const SealedContact = z.object({ version: z.literal(1), contact: z.string() });
export type SealedContact = z.infer<typeof SealedContact>;

export function encodeSealed(content: SealedWords | SealedMessage | SealedContact): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(content));
}

/** Parses opened bytes; throws `ZodError` or `SyntaxError` when they are not what `schema` says. */
export function decodeSealed<T>(schema: z.ZodType<T>, plain: Uint8Array): T {
  return schema.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain)));
}
