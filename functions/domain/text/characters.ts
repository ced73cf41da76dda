/** What single characters become before words and codes are looked for. Only forms change here, never meaning. */

/** No width, no meaning for a reader of words: direction marks, joiners, soft hyphens, variation selectors, tags. */
export function isInvisible(c: number): boolean {
  return (
    c === 0xad ||
    c === 0x34f ||
    c === 0x61c ||
    c === 0x640 ||
    c === 0x180e ||
    (c >= 0x200b && c <= 0x200f) ||
    (c >= 0x202a && c <= 0x202e) ||
    (c >= 0x2060 && c <= 0x206f) ||
    (c >= 0xfe00 && c <= 0xfe0f) ||
    c === 0xfeff ||
    // Vowel points that careful Persian and Arabic typists add and most people leave out.
    (c >= 0x64b && c <= 0x652) ||
    c === 0x670 ||
    (c >= 0xe0000 && c <= 0xe01ef)
  );
}

/** A line break of any kind. */
export function isLineBreak(c: number): boolean {
  return c === 0x0a || c === 0x0d || c === 0x0b || c === 0x0c || c === 0x85 || c === 0x2028 || c === 0x2029;
}

/** A blank within a line, of any width. */
export function isBlank(c: number): boolean {
  return (
    c === 0x20 ||
    c === 0x09 ||
    c === 0xa0 ||
    c === 0x1680 ||
    (c >= 0x2000 && c <= 0x200a) ||
    c === 0x202f ||
    c === 0x205f ||
    c === 0x3000
  );
}

/** One-to-one replacements that NFKC leaves alone: dashes, quotes, Arabic letter forms and punctuation. */
export const REPLACED: ReadonlyMap<number, string> = new Map([
  ...[
    0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2043, 0x2212, 0x2500, 0x2501, 0xfe58, 0xfe63, 0xff0d,
    0x05be, 0x1806,
  ].map((c): [number, string] => [c, "-"]),
  ...[0x2018, 0x2019, 0x201a, 0x201b, 0x02bc, 0x2032, 0xb4, 0x02b9].map((c): [number, string] => [c, "'"]),
  ...[0x201c, 0x201d, 0x201e, 0x201f, 0x2033, 0xff02].map((c): [number, string] => [c, '"']),
  [0x064a, "ی"],
  [0x0649, "ی"],
  [0x0643, "ک"],
  [0x060c, ","],
  [0x061b, ";"],
  [0x061f, "?"],
  [0x066a, "%"],
  [0x066b, "."],
  [0x066c, ","],
  // The degree sign is often typed as one of its lookalikes.
  [0x00ba, "°"],
  [0x02da, "°"],
]);

/**
 * Characters that NFKC would alter in a way that misleads: raised digits (10² is not 102), fractions, single Korean
 * letters (ㅋㅋ) and the Thai and Lao vowel AM, whose usual spelling is the composed one.
 */
export function keepsItsForm(c: number): boolean {
  return (
    c === 0xb2 ||
    c === 0xb3 ||
    c === 0xb9 ||
    c === 0xb4 ||
    (c >= 0xbc && c <= 0xbe) ||
    (c >= 0x2070 && c <= 0x209f) ||
    (c >= 0x2150 && c <= 0x215e) ||
    (c >= 0x3131 && c <= 0x318e) ||
    c === 0x0e33 ||
    c === 0x0eb3
  );
}

/** 0-9 for a circled or dingbat digit, else -1. */
export function circledDigit(c: number): number {
  if (c >= 0x2460 && c <= 0x2468) return c - 0x2460 + 1;
  if (c === 0x24ea || c === 0x24ff || c === 0x1f10b || c === 0x1f10c) return 0;
  if (c >= 0x2776 && c <= 0x277e) return c - 0x2776 + 1;
  if (c >= 0x2780 && c <= 0x2788) return c - 0x2780 + 1;
  if (c >= 0x278a && c <= 0x2792) return c - 0x278a + 1;
  if (c >= 0x24f5 && c <= 0x24fd) return c - 0x24f5 + 1;
  return -1;
}

const MARK = /^[\p{M}\uFF9E\uFF9F]$/u;
/** 0 not asked yet, 1 stands alone, 2 joins the character before it. */
const joins = new Uint8Array(0x10000);

/** True when NFKC may compose the character with the one before it. */
export function joinsPrevious(c: number): boolean {
  if (c < 0x300) return false;
  if (c > 0xffff) return MARK.test(String.fromCodePoint(c));
  const known = joins[c];
  if (known) return known === 2;
  const joining = (c >= 0x1160 && c <= 0x11ff) || MARK.test(String.fromCharCode(c));
  joins[c] = joining ? 2 : 1;
  return joining;
}
