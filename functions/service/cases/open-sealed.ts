import type { z } from "zod";
import { decodeSealed } from "../../domain/intake/sealed-words.ts";
import { SealBroken } from "../errors.ts";
import type { Opener } from "../ports.ts";

/** What was sealed; null when it cannot be opened, or what lies inside is not what `schema` says. */
export async function openSealed<T>(
  opener: Opener,
  schema: z.ZodType<T>,
  sealed: Uint8Array,
): Promise<T | null> {
  let plain: Uint8Array;
  try {
    plain = await opener.open(sealed);
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
  try {
    return decodeSealed(schema, plain);
  } catch {
    // The parser's message may quote the words: it goes no further.
    return null;
  }
}
