/** Twilio's voice recording encryption: a key for each recording, wrapped to the office's own RSA key. */
import { constants, createDecipheriv, privateDecrypt } from "node:crypto";
import { z } from "zod";

const base64 = z.base64().min(1);

/**
 * The `encryption_details` of a recording: the guide names its parts one way ("Voice recording encryption"), the REST
 * resource another ("Recordings resource").
 */
const EncryptionDetails = z
  .union([
    z.object({ encrypted_cek: base64, iv: base64 }),
    z
      .object({ encryption_cek: base64, encryption_iv: base64 })
      .transform((given) => ({ encrypted_cek: given.encryption_cek, iv: given.encryption_iv })),
  ])
  .transform(({ encrypted_cek, iv }) => ({
    wrappedKey: Buffer.from(encrypted_cek, "base64"),
    iv: Buffer.from(iv, "base64"),
  }));

const Metadata = z.object({ encryption_details: EncryptionDetails });

/** GCM's tag is the end of the file. */
const tagBytes = 16;

/**
 * The sound of an encrypted recording, or undefined when `metadata` (the recording's JSON resource) does not say that it
 * is encrypted, or `privateKey` (PEM) is not the one, or a byte is wrong: RSA-OAEP with SHA-256, then AES-256-GCM.
 */
export function decryptRecording(
  bytes: Uint8Array,
  metadata: unknown,
  privateKey: string,
): Uint8Array | undefined {
  const parsed = Metadata.safeParse(metadata);
  if (!parsed.success || bytes.length <= tagBytes) return undefined;
  const { wrappedKey, iv } = parsed.data.encryption_details;
  try {
    const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" };
    const key = privateDecrypt({ key: privateKey, ...padding }, wrappedKey);
    const decipher = createDecipheriv("aes-256-gcm", key, iv);
    decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}
