import { Decrypter } from "age-encryption";
import { SealBroken } from "../service/errors.ts";
import type { Opener } from "../service/ports.ts";
import { isOneChunk, openChunk } from "./open-chunk.ts";
import { x25519Identity } from "./x25519-identity.ts";

/**
 * Opens what was sealed to `identity` (`AGE-SECRET-KEY-1…`). Rejects with `SealBroken` when the bytes were tampered
 * with, cut short, or sealed to someone else. Throws at once on an identity that is none.
 */
export function createOpener(identity: string): Opener {
  const own = x25519Identity(identity);
  return {
    async open(sealed) {
      try {
        if (isOneChunk(sealed)) return await openChunk(own, sealed);
        const decrypter = new Decrypter();
        decrypter.addIdentity(own);
        return await decrypter.decrypt(sealed);
      } catch {
        // What went wrong may quote the header; ours says nothing of the content.
        throw new SealBroken();
      }
    },
  };
}
