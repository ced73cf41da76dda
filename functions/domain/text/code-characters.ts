/** What kind of character may stand in a code, and what stands between two of them. */
import { Gap } from "./code-cells.ts";

/** Capitals of other alphabets that look like Latin ones. */
export const LOOKALIKES = new Map<string, string>();
for (const [foreign, latin] of [
  ["АВЕКМНОРСТУХІЈЅ", "ABEKMHOPCTYXIJS"],
  ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"],
] as const) {
  for (let i = 0; i < foreign.length; i++) LOOKALIKES.set(foreign[i] ?? "", latin[i] ?? "");
}

/** 1 digit, 2 Latin letter, 3 letter of another spaced script, 4 Hangul, 5 katakana, 6 letter of an unspaced script. */
export function kindOf(c: number): number {
  if (c < 0x80) {
    if (c >= 0x30 && c <= 0x39) return 1;
    return (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) ? 2 : 0;
  }
  if ((c >= 0xc0 && c <= 0x24f && c !== 0xd7 && c !== 0xf7) || (c >= 0x1e00 && c <= 0x1eff)) return 2;
  if (c >= 0x300 && c <= 0x36f) return 2;
  if (c >= 0x370 && c <= 0x52f) return 3;
  if (c >= 0x620 && c <= 0x6ff) return 3;
  if (c >= 0x900 && c <= 0xdff && c !== 0x964 && c !== 0x965) return 3;
  if (c >= 0xac00 && c <= 0xd7a3) return 4;
  if ((c >= 0x30a1 && c <= 0x30fa) || c === 0x30fc) return 5;
  if ((c >= 0x3041 && c <= 0x3096) || (c >= 0x4e00 && c <= 0x9fff) || c === 0x3007) return 6;
  if ((c >= 0xe01 && c <= 0xe4e) || (c >= 0x1000 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17d3)) return 6;
  return c === 0x25cb || c === 0x25ef ? 6 : 0;
}

/** A letter of a script that spaces its words. */
export const isLetter = (kind: number) => kind === 2 || kind === 3;

/** Thai, Burmese and Khmer signs that belong to the letter before them. */
export function isDependent(c: number): boolean {
  return (
    c === 0xe31 ||
    (c >= 0xe33 && c <= 0xe3a) ||
    (c >= 0xe47 && c <= 0xe4e) ||
    (c >= 0x102b && c <= 0x103e) ||
    (c >= 0x17b4 && c <= 0x17d3)
  );
}

export function gapOf(c: string, next: string | undefined): Gap {
  switch (c) {
    case " ":
      return Gap.space;
    case "-":
    case "~":
      return Gap.dash;
    case ".":
      return next === " " || next === "\n" ? Gap.loose : Gap.dot;
    case "(":
    case ")":
    case "[":
    case "]":
    case "/":
    case "·":
    case "・":
      return Gap.bracket;
    case "\n":
    case ",":
    case "、":
    case ":":
    case ";":
    case "'":
    case '"':
    case "#":
    case "「":
    case "」":
    case "…":
      return Gap.loose;
    default:
      return Gap.barrier;
  }
}
