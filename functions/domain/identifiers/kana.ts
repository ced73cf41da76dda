/** Japanese syllables as people write them in kana, Latin letters or Hangul. */

const ROMAN: Readonly<Record<string, string>> = {
  a: "あ",
  i: "い",
  u: "う",
  e: "え",
  ka: "か",
  ki: "き",
  ku: "く",
  ke: "け",
  ko: "こ",
  sa: "さ",
  su: "す",
  se: "せ",
  so: "そ",
  ta: "た",
  chi: "ち",
  ti: "ち",
  tsu: "つ",
  tu: "つ",
  te: "て",
  to: "と",
  na: "な",
  ni: "に",
  nu: "ぬ",
  ne: "ね",
  no: "の",
  ha: "は",
  hi: "ひ",
  fu: "ふ",
  hu: "ふ",
  ho: "ほ",
  ma: "ま",
  mi: "み",
  mu: "む",
  me: "め",
  mo: "も",
  ya: "や",
  yu: "ゆ",
  yo: "よ",
  ra: "ら",
  ri: "り",
  ru: "る",
  re: "れ",
  ro: "ろ",
  wa: "わ",
  wo: "を",
  la: "ら",
  lu: "る",
  lo: "ろ",
};

const HANGUL: Readonly<Record<string, string>> = {
  아: "あ",
  이: "い",
  우: "う",
  에: "え",
  카: "か",
  가: "か",
  키: "き",
  기: "き",
  쿠: "く",
  구: "く",
  케: "け",
  게: "け",
  코: "こ",
  고: "こ",
  사: "さ",
  스: "す",
  세: "せ",
  소: "そ",
  타: "た",
  다: "た",
  치: "ち",
  지: "ち",
  쓰: "つ",
  츠: "つ",
  쯔: "つ",
  테: "て",
  데: "て",
  토: "と",
  도: "と",
  나: "な",
  니: "に",
  누: "ぬ",
  네: "ね",
  노: "の",
  하: "は",
  히: "ひ",
  후: "ふ",
  호: "ほ",
  마: "ま",
  미: "み",
  무: "む",
  메: "め",
  모: "も",
  야: "や",
  유: "ゆ",
  요: "よ",
  라: "ら",
  리: "り",
  루: "る",
  레: "れ",
  로: "ろ",
  와: "わ",
  오: "を",
  워: "を",
};

/** Syllables used on plates: not お し へ ん; わ and れ are rental cars. Capital letters stand on cars of foreign forces. */
const ON_PLATES = new Set(
  "あいうえかきくけこさすせそたちつてとなにぬねのはひふほまみむめもやゆよらりるれろわを",
);
const FORCES = new Set("ABEHKMTY");

/** Katakana to hiragana, everything else as it is. */
export function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));
}

/**
 * Reads the syllable of a plate at `at` of the folded text, however it is written: さ, サ, sa, 사, or さくらのさ.
 * @returns the hiragana (or capital) and where it ends, or undefined
 */
export function plateSyllableAt(folded: string, at: number): { kana: string; end: number } | undefined {
  const c = folded[at] ?? "";
  const hangul = HANGUL[c];
  if (hangul) return { kana: hangul, end: at + 1 };
  const kana = c >= "ァ" && c <= "ヶ" ? toHiragana(c) : c;
  if (ON_PLATES.has(kana)) {
    const example = /^([ぁ-んー]{1,7})の([ぁ-ん])/.exec(toHiragana(folded.slice(at, at + 10)));
    if (example?.[2] && example[1]?.startsWith(example[2]))
      return { kana: example[2], end: at + example[0].length };
    return { kana, end: at + 1 };
  }
  if (c < "a" || c > "z") return undefined;
  const latin = /^[a-z]{1,3}(?![a-z])/.exec(folded.slice(at, at + 4))?.[0];
  if (!latin) return undefined;
  const syllable = ROMAN[latin] ?? (FORCES.has(latin.toUpperCase()) ? latin.toUpperCase() : undefined);
  return syllable ? { kana: syllable, end: at + latin.length } : undefined;
}

