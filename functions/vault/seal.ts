import { Encrypter } from "age-encryption";
import type { Sealer } from "../service/ports.ts";
import { chunkBytes, sealChunk } from "./seal-chunk.ts";
import { x25519Recipient } from "./x25519-recipient.ts";

/**
 * Seals bytes in the age format to every recipient in `recipients` (`age1…`, the desk's first, then the off-line
 * recovery one) and to the `extra` ones of a call. Anyone with one of their identities can open the result, also
 * with the standard `age` tool. Throws `TypeError` on a recipient that is none, and at once when there is none.
 */
export function createSealer(recipients: readonly string[]): Sealer {
  if (recipients.length === 0) throw new TypeError("no recipients to seal to");
  const standing = recipients.map(x25519Recipient);
  return {
    async seal(plain, extra = []) {
      const all = [...standing, ...extra.map(x25519Recipient)];
      if (plain.length <= chunkBytes) return sealChunk(all, plain);
      const encrypter = new Encrypter();
      for (const recipient of all) encrypter.addRecipient(recipient);
      return encrypter.encrypt(plain);
    },
  };
}
