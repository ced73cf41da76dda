import { encodeSealed, SealedMessage } from "../../domain/intake/sealed-words.ts";
import type { Opener, Sealer } from "../ports.ts";
import { openSealed } from "./open-sealed.ts";

/** An officer's own words, sealed to the desk like everything that is said. */
export function sealWords(sealer: Sealer, text: string): Promise<Uint8Array> {
  return sealer.seal(encodeSealed({ version: 1, text }));
}

/** The words again; null when they cannot be opened. */
export async function openWords(opener: Opener, sealed: Uint8Array): Promise<string | null> {
  return (await openSealed(opener, SealedMessage, sealed))?.text ?? null;
}