const INITIALS = [
  "k",
  "k",
  "n",
  "t",
  "t",
  "r",
  "m",
  "p",
  "p",
  "s",
  "s",
  "",
  "c",
  "c",
  "c",
  "k",
  "t",
  "p",
  "h",
];
const VOWELS = [
  "a",
  "e",
  "ya",
  "ye",
  "o",
  "e",
  "yo",
  "ye",
  "o",
  "wa",
  "we",
  "we",
  "yo",
  "u",
  "wo",
  "we",
  "wi",
  "yu",
  "u",
  "i",
  "i",
];

function soundOfHangul(text: string): string {
  let sound = "";
  for (const c of text) {
    const index = c.charCodeAt(0) - 0xac00;
    const final = index % 28;
    sound += (INITIALS[Math.floor(index / 588)] ?? "") + (VOWELS[Math.floor((index % 588) / 28)] ?? "");
    if (final === 4 || final === 16 || final === 21) sound += "n";
  }
  return sound;
}

const KANA_ROWS =
  "アa イi ウu エe オo カka キki クku ケke コko ガka ギki グku ゲke ゴko サsa シsi スsu セse ソso ザca ジci ズsu ゼce ゾco タta チci ツsu テte トto ダta ヂci ヅsu デte ドto ナna ニni ヌnu ネne ノno ハha ヒhi フhu ヘhe ホho バpa ビpi ブpu ベpe ボpo パpa ピpi プpu ペpe ポpo マma ミmi ムmu メme モmo ヤya ユyu ヨyo ラra リri ルru レre ロro ワwa ヲo ンn ッ ー";
const KANA_SOUNDS = new Map(KANA_ROWS.split(" ").map((row) => [row[0] ?? "", row.slice(1)]));

function soundOfKana(reading: string): string {
  let sound = "";
  for (const c of reading) {
    const kana = c >= "ぁ" && c <= "ん" ? String.fromCharCode(c.charCodeAt(0) + 0x60) : c;
    const small = "ャュョ".indexOf(kana);
    if (small >= 0) sound = sound.slice(0, -1) + (/c$|s$/.test(sound.slice(0, -1)) ? "" : "y") + "auo"[small];
    else sound += KANA_SOUNDS.get(kana) ?? "";
  }
  return sound;
}

function soundOfLatin(word: string): string {
  return word
    .replace(/[āâ]/g, "a")
    .replace(/[ūû]/g, "u")
    .replace(/[ōô]/g, "o")
    .replace(/oh(?=[bcdfghjkmnprstwyz]|$)/g, "o")
    .replace(/tch/g, "ch")
    .replace(/sh/g, "sy")
    .replace(/syi/g, "si")
    .replace(/ch|j|ti|di/g, (s) => (s === "ti" || s === "di" ? "ci" : "c"))
    .replace(/tsu|dzu|zu/g, "su")
    .replace(/z/g, "c")
    .replace(/f/g, "h")
    .replace(/g/g, "k")
    .replace(/d/g, "t")
    .replace(/b/g, "p")
    .replace(/m(?=p)/g, "n")
    .replace(/([kstp])\1/g, "$1")
    .replace(/cy/g, "c");
}

/**
 * A coarse sound of a Japanese name by which kana, Latin and Hangul spellings meet: voicing and length are dropped.
 * @param name hiragana or katakana, lower-case Latin, or Hangul
 * @example soundOf("なにわ") === soundOf("naniwa") && soundOf("naniwa") === soundOf("나니와")
 */
export function soundOf(name: string): string {
  const first = name.charCodeAt(0);
  const sound =
    first >= 0xac00 && first <= 0xd7a3
      ? soundOfHangul(name)
      : first > 0x2ff
        ? soundOfKana(name)
        : soundOfLatin(name);
  return sound
    .replace(/cu/g, "su")
    .replace(/cy/g, "c")
    .replace(/sy/g, "s")
    .replace(/ou|oo|wo/g, "o")
    .replace(/uu/g, "u")
    .replace(/([aiueo])\1/g, "$1")
    .replace(/ei/g, "e")
    .replace(/([kstpc])\1/g, "$1");
}
