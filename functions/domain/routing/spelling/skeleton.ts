/**
 * Levels the spellings that one foreign name may have in a script, so that names and text meet: long vowels of Latin
 * letters, variant Han characters, tones and vowel length of Thai, Burmese and Devanagari, hamza in Persian.
 * Takes text that `normalise` has made bare of accents and case.
 */
import { hanVariants } from "../gazetteer/han-variants.ts";

export type Skeleton = {
  readonly text: string;
  /** Where in the given text each unit of the skeleton came from; one more entry marks the end. */
  readonly starts: Int32Array;
};

/**
 * Classes of letters that one Japanese sound is heard as, the first standing for all; `-` first means they are left out.
 * Combining signs are given by code point.
 */
const classes = [
  // Thai: aspirated and unaspirated, high and low; long and short i and u; a in the middle of a syllable.
  "กคฆข",
  "ตทธฐฏ",
  "ซสศษ",
  "ปพภ",
  "ชจฉฌ",
  "นณ",
  "ยญ",
  "รล",
  "\u0e34\u0e35",
  "\u0e38\u0e39\u0e36\u0e37",
  "\u0e32\u0e31",
  "-\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c",
  // Devanagari: length, retroflexes, sibilants, nasals; a is heard whether written or not.
  "\u093f\u0940",
  "\u0941\u0942",
  "इई",
  "उऊ",
  "अआ",
  "तट",
  "थठ",
  "दड",
  "धढ",
  "नण\u0902",
  "सशष",
  "जझ",
  "-\u093e\u094d\u093c\u0901",
  // Burmese: voicing, tones, length; final marks.
  "ကခဂဃ",
  "စဆသဇ",
  "တထဒဓဋဌ",
  "ဖပဗဘ",
  "နညဏ",
  "\u103b\u103c",
  "\u102d\u102e",
  "\u102f\u1030",
  "\u1031\u1032",
  "-\u102b\u102c\u1036\u1037\u1038\u103a",
  // Persian: madda and hamza.
  "اآ",
  "-ئءأ\u0654'",
  // Cyrillic.
  "еэ",
];

const table = new Uint16Array(0x10000);
for (let code = 0; code < table.length; code += 1) table[code] = code;
for (const [variant, japanese] of hanVariants()) table[variant.charCodeAt(0)] = japanese.charCodeAt(0);
for (const letters of classes) {
  const target = letters.startsWith("-") ? 0 : letters.charCodeAt(0);
  for (let index = 0; index < letters.length; index += 1) {
    if (index > 0 || target !== 0) table[letters.charCodeAt(index)] = target;
  }
}

const isLatin = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isVowel = (code: number): boolean =>
  code === 0x61 || code === 0x65 || code === 0x69 || code === 0x6f || code === 0x75;

/** How many units of Latin text stand for one: `ou`, `oo`, `uu`, and `oh` before no vowel. */
function longVowel(text: string, index: number, code: number): boolean {
  const next = text.charCodeAt(index + 1);
  if (code === 0x75) return next === 0x75;
  if (code !== 0x6f) return false;
  return next === 0x75 || next === 0x6f || (next === 0x68 && !isVowel(text.charCodeAt(index + 2)));
}

/** Folds `text` (already bare of case and accents); linear, never throws. `"oosaka"` → `"osaka"`. */
export function toSkeleton(text: string): Skeleton {
  const units = new Uint16Array(text.length);
  const starts = new Int32Array(text.length + 1);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    let unit = table[code] ?? 0;
    if (unit === 0) continue;
    const start = index;
    if (isLatin(code)) {
      if (longVowel(text, index, code)) index += 1;
      else if (code === 0x6d) {
        const next = text.charCodeAt(index + 1);
        if (next === 0x62 || next === 0x70 || next === 0x6d) unit = 0x6e;
      }
    } else if (code === 0x43c) {
      const next = text.charCodeAt(index + 1);
      if (next === 0x431 || next === 0x43f || next === 0x43c) unit = 0x43d;
    } else if (code === 0xe30) {
      // Short a at the end of a syllable that already has its vowel in front (เบะ) is no vowel of its own.
      const before = units[length - 2] ?? 0;
      if (before >= 0xe40 && before <= 0xe44) continue;
      unit = 0xe32;
    } else if (unit === 0xe0b && units[length - 1] === 0xe15) {
      // Tsu is heard as ts or s (ทสึ, สึ).
      length -= 1;
    }
    if (unit === 0x6cc && units[length - 1] === 0x6cc) continue;
    units[length] = unit;
    starts[length] = start;
    length += 1;
  }
  starts[length] = text.length;
  let folded = "";
  for (let at = 0; at < length; at += 8_192)
    folded += String.fromCharCode(...units.subarray(at, Math.min(length, at + 8_192)));
  return { text: folded, starts: starts.subarray(0, length + 1) };
}
