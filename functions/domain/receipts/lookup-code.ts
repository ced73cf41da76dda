/** What stands for a receipt where the receipt itself must not stand: in an address, a saved view, a history. */

// Crockford's base 32: five bytes are eight characters.
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Five bytes by which a receipt's tip is found, as `RC-7K3M-Q2XD`. It says nothing of the receipt. */
export function formatLookup(lookup: Uint8Array): string {
  let rest = lookup.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let code = "";
  for (let at = 0; at < 8; at += 1) {
    code = `${digits[Number(rest & 31n)]}${code}`;
    rest >>= 5n;
  }
  return `RC-${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The five bytes of `RC-7K3M-Q2XD`, written just so; null of anything else. */
export function readLookup(code: string): Uint8Array | null {
  if (!/^RC-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(code)) return null;
  let rest = [...code.slice(3).replace("-", "")].reduce(
    (sum, digit) => sum * 32n + BigInt(digits.indexOf(digit)),
    0n,
  );
  const lookup = new Uint8Array(5);
  for (let at = 4; at >= 0; at -= 1) {
    lookup[at] = Number(rest & 255n);
    rest >>= 8n;
  }
  return lookup;
}
