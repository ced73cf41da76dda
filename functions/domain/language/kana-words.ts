/** Where a short Japanese word may stand: text runs on without spaces, and short words hide in long ones. */

export type Kana = "katakana" | "hiragana";

const KATAKANA = /^[ァ-ヶー]+$/u;
const HIRAGANA = /^[ぁ-んー]+$/u;

/** The kana a word is written in, or null when it has other characters too. */
export function kanaOf(word: string): Kana | null {
  if (KATAKANA.test(word)) return "katakana";
  return HIRAGANA.test(word) ? "hiragana" : null;
}

const isKatakana = (char: string): boolean => /[ァ-ヶーヽヾｦ-ﾟ]/u.test(char);
const isHiragana = (char: string): boolean => /[ぁ-んー]/u.test(char);

/** What may touch a short word of hiragana: particles and the copula. */
const BEFORE = "のはがをにともでや";
const AFTER = "をがはもにとでのやかだっじへ";

/**
 * Whether `[start, end)` of the text is that word and no piece of another: 「カス」 is not in 「カスタム」, 「とり」 not in
 * 「ひとり」. With `openStart` another word may stand before it: 「ホウシャガメ」. Katakana must be written as katakana; a word of three or more hiragana may run on.
 */
export function standsInKana(
  text: string,
  [start, end]: readonly [number, number],
  kana: Kana,
  openStart: boolean,
): boolean {
  const word = text.slice(start, end).trim().normalize("NFKC");
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (kana === "katakana")
    return KATAKANA.test(word) && (openStart || !isKatakana(before)) && !isKatakana(after);
  if (!HIRAGANA.test(word)) return false;
  if (word.length > 2) return true;
  return (!isHiragana(before) || BEFORE.includes(before)) && (!isHiragana(after) || AFTER.includes(after));
}

const HAN = /\p{Script=Han}/u;

export const isSingleHan = (word: string): boolean => word.length === 1 && HAN.test(word);

/** Whether one Chinese character stands by itself: no other one beside it. */
export function standsAloneInHan(text: string, [start, end]: readonly [number, number]): boolean {
  return !HAN.test(text.charAt(start - 1)) && !HAN.test(text.charAt(end));
}
