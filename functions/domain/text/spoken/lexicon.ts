/** All the code words of all languages in one index, read with one look-up a word. */
import type { Lang } from "../../triage/verdict.ts";
import { normalise } from "../normalise.ts";
import { chinese, japanese, korean } from "./east-asian.ts";
import { english, mongolian, portuguese, russian, spanish } from "./european.ts";
import { nepali, persian } from "./south-asian.ts";
import { burmese, filipino, indonesian, khmer, thai, vietnamese } from "./southeast-asian.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type Mark = "-" | "." | "@" | "_" | "+";

/** Everything one word can mean inside a code, over all languages. */
export type Meaning = {
  /** One digit, or "". */
  digit: string;
  /** One capital letter, or "". */
  letter: string;
  /** A number from 10 that adds up with what follows, or 0. */
  value: number;
  /** A multiplier, or 0. */
  scale: number;
  repeat: 0 | 2 | 3;
  mark: Mark | "";
  teen: boolean;
  and: boolean;
  filler: boolean;
  /** Also an everyday word: counts only near an unmistakable one. */
  weak: boolean;
  /** Languages in which the word is a digit (`um` is a digit in Portuguese alone). */
  digitLangs: Lang[];
};

export const VOCABULARIES: readonly Vocabulary[] = [
  english,
  japanese,
  chinese,
  korean,
  vietnamese,
  thai,
  filipino,
  indonesian,
  portuguese,
  spanish,
  russian,
  nepali,
  burmese,
  persian,
  khmer,
  mongolian,
];

const index = new Map<string, Meaning>();
/** First words of entries of several words. */
const openings = new Set<string>();
/** Longest entry by first character, for scripts without spaces. */
const longest = new Map<string, number>();

function entry(word: string): Meaning {
  const key = normalise(word).folded;
  const known = index.get(key);
  if (known) return known;
  const fresh: Meaning = {
    digit: "",
    letter: "",
    value: 0,
    scale: 0,
    repeat: 0,
    mark: "",
    teen: false,
    and: false,
    filler: false,
    weak: false,
    digitLangs: [],
  };
  index.set(key, fresh);
  const first = key[0] ?? "";
  longest.set(first, Math.max(longest.get(first) ?? 0, key.length));
  const space = key.search(/[ -]/);
  if (space > 0) openings.add(key.slice(0, space));
  return fresh;
}

function each(words: string | undefined, mark: (meaning: Meaning, word: string) => void): void {
  for (const word of (words ?? "").split("|")) if (word) mark(entry(word), word);
}

function add(vocabulary: Vocabulary): void {
  const asDigit = (digit: number, weak: boolean) => (meaning: Meaning) => {
    meaning.digit ||= String(digit);
    meaning.weak ||= weak;
    meaning.digitLangs.push(vocabulary.lang);
  };
  for (let digit = 0; digit < 10; digit++) {
    each(vocabulary.digits[digit], asDigit(digit, false));
    each(vocabulary.weakDigits?.[digit], asDigit(digit, true));
  }
  for (const [letter, words] of Object.entries(vocabulary.letters ?? {})) {
    each(words, (meaning, word) => {
      meaning.letter ||= letter;
      // Short Latin letter names (de, te, em) are words of every day in some language.
      if (/^[a-z]{1,3}$/.test(word) && !meaning.digit) meaning.weak = true;
    });
  }
  for (const [value, words] of Object.entries(vocabulary.numbers ?? {})) {
    each(words, (meaning) => {
      meaning.value ||= Number(value);
    });
  }
  for (const [scale, words] of Object.entries(vocabulary.scales ?? {})) {
    each(words, (meaning) => {
      meaning.scale ||= Number(scale);
    });
  }
  each(vocabulary.teen, (meaning) => {
    meaning.teen = true;
  });
  each(vocabulary.and, (meaning) => {
    meaning.and = true;
  });
  each(vocabulary.fillers, (meaning) => {
    meaning.filler = true;
  });
  each(vocabulary.double, (meaning) => {
    meaning.repeat = 2;
  });
  each(vocabulary.triple, (meaning) => {
    meaning.repeat = 3;
  });
  const marks: [string | undefined, Mark][] = [
    [vocabulary.dash, "-"],
    [vocabulary.point, "."],
    [vocabulary.at, "@"],
    [vocabulary.underscore, "_"],
    [vocabulary.plus, "+"],
  ];
  for (const [words, mark] of marks) {
    each(words, (meaning) => {
      meaning.mark ||= mark;
    });
  }
}

for (const vocabulary of VOCABULARIES) add(vocabulary);

/** The meaning of a whole word of the folded text, if it has one inside codes. */
export function meaningOf(word: string): Meaning | undefined {
  return index.get(word);
}

/** True when entries of several words begin with `word` ("vê kép", "double u"). */
export function opensPhrase(word: string): boolean {
  return openings.has(word);
}

/** The longest code word of the folded text that starts at `at`, for scripts that do not space their words. */
export function longestWordAt(folded: string, at: number): { word: string; meaning: Meaning } | undefined {
  const max = longest.get(folded[at] ?? "");
  if (max === undefined) return undefined;
  for (let length = Math.min(max, folded.length - at); length > 0; length--) {
    const word = folded.slice(at, at + length);
    const meaning = index.get(word);
    if (meaning) return { word, meaning };
  }
  return undefined;
}
