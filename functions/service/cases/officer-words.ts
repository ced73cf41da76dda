import { decodeSealed, encodeSealed, SealedMessage } from "../../domain/intake/sealed-words.ts";
import { SealBroken } from "../errors.ts";
import type { Opener, Sealer } from "../ports.ts";

/** An officer's own words, sealed to the desk like everything that is said. */
export function sealWords(sealer: Sealer, text: string): Promise<Uint8Array> {
  return sealer.seal(encodeSealed({ version: 1, text }));
}

/** The words again; null when they cannot be opened. */
export async function openWords(opener: Opener, sealed: Uint8Array): Promise<string | null> {
  try {
    return decodeSealed(SealedMessage, await opener.open(sealed)).text;
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}
