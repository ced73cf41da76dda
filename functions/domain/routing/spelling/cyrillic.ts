import { type Mora, shortened, toMorae } from "./mora.ts";

/** Polivanov's system; `folk` is what people who know the English spelling write. `skeleton.ts` folds э and ё to е. */
const polivanov: Readonly<Record<string, string>> = {
  "": "",
  k: "к",
  g: "г",
  s: "с",
  sh: "с",
  z: "дз",
  j: "дз",
  t: "т",
  ch: "т",
  ts: "ц",
  d: "д",
  n: "н",
  h: "х",
  f: "ф",
  b: "б",
  p: "п",
  m: "м",
  r: "р",
  w: "в",
};
const folk: Readonly<Record<string, string>> = { ...polivanov, sh: "ш", z: "з", j: "дж", ch: "ч" };
const hard = { a: "а", i: "и", u: "у", e: "е", o: "о" } as const;
const soft = { a: "я", i: "и", u: "ю", e: "е", o: "е" } as const;

type Habit = { letters: Readonly<Record<string, string>>; folk: boolean; shortI: boolean; yo: string };

function spell(morae: readonly Mora[], habit: Habit): string {
  let out = "";
  morae.forEach((mora, index) => {
    if (mora.kind === "n") {
      const next = morae[index + 1];
      out += next?.kind === "sound" && /^[bpm]/.test(next.consonant) ? "м" : "н";
    } else if (mora.kind === "stop") {
      const next = morae[index + 1];
      if (next?.kind === "sound") out += (habit.letters[next.consonant] ?? "")[0] ?? "";
    } else if (mora.consonant === "y")
      out += mora.vowel === "o" ? (index === 0 ? "йо" : habit.yo) : soft[mora.vowel];
    else if (mora.consonant === "" && mora.vowel === "i" && index > 0) out += habit.shortI ? "й" : "и";
    else {
      const hushing = mora.consonant === "sh" || mora.consonant === "ch" || mora.consonant === "j";
      const palatal = mora.glide || (hushing && !habit.folk);
      out += (habit.letters[mora.consonant] ?? "") + (palatal ? soft : hard)[mora.vowel];
    }
  });
  return out;
}

const endings: Readonly<Record<string, readonly string[]>> = {
  а: ["а", "ы", "и", "у", "е", "ой", "аас", "ад", "агийн"],
  я: ["я", "и", "ю", "е", "ей", "яас", "яд"],
  й: ["й", "я", "ю", "е", "ем"],
};

/** A name in the cases of Russian (and the commonest of Mongolian): `"нарита"` → нарита, нариты, нарите … */
export function inflected(form: string): string[] {
  const last = form.slice(-1);
  const stem = form.slice(0, -1);
  return (endings[last] ?? [last]).map((ending) => stem + ending);
}

/** The Cyrillic spellings of a name in use, inflected. Source: Polivanov's table, and Hepburn read by Russian eyes. */
export function cyrillicForms(kana: string): string[] {
  const morae = shortened(toMorae(kana));
  const forms = new Set<string>();
  for (const letters of [polivanov, folk]) {
    for (const shortI of [true, false]) {
      for (const yo of ["е", "йо"]) {
        const form = spell(morae, { letters, folk: letters === folk, shortI, yo });
        for (const inflection of inflected(form)) forms.add(inflection);
      }
    }
  }
  return [...forms];
}
