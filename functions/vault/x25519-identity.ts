import {
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
} from "node:crypto";
import { bech32 } from "@scure/base";
import type { Identity } from "age-encryption";
import { deriveKey } from "./derive-key.ts";
import { fromBase64 } from "./open-chunk.ts";

const pkcs8Prefix = Buffer.from("302e020100300506032b656e04220420", "hex");
const spkiPrefix = Buffer.from("302a300506032b656e032100", "hex");
const info = "age-encryption.org/v1/X25519";
const zeroNonce = Buffer.alloc(12);
const fileKeyBytes = 16;
const tagBytes = 16;

/**
 * An age identity (`AGE-SECRET-KEY-1…`) whose curve arithmetic runs in OpenSSL with a key made once; the library's own
 * makes its key anew for every file (C2SP age, section "X25519 recipient stanza"). Throws `TypeError` on an identity
 * that is none. A stanza that is malformed throws, one for somebody else is passed over.
 */
export function x25519Identity(text: string): Identity {
  const decoded = bech32.decodeToBytes(text);
  if (decoded.prefix.toUpperCase() !== "AGE-SECRET-KEY-" || decoded.bytes.length !== 32)
    throw new TypeError("not an age X25519 identity");
  const der = Buffer.concat([pkcs8Prefix, decoded.bytes]);
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const recipient = createPublicKey(privateKey)
    .export({ format: "der", type: "spki" })
    .subarray(spkiPrefix.length);
  return {
    unwrapFileKey(stanzas) {
      for (const { args, body } of stanzas) {
        const [type, encoded, ...more] = args;
        if (type !== "X25519") continue;
        const share = fromBase64(encoded ?? "");
        if (more.length > 0 || share.length !== 32 || body.length !== fileKeyBytes + tagBytes)
          throw new Error("malformed X25519 stanza");
        const fileKey = unwrap(privateKey, recipient, share, body);
        if (fileKey) return fileKey;
      }
      return null;
    },
  };
}

function unwrap(
  privateKey: ReturnType<typeof createPrivateKey>,
  recipient: Uint8Array,
  share: Uint8Array,
  body: Uint8Array,
): Uint8Array | null {
  const publicKey = createPublicKey({
    key: Buffer.concat([spkiPrefix, share]),
    format: "der",
    type: "spki",
  });
  // OpenSSL refuses a share of low order, which would make the secret public (RFC 7748, section 6.1).
  const shared = createSecretKey(diffieHellman({ privateKey, publicKey }));
  const wrapKey = deriveKey(shared, Buffer.concat([share, recipient]), info);
  const cipher = createDecipheriv("chacha20-poly1305", wrapKey, zeroNonce, {
    authTagLength: tagBytes,
  });
  cipher.setAuthTag(body.subarray(fileKeyBytes));
  try {
    return Buffer.concat([cipher.update(body.subarray(0, fileKeyBytes)), cipher.final()]);
  } catch {
    return null;
  }
}
