import { shortened, toMorae } from "./mora.ts";

const letters: Readonly<Record<string, string>> = {
  "": "",
  k: "ک",
  g: "گ",
  s: "س",
  sh: "ش",
  z: "ز",
  j: "ج",
  t: "ت",
  ch: "چ",
  ts: "تس",
  d: "د",
  n: "ن",
  h: "ه",
  f: "ف",
  b: "ب",
  p: "پ",
  m: "م",
  r: "ر",
  y: "ی",
  w: "و",
};

/** The Persian spelling of a Japanese name: every vowel but e is written; hamza and madda are levelled in `skeleton.ts`. */
export function persianForms(kana: string): string[] {
  const morae = shortened(toMorae(kana));
  let out = "";
  morae.forEach((mora, index) => {
    if (mora.kind === "n") out += "ن";
    else if (mora.kind === "stop") return;
    else {
      const isLast = index === morae.length - 1;
      const vowel = { a: "ا", i: "ی", u: "و", e: isLast ? "ه" : "", o: "و" }[mora.vowel];
      const carrier = mora.consonant === "" && mora.vowel !== "a" && index === 0 ? "ا" : "";
      out += (letters[mora.consonant] ?? "") + (mora.glide ? "ی" : "") + carrier + vowel;
    }
  });
  return [out];
}
