/** What lies inside the sealed part of a tip. Versioned: an office may open a file written years before. */
import { z } from "zod";
import { Verdict } from "../triage/verdict.ts";
import { Report } from "./report.ts";

export const SealedWords = z.object({
  version: z.literal(1),
  report: Report.omit({ contact: true }),
  /** With its quotes, which stay sealed; spans point into `composeWords(report).text`. */
  verdict: Verdict,
});
export type SealedWords = z.infer<typeof SealedWords>;

/** A later message of the same reporter, or a question of the desk. */
export const SealedMessage = z.object({
  version: z.literal(1),
  text: z.string(),
  /** Absent on what the desk writes. */
  verdict: Verdict.optional(),
});
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
