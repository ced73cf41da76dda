/** Keys by which a ship's name meets its other spellings: KALDERA STAR, カルデラスター, "Caldera Star". */

/** How two names meet: the same letters, the same consonants in any script, or all but one consonant. */
export interface NameKeys {
  spelled: string;
  sounds: string[];
  nearly: string[];
}

/** Classes of sounds that one name is heard and written as: voicing, length and vowels do not count. */
const kanaRows: readonly [kind: string, kana: string][] = [
  ["K", "かきくけこがぎぐげご"],
  ["S", "さしすせそざじずぜぞぢづ"],
  ["T", "たちつてとだでど"],
  ["N", "なにぬねのん"],
  ["H", "はひふへほ"],
  ["P", "ばびぶべぼぱぴぷぺぽゔ"],
  ["M", "まみむめも"],
  ["R", "らりるれろ"],
];
const ofKana = new Map(kanaRows.flatMap(([kind, kana]) => [...kana].map((letter) => [letter, kind])));

/** The first consonants of Hangul syllables, in Unicode order. */
const hangulStarts = [
  "K",
  "K",
  "N",
  "T",
  "T",
  "R",
  "M",
  "P",
  "P",
  "S",
  "S",
  "",
  "S",
  "S",
  "S",
  "K",
  "T",
  "P",
  "H",
];
const hangulEnds: Readonly<Record<number, string>> = {
  1: "K",
  4: "N",
  8: "R",
  16: "M",
  17: "P",
  19: "S",
  21: "N",
};

const latinSounds: readonly [RegExp, string][] = [
  [/gh/g, ""],
  [/ph/g, "f"],
  [/th|sh|sch/g, "s"],
  [/tch|ch|ts|tz/g, "t"],
  [/ck/g, "k"],
  [/c(?=[eiy])/g, "s"],
  [/g(?=[eiy])/g, "j"],
  [/x/g, "ks"],
  [/[cgq]/g, "k"],
  [/[jz]/g, "s"],
  [/d/g, "t"],
  [/f/g, "h"],
  [/[bv]/g, "p"],
  [/m(?=p)/g, "n"],
  [/l/g, "R"],
];

const kanjiDigits = "〇一二三四五六七八九";

/** At least this much besides まる, else a name sounds like too many others; a Han character or a number tells more. */
const fewest = 3;
/** From this many on, one sound more, less or other still names the same ship. */
const fewestNearly = 6;

/** `nameKeys("KALDERA STAR").sounds` and `nameKeys("カルデラスター").sounds` share `KRTRST`. Never throws. */
export function nameKeys(name: string): NameKeys {
  const folded = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^m\/?[vt] /, "");
  const spelled = folded.replace(/[^\p{L}\p{N}]+/gu, "");
  const { number, rest } = takeNumber(folded);
  const sounds = new Set<string>();
  const nearly = new Set<string>();
  for (const rhotic of [false, true]) {
    const sound = soundsOf(rest, rhotic);
    const own = sound.replace(/MR$/, "");
    const told = own.length + (own.match(/\p{Script=Han}/gu)?.length ?? 0) + (number === "" ? 0 : 1);
    if (told < fewest) continue;
    sounds.add(sound + number);
    if (own.length < fewestNearly) continue;
    nearly.add(sound + number);
    for (let at = 0; at < own.length; at += 1) nearly.add(sound.slice(0, at) + sound.slice(at + 1) + number);
  }
  return { spelled, sounds: [...sounds], nearly: [...nearly] };
}

/** 第八海宝丸 and KAIHO MARU NO. 8 both have the number 8. */
function takeNumber(folded: string): { number: string; rest: string } {
  let number = "";
  const rest = folded
    .replace(/第([〇一二三四五六七八九十]{1,3})/g, (_, kanji: string) => ` ${fromKanji(kanji)} `)
    .replace(/제 ?(?=[0-9])/g, "")
    .replace(/(?:no\.? ?|第)?([0-9]{1,4})号?/g, (_, digits: string) => {
      number = String(Number(digits));
      return " ";
    });
  return { number, rest };
}

function fromKanji(kanji: string): number {
  const [tens, ones] = kanji.includes("十") ? kanji.split("十") : ["", kanji];
  const digit = (text: string | undefined) => Math.max(0, kanjiDigits.indexOf(text ?? ""));
  return kanji.includes("十") ? (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0) : digit(ones);
}

function soundsOf(rest: string, rhotic: boolean): string {
  let sounds = "";
  for (const [word] of rest.matchAll(/[a-z']+|[\u3041-\u30ff]+|[가-힣]+|[\p{L}]/gu))
    sounds += ofWord(word, rhotic);
  return sounds;
}

function ofWord(word: string, rhotic: boolean): string {
  if (word === "丸") return "MR";
  if (/^[a-z']/.test(word)) return ofLatin(word.replaceAll("'", ""), rhotic);
  if (/^[가-힣]/.test(word)) return ofHangul(word.replace(/호$/, ""));
  if (!/^[\u3041-\u30ff]/.test(word)) return word.toUpperCase();
  let sounds = "";
  for (const letter of word) {
    const code = letter.charCodeAt(0);
    sounds += ofKana.get(code >= 0x30a1 && code <= 0x30f4 ? String.fromCharCode(code - 0x60) : letter) ?? "";
  }
  return sounds;
}

function ofLatin(word: string, rhotic: boolean): string {
  let heard = word;
  for (const [pattern, sound] of latinSounds) heard = heard.replace(pattern, sound);
  // スター: the r of STAR is written in some languages' kana and not in others.
  if (!rhotic) heard = heard.replace(/r(?![aeiouy])|r(?=e$)/g, "");
  return heard
    .toUpperCase()
    .replace(/[^KSTNHPMR]/g, "")
    .replace(/(.)\1+/g, "$1");
}

function ofHangul(word: string): string {
  let sounds = "";
  for (const syllable of word) {
    const index = syllable.charCodeAt(0) - 0xac00;
    sounds += (hangulStarts[Math.floor(index / 588)] ?? "") + (hangulEnds[index % 28] ?? "");
  }
  return sounds.replace(/(.)\1+/g, "$1");
}
