/**
 * A Japanese name as sounds: the common ground from which its spelling in every other script follows by rule.
 * Consonants in Hepburn letters (`sh`, `ch`, `ts`, `f`, `j` included); `y` marks a glide (きゃ).
 */
export type Mora =
  | { kind: "sound"; consonant: string; glide: boolean; vowel: "a" | "i" | "u" | "e" | "o" }
  | { kind: "n" }
  | { kind: "stop" };

const rows: readonly [consonant: string, kana: string][] = [
  ["", "あいうえお"],
  ["k", "かきくけこ"],
  ["g", "がぎぐげご"],
  ["s", "さしすせそ"],
  ["z", "ざじずぜぞ"],
  ["t", "たちつてと"],
  ["d", "だぢづでど"],
  ["n", "なにぬねの"],
  ["h", "はひふへほ"],
  ["b", "ばびぶべぼ"],
  ["p", "ぱぴぷぺぽ"],
  ["m", "まみむめも"],
  ["r", "らりるれろ"],
];
const vowels = ["a", "i", "u", "e", "o"] as const;
type Vowel = (typeof vowels)[number];

const irregular: Readonly<Record<string, string>> = {
  si: "sh",
  ti: "ch",
  tu: "ts",
  hu: "f",
  zi: "j",
  di: "j",
  du: "z",
};

const sounds = new Map<string, { consonant: string; vowel: Vowel }>();
for (const [consonant, kana] of rows) {
  vowels.forEach((vowel, index) => {
    sounds.set(kana[index] ?? "", { consonant: irregular[consonant + vowel] ?? consonant, vowel });
  });
}
for (const [kana, vowel] of [
  ["や", "a"],
  ["ゆ", "u"],
  ["よ", "o"],
] as const)
  sounds.set(kana, { consonant: "y", vowel });
sounds.set("わ", { consonant: "w", vowel: "a" });
sounds.set("を", { consonant: "", vowel: "o" });

const small: Readonly<Record<string, Vowel>> = { ゃ: "a", ゅ: "u", ょ: "o" };

/** Hiragana (`"とうきょう"`) as sounds, long vowels kept as two; a character that is no hiragana is left out. */
export function toMorae(kana: string): Mora[] {
  const morae: Mora[] = [];
  for (const character of kana) {
    const last = morae.at(-1);
    const glided = small[character];
    const sound = sounds.get(character);
    if (glided !== undefined && last?.kind === "sound") {
      const palatal = last.consonant === "sh" || last.consonant === "ch" || last.consonant === "j";
      morae[morae.length - 1] = { ...last, glide: !palatal, vowel: glided };
    } else if (sound !== undefined) morae.push({ kind: "sound", glide: false, ...sound });
    else if (character === "ん") morae.push({ kind: "n" });
    else if (character === "っ") morae.push({ kind: "stop" });
    else if (character === "ー" && last?.kind === "sound") {
      morae.push({ kind: "sound", consonant: "", glide: false, vowel: last.vowel });
    }
  }
  return morae;
}

/** The same without the second half of long o and u, which most languages do not write (Osaka, Kyushu). */
export function shortened(morae: readonly Mora[]): Mora[] {
  const short: Mora[] = [];
  for (const mora of morae) {
    const last = short.at(-1);
    const lengthens =
      mora.kind === "sound" &&
      mora.consonant === "" &&
      last?.kind === "sound" &&
      ((last.vowel === "o" && (mora.vowel === "o" || mora.vowel === "u")) ||
        (last.vowel === "u" && mora.vowel === "u"));
    if (!lengthens) short.push(mora);
  }
  return short;
}

/** Hiragana as katakana. */
export function toKatakana(kana: string): string {
  let out = "";
  for (const character of kana) {
    const code = character.charCodeAt(0);
    out += code >= 0x3041 && code <= 0x3096 ? String.fromCharCode(code + 0x60) : character;
  }
  return out;
}
