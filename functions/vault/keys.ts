import { createHmac, createPrivateKey, createSecretKey, type KeyObject } from "node:crypto";
import { bech32 } from "@scure/base";
import { referenceFromMac } from "../domain/partners/reference.ts";
import { receiptFromMac } from "../domain/receipts/receipt.ts";
import type { IntakeKeys } from "../service/ports.ts";
import { createOpener } from "./open.ts";
import { createReceiptLookup } from "./receipt-lookup.ts";

/**
 * The public role's keyed derivations. Each key is 32 bytes. Every use has its own label,
 * so that no value of one kind can stand for another.
 */
export function createIntakeKeys(
  receiptBytes: Uint8Array,
  senderBytes: Uint8Array,
  lookupBytes: Uint8Array,
): IntakeKeys {
  // Key objects made once: an HMAC under bytes takes four times as long.
  const receiptKey = createSecretKey(receiptBytes);
  const senderKey = createSecretKey(senderBytes);
  const { lookup } = createReceiptLookup(lookupBytes);
  const mac = (key: KeyObject, label: string, ...parts: string[]) => {
    const hmac = createHmac("sha256", key).update(label);
    // A length before each part: no two lists of parts read the same.
    for (const part of parts) hmac.update(`\0${Buffer.byteLength(part)}\0`).update(part);
    return hmac.digest();
  };
  return {
    receiptFor: (idempotencyKey) => receiptFromMac(mac(receiptKey, "receipt", idempotencyKey)),
    hashIdempotency: (idempotencyKey) => mac(receiptKey, "idempotency", idempotencyKey),
    hashWords: (words) => mac(receiptKey, "words", words),
    referenceFor: (idempotencyKey) => referenceFromMac(mac(receiptKey, "reference", idempotencyKey)),
    hashReceipt: (receipt) => mac(receiptKey, "receipt-hash", receipt),
    lookupReceipt: lookup,
    hashSender: (number, day) => mac(senderKey, "sender", day, number),
    threadFor(receipt) {
      const secret = mac(receiptKey, "thread", receipt);
      return {
        recipient: encodeRecipient(secret),
        open: (sealed) => createOpener(encodeIdentity(secret)).open(sealed),
      };
    },
  };
}

const pkcs8Prefix = Buffer.from("302e020100300506032b656e04220420", "hex");

/** The age recipient of an X25519 secret, by OpenSSL's curve arithmetic. */
function encodeRecipient(secret: Uint8Array): string {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, secret]), format: "der", type: "pkcs8" });
  const share = Buffer.from(key.export({ format: "jwk" }).x ?? "", "base64url");
  return bech32.encodeFromBytes("age", share);
}

/** An age X25519 identity from its 32 secret bytes. */
function encodeIdentity(secret: Uint8Array): string {
  return bech32.encodeFromBytes("AGE-SECRET-KEY-", secret).toUpperCase();
}
