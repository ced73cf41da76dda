import { type Mora, shortened, toMorae } from "./mora.ts";

const initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const medials = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";

function syllable(initial: string, medial: string): string {
  return String.fromCharCode(0xac00 + (initials.indexOf(initial) * 21 + medials.indexOf(medial)) * 28);
}

/** Adds the final consonant `index` (4 ㄴ, 19 ㅅ) to a syllable that has none. */
function closed(text: string, final: number): string {
  const last = text.charCodeAt(text.length - 1);
  if (text === "" || (last - 0xac00) % 28 !== 0) return text;
  return text.slice(0, -1) + String.fromCharCode(last + final);
}

const plain: Readonly<Record<string, string>> = {
  "": "ㅇ",
  g: "ㄱ",
  s: "ㅅ",
  sh: "ㅅ",
  z: "ㅈ",
  j: "ㅈ",
  d: "ㄷ",
  n: "ㄴ",
  h: "ㅎ",
  f: "ㅎ",
  b: "ㅂ",
  p: "ㅍ",
  m: "ㅁ",
  r: "ㄹ",
  y: "ㅇ",
  w: "ㅇ",
};
const lenis: Readonly<Record<string, string>> = { k: "ㄱ", t: "ㄷ", ch: "ㅈ" };
const aspirate: Readonly<Record<string, string>> = { k: "ㅋ", t: "ㅌ", ch: "ㅊ" };
const vowel = { a: "ㅏ", i: "ㅣ", u: "ㅜ", e: "ㅔ", o: "ㅗ" } as const;
const glided = { a: "ㅑ", i: "ㅣ", u: "ㅠ", e: "ㅖ", o: "ㅛ" } as const;

type Habit = { soft: boolean; tsu: string; glideJ: boolean };

function spell(morae: readonly Mora[], habit: Habit): string {
  let out = "";
  morae.forEach((mora, index) => {
    if (mora.kind === "n") out = closed(out, 4);
    else if (mora.kind === "stop") out = closed(out, 19);
    else if (mora.consonant === "ts") out += habit.tsu;
    else if (mora.consonant === "w") out += "와";
    else {
      const { consonant } = mora;
      const initial = plain[consonant] ?? (index === 0 && habit.soft ? lenis : aspirate)[consonant] ?? "ㅇ";
      const hushing = consonant === "sh" && mora.vowel !== "i";
      const affricate = (consonant === "j" || consonant === "ch") && mora.vowel !== "i" && habit.glideJ;
      const flat = (consonant === "s" || consonant === "z") && mora.vowel === "u";
      const medial = flat
        ? "ㅡ"
        : (mora.glide || consonant === "y" || hushing || affricate ? glided : vowel)[mora.vowel];
      out += syllable(initial, medial);
    }
  });
  return out;
}

/**
 * The Hangul spellings in use: the official one (plain consonant at the start, 쓰 for tsu: 도쿄, 쓰시마) and what people
 * type (토쿄, 츠시마). Source of the official one: Republic of Korea's rules for writing loanwords, Japanese table.
 */
export function hangulForms(kana: string): string[] {
  const morae = shortened(toMorae(kana));
  const forms = new Set<string>();
  for (const soft of [true, false]) {
    for (const tsu of ["쓰", "츠"]) {
      for (const glideJ of [false, true]) forms.add(spell(morae, { soft, tsu, glideJ }));
    }
  }
  return [...forms];
}
