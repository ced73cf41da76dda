import type { Normalised } from "../text/normalise.ts";
import { meaningOf } from "../text/spoken/lexicon.ts";

const REACH = 140;
/** A word: Latin, kana, Hangul, Cyrillic … or a single sign. */
const WORD = /[a-z0-9]+|[\u0400-\u052f]+|[ァ-ヶー]+|[ぁ-んー]+|[가-힣]+|[ก-๎]+|[@_.]/gu;
const OPENERS = new Set(["id", "アイディー", "アイディ", "아이디", "ไอดี", "айди"]);

/**
 * Reads an account name said aloud behind a service's name: "… at nimotsu underscore job seven seven". The word for the
 * at sign, or ID, must come first; single letters, digits and parts joined by "underscore" or "dot" go on.
 * @param from where the service's name ends, in units of the normalised text
 */
export function spelledNameAt(
  light: Normalised,
  from: number,
): { name: string; start: number; end: number } | undefined {
  const window = light.folded.slice(from, from + REACH);
  let name = "";
  let start = -1;
  let end = 0;
  let opened = false;
  let marks = 0;
  let joined = true;
  let skipped = 0;
  for (const match of window.matchAll(WORD)) {
    const word = match[0];
    const meaning = word.length > 1 || /[^a-z0-9]/.test(word) ? meaningOf(word) : undefined;
    const sign = word === "_" || word === "." || word === "@" ? word : meaning?.mark;
    if (!opened) {
      if ((sign === "@" && word !== "@") || OPENERS.has(word)) opened = true;
      else if (++skipped > 4) return undefined;
      continue;
    }
    if (start >= 0 && match.index - end > 3) break;
    if (sign === "_" || sign === "." || sign === "-") {
      if (name === "") break;
      name += sign;
      marks++;
      joined = true;
    } else {
      const digits =
        meaning?.digit || (meaning && meaning.value > 0 && !meaning.letter ? String(meaning.value) : "");
      const piece =
        digits ||
        (meaning?.letter && !meaning.weak
          ? meaning.letter.toLowerCase()
          : /^[a-z0-9]+$/.test(word)
            ? word
            : "");
      const single = digits !== "" || piece.length === 1;
      if (piece === "" || (!single && !joined)) break;
      name += piece;
      joined = single && piece === word && word.length === 1;
      if (start < 0) start = from + match.index;
    }
    end = match.index + word.length;
  }
  const clean = name.replace(/[._-]+$/, "");
  const typed = window.slice(Math.max(0, start - from), end);
  if (start < 0 || clean.length < 3 || (marks === 0 && !/[0-9]/.test(clean)) || /^[a-z0-9._]+$/.test(typed))
    return undefined;
  return { name: clean, start, end: from + end };
}
