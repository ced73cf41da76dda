/**
 * A UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, then 74 random bits. Ids sort by time.
 * `random` gives at least 10 unguessable bytes. `uuid7(new Date(0), new Uint8Array(10))` →
 * `"00000000-0000-7000-8000-000000000000"`.
 */
export function uuid7(now: Date, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError("uuid7 needs 10 random bytes");
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  const milliseconds = BigInt(now.getTime());
  view.setUint16(0, Number(milliseconds >> 32n));
  view.setUint32(2, Number(milliseconds & 0xffff_ffffn));
  bytes.set(random.subarray(0, 10), 6);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** The moment in an id, to the millisecond; `"00000000-0001-7000-8000-000000000000"` → 1 ms past the epoch. */
export function timeOfUuid7(id: string): Date {
  return new Date(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16));
}
