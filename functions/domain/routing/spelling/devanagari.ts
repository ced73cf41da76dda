import { shortened, toMorae } from "./mora.ts";

const letters: Readonly<Record<string, string>> = {
  "": "",
  k: "क",
  g: "ग",
  s: "स",
  sh: "श",
  z: "ज",
  j: "ज",
  t: "त",
  ch: "च",
  ts: "त्स",
  d: "द",
  n: "न",
  h: "ह",
  f: "फ",
  b: "ब",
  p: "प",
  m: "म",
  r: "र",
  y: "य",
  w: "व",
};
const signs = { a: "ा", i: "ि", u: "ु", e: "े", o: "ो" } as const;
const whole = { a: "आ", i: "इ", u: "उ", e: "ए", o: "ओ" } as const;

/** The Devanagari spellings of a Japanese name, by sound, as Nepali newspapers write them; `skeleton.ts` levels the rest. */
export function devanagariForms(kana: string): string[] {
  const morae = shortened(toMorae(kana));
  const write = (glide: string): string => {
    let out = "";
    morae.forEach((mora, index) => {
      if (mora.kind === "n") out += "न्";
      else if (mora.kind === "stop") {
        const next = morae[index + 1];
        if (next?.kind === "sound") out += letters[next.consonant]?.[0] ?? "";
      } else if (mora.consonant === "") out += whole[mora.vowel];
      else out += (letters[mora.consonant] ?? "") + (mora.glide ? glide : "") + signs[mora.vowel];
    });
    return out;
  };
  return [...new Set([write("्य"), write("िय")])];
}
