import { type Mora, shortened, toMorae } from "./mora.ts";

/** Before the folds of `skeleton.ts`, which level the choices between ก and ค, ต and ท, ซ and ส, short and long vowels. */
const letters: Readonly<Record<string, string>> = {
  "": "อ",
  k: "ก",
  g: "ก",
  s: "ซ",
  sh: "ช",
  z: "ซ",
  j: "จ",
  t: "ต",
  ch: "ช",
  ts: "ซ",
  d: "ด",
  n: "น",
  h: "ฮ",
  f: "ฟ",
  b: "บ",
  p: "ป",
  m: "ม",
  r: "ร",
  y: "ย",
  w: "ว",
};

function syllable(consonant: string, mora: Extract<Mora, { kind: "sound" }>, closed: boolean): string {
  const letter = letters[consonant] ?? "";
  if (mora.glide && mora.vowel === "o") return `เ${letter}ียว`;
  if (mora.glide && mora.vowel === "u") return `${letter}ิว`;
  if (mora.glide) return `เ${letter}ีย`;
  if (mora.vowel === "e") return `เ${letter}`;
  if (mora.vowel === "o") return closed ? `${letter}อ` : `โ${letter}`;
  return letter + { a: "า", i: "ิ", u: "ุ" }[mora.vowel];
}

function spell(morae: readonly Mora[], habit: { nasal: boolean; openO: boolean }): string {
  let out = "";
  for (let index = 0; index < morae.length; index += 1) {
    const mora = morae[index];
    const next = morae[index + 1];
    if (mora === undefined) break;
    if (mora.kind === "n") out += "น";
    else if (mora.kind === "stop") out += next?.kind === "sound" ? (letters[next.consonant] ?? "") : "";
    else {
      const consonant = mora.consonant;
      const isAi =
        mora.vowel === "a" &&
        !mora.glide &&
        next?.kind === "sound" &&
        next.consonant === "" &&
        next.vowel === "i";
      const closed = habit.openO && (next?.kind === "n" || next?.kind === "stop");
      const written = isAi ? `ไ${letters[consonant] ?? ""}` : syllable(consonant, mora, closed);
      out += habit.nasal && consonant === "g" && index > 0 ? written.replace("ก", "ง") : written;
      if (isAi) index += 1;
    }
  }
  return out;
}

/** The Thai spellings of a Japanese name. Source: the Royal Society's rules for Japanese words (2018), and common habit. */
export function thaiForms(kana: string): string[] {
  const morae = shortened(toMorae(kana));
  const forms = new Set<string>();
  for (const nasal of [false, true])
    for (const openO of [false, true]) forms.add(spell(morae, { nasal, openO }));
  return [...forms];
}
