/** What a partner body is given for a tip it relayed: a name for the matter, and no way into it. */

// Crockford's base 32: no I, L, O or U, so that it can be read out on the telephone.
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * The reference of a 256-bit MAC: its first 50 bits as `PR-7K3MQ-2XD9T`. It says nothing of what was sent, and the
 * same MAC gives the same reference.
 */
export function referenceFromMac(mac: Uint8Array): string {
  const view = new DataView(mac.buffer, mac.byteOffset, 8);
  let rest = view.getBigUint64(0) >> 14n;
  let code = "";
  for (let at = 0; at < 10; at += 1) {
    code = `${digits[Number(rest & 31n)]}${code}`;
    rest >>= 5n;
  }
  return `PR-${code.slice(0, 5)}-${code.slice(5)}`;
}

/**
 * A reference as somebody types it: any case, spaces or none, O for 0, I and L for 1; null when it is none. Written
 * otherwise than `PR-XXXXX-XXXXX` it must hold a digit, so that words of twelve letters stay words.
 */
export function readReference(typed: string): string | null {
  const text = typed.normalize("NFKC").toUpperCase().trim();
  const bare = text.replace(/[\s-]/g, "");
  if (!/^PR[0-9A-Z]{10}$/.test(bare)) return null;
  if (!/^PR-[^-]{5}-[^-]{5}$/.test(text) && !/\d/.test(bare)) return null;
  const code = bare.slice(2).replaceAll("O", "0").replace(/[IL]/g, "1");
  return code.includes("U") ? null : `PR-${code.slice(0, 5)}-${code.slice(5)}`;
}
