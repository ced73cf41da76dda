import { Decrypter } from "age-encryption";
import { SealBroken } from "../service/errors.ts";
import type { Opener } from "../service/ports.ts";

/**
 * Opens what was sealed to `identity` (`AGE-SECRET-KEY-1…`). Rejects with `SealBroken` when the bytes were tampered
 * with, cut short, or sealed to someone else.
 */
export function createOpener(identity: string): Opener {
  return {
    async open(sealed) {
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      try {
        return await decrypter.decrypt(sealed);
      } catch {
        // The library's message may quote the header; ours says nothing of the content.
        throw new SealBroken();
      }
    },
  };
}
