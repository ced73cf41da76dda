/**
 * Code points of the zero of every decimal digit block that people may type in one of our languages (and their
 * neighbours). Each block holds ten digits in order. Source: Unicode 16, general category Nd.
 */
const ZEROES = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6,
  0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0,
  0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
] as const;

const VALUES = new Map<number, number>();
for (const zero of ZEROES) for (let digit = 0; digit < 10; digit++) VALUES.set(zero + digit, digit);

/**
 * The value 0-9 of a decimal digit of any script, or -1.
 * @param codePoint Unicode code point; ASCII digits included.
 * @example digitValue("७".codePointAt(0)) === 7
 */
export function digitValue(codePoint: number): number {
  if (codePoint < 0x80) return codePoint >= 0x30 && codePoint <= 0x39 ? codePoint - 0x30 : -1;
  return VALUES.get(codePoint) ?? -1;
}
