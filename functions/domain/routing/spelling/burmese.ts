import { shortened, toMorae } from "./mora.ts";

const letters: Readonly<Record<string, string>> = {
  "": "အ",
  k: "က",
  g: "ဂ",
  s: "ဆ",
  sh: "ရှ",
  z: "ဇ",
  j: "ဂျ",
  t: "တ",
  ch: "ချ",
  ts: "ဆ",
  d: "ဒ",
  n: "န",
  h: "ဟ",
  f: "ဖ",
  b: "ဘ",
  p: "ပ",
  m: "မ",
  r: "ရ",
  y: "ယ",
  w: "ဝ",
};
const signs = { a: "ာ", i: "ီ", u: "ူ", e: "ေ", o: "ို" } as const;

/** The Burmese spellings of a Japanese name, by sound; tones and doubled letters are levelled in `skeleton.ts`. */
export function burmeseForms(kana: string): string[] {
  const morae = shortened(toMorae(kana));
  const write = (closedAi: boolean): string => {
    let out = "";
    for (let index = 0; index < morae.length; index += 1) {
      const mora = morae[index];
      const next = morae[index + 1];
      if (mora === undefined) break;
      if (mora.kind === "n") out += "န်";
      else if (mora.kind === "stop") out += "";
      else {
        const isAi =
          closedAi &&
          mora.vowel === "a" &&
          next?.kind === "sound" &&
          next.consonant === "" &&
          next.vowel === "i";
        out += (letters[mora.consonant] ?? "") + (mora.glide ? "ျ" : "") + (isAi ? "ိုင်" : signs[mora.vowel]);
        if (isAi) index += 1;
      }
    }
    return out;
  };
  return [...new Set([write(true), write(false)])];
}
