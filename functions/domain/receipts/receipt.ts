/**
 * A receipt is 16 decimal digits (53 bits) shown in four groups. It is derived from the submission's unguessable
 * idempotency key, so a retry answers the same one, and it is never stored.
 */
import { z } from "zod";

/** Sixteen digits in any of the scripts people type, spaces and dashes allowed; parses to bare ASCII digits. */
export const Receipt = z
  .string()
  .max(100)
  .transform((typed) =>
    typed
      .normalize("NFKC")
      .replace(/\p{Nd}/gu, asciiDigit)
      .replace(/[\s\-‐-―ー・.]/gu, ""),
  )
  .pipe(z.string().regex(/^\d{16}$/));
export type Receipt = z.infer<typeof Receipt>;

/** `"1234567890123456"` → `"1234 5678 9012 3456"`. */
export function formatReceipt(receipt: Receipt): string {
  return receipt.replace(/(\d{4})(?=\d)/g, "$1 ");
}

/** The receipt of a 256-bit MAC: its first 8 bytes as a number, modulo 10^16. The bias is below 2^-10 of one digit. */
export function receiptFromMac(mac: Uint8Array): Receipt {
  const view = new DataView(mac.buffer, mac.byteOffset, 8);
  return (view.getBigUint64(0) % 10n ** 16n).toString().padStart(16, "0");
}

/** Unicode gives each script its ten digits in a row, so a digit's value is its distance from its zero. */
function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}
