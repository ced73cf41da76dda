import { type Mora, shortened, toMorae } from "./mora.ts";

/** Kunrei spellings, as passports of some, older maps and the Japanese themselves type. */
const kunrei: Readonly<Record<string, string>> = { shi: "si", chi: "ti", tsu: "tu", fu: "hu", ji: "zi" };

function spell(morae: readonly Mora[], older: boolean): string {
  let out = "";
  morae.forEach((mora, index) => {
    if (mora.kind === "n") out += "n";
    else if (mora.kind === "stop") {
      const next = morae[index + 1];
      if (next?.kind === "sound") out += next.consonant === "ch" ? "t" : (next.consonant[0] ?? "");
    } else {
      const syllable = mora.consonant + (mora.glide ? "y" : "") + mora.vowel;
      out += older ? (kunrei[syllable] ?? syllable) : syllable;
    }
  });
  return out;
}

/** Hepburn without long vowels: `"おおさか"` → `"osaka"`. */
export function toLatin(kana: string): string {
  return spell(shortened(toMorae(kana)), false);
}

/** The Latin spellings people type, in the skeleton of `skeleton.ts` (long vowels and m before b, m, p folded there). */
export function latinForms(kana: string): string[] {
  const short = shortened(toMorae(kana));
  const forms = new Set([spell(short, false)]);
  if (short.length >= 3) forms.add(spell(short, true));
  return [...forms];
}

/** `"osaka"` → `"Osaka"`. */
export function capitalised(latin: string): string {
  return latin.charAt(0).toUpperCase() + latin.slice(1);
}
