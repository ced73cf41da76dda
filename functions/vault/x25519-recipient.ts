import type { KeyObject } from "node:crypto";
import {
  createCipheriv,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
} from "node:crypto";
import { bech32 } from "@scure/base";
import type { Recipient } from "age-encryption";
import { Stanza } from "age-encryption";
import { deriveKey } from "./derive-key.ts";

const spkiPrefix = Buffer.from("302a300506032b656e032100", "hex");
const info = "age-encryption.org/v1/X25519";
const zeroNonce = Buffer.alloc(12);

/**
 * An `age1…` recipient whose curve arithmetic runs in OpenSSL. It writes the standard X25519 stanza of the age format
 * (C2SP age, section "X25519 recipient stanza"), which the library itself and the `age` tool open; the library's own
 * recipient does the same in JavaScript at about three times the cost (`docs/benchmarks.md`).
 * Throws `TypeError` when `text` is not an X25519 recipient.
 */
export function x25519Recipient(text: string): Recipient {
  const raw = decodeRecipient(text);
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: "der", type: "spki" });
  return { wrapFileKey: (fileKey) => [wrap(fileKey, raw, key)] };
}

function decodeRecipient(text: string): Uint8Array {
  const decoded = bech32.decodeToBytes(text);
  if (decoded.prefix !== "age" || decoded.bytes.length !== 32)
    throw new TypeError("not an age X25519 recipient");
  return decoded.bytes;
}

function wrap(fileKey: Uint8Array, recipient: Uint8Array, recipientKey: KeyObject): Stanza {
  const ephemeral = generateKeyPairSync("x25519");
  // As JWK it costs half of what it does as DER.
  const share = Buffer.from(ephemeral.publicKey.export({ format: "jwk" }).x ?? "", "base64url");
  if (share.length !== 32) throw new TypeError("no share");
  const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: recipientKey });
  // RFC 7748, section 6.1: a low-order recipient would make the secret public.
  if (shared.every((byte) => byte === 0)) throw new TypeError("recipient of low order");
  const wrapKey = deriveKey(createSecretKey(shared), Buffer.concat([share, recipient]), info);
  const cipher = createCipheriv("chacha20-poly1305", wrapKey, zeroNonce, { authTagLength: 16 });
  const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
  return new Stanza(["X25519", share.toString("base64").replace(/=+$/, "")], body);
}
