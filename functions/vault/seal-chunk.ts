/**
 * Writes an age file whose payload is one chunk, as nearly every report is, with OpenSSL alone (C2SP age, sections
 * "Header" and "Payload"). The library does the same in JavaScript through a stream, at more than twice the cost, which
 * every report and message would pay before it is answered.
 */
import { createCipheriv, createHmac, createSecretKey, randomBytes } from "node:crypto";
import type { Recipient } from "age-encryption";
import { deriveKey } from "./derive-key.ts";

const lineOfBase64 = 64;
const tagBytes = 16;
/** What fits into one chunk of the payload. */
export const chunkBytes = 64 * 1024;

export async function sealChunk(recipients: readonly Recipient[], plain: Uint8Array): Promise<Uint8Array> {
  const fileKey = randomBytes(16);
  let header = "age-encryption.org/v1\n";
  for (const recipient of recipients)
    for (const { args, body } of await recipient.wrapFileKey(fileKey))
      header += `-> ${args.join(" ")}\n${inLines(toBase64(body))}\n`;
  header += "---";
  const secret = createSecretKey(fileKey);
  const mac = createHmac("sha256", deriveKey(secret, "", "header"))
    .update(header)
    .digest();
  const nonce = randomBytes(16);
  const key = deriveKey(secret, nonce, "payload");
  // The first chunk and the last: counter 0, mark 1.
  const counter = Buffer.alloc(12);
  counter[11] = 1;
  const cipher = createCipheriv("chacha20-poly1305", key, counter, { authTagLength: tagBytes });
  const chunk = [cipher.update(plain), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat([Buffer.from(`${header} ${toBase64(mac)}\n`), nonce, ...chunk]);
}

/** Unpadded, as the format asks. */
function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replace(/=+$/, "");
}

/** Lines of 64; the last is shorter, if need be by all of it. */
function inLines(text: string): string {
  const lines = text.match(/.{64}/g) ?? [];
  return [...lines, text.slice(lines.length * lineOfBase64)].join("\n");
}
