/** Reads a text as codes: typed, spelled and spoken letters and digits become cells, the rest barriers. */
import { type Cell, CellBuilder, Gap } from "./code-cells.ts";
import { gapOf, isDependent, isLetter, kindOf, LOOKALIKES } from "./code-characters.ts";
import { withoutEverydayWords } from "./everyday-words.ts";
import type { Normalised } from "./normalise.ts";
import { longestWordAt, type Meaning, meaningOf, opensPhrase } from "./spoken/lexicon.ts";

/** Longest typed run that can still be, or hold, a code. */
const LONGEST_TYPED = 40;
/** Letters-only words up to this length may be part of a code (QVLU, EMU, JP). */
const LONGEST_LETTERS = 4;

/** Words that only Portuguese writes; cinco and seis are Spanish too, but not beside zero or um. */
const PORTUGUESE =
  /(?<![\p{L}])(?:dois|duas|três|quatro|sete|oito|nove|meia|não|você|(?:cinco|seis) (?:zero|um)|(?:zero|um) (?:cinco|seis))(?![\p{L}])/u;

/** What may follow a number in one Korean word: particles, counters, the copula. */
const KOREAN_TAIL =
  /^(?:번호?|호|편|도|분|초|점)?(?:이?에요|예요|이?고요?|이?요|입니다|이?라고?요?|이?다|은|는|을|를|가|과|와|로|으로|에|에서|의|도|만|이며|이랑|랑|하고|인데요?)?$/;
const KOREAN_COPULA = /^(?:에요|고|다|며|라|요|지|랑|나|면|에서)/;

class CodeReader {
  private readonly builder: CellBuilder;
  private readonly text: string;
  private readonly folded: string;

  constructor(light: Normalised) {
    this.text = light.text;
    this.folded = light.folded;
    this.builder = new CellBuilder(PORTUGUESE.test(light.folded));
  }

  read(): Cell[] {
    let at = 0;
    while (at < this.text.length) at = this.step(at);
    return this.builder.finish();
  }

  private step(at: number): number {
    const kind = kindOf(this.text.charCodeAt(at));
    switch (kind) {
      case 1:
      case 2:
        return this.latin(at);
      case 3:
        return this.spacedWord(at);
      case 4:
        return this.hangul(at);
      case 5:
        return this.katakana(at);
      case 6:
        return this.unspaced(at);
      default:
        return this.mark(at);
    }
  }

  private mark(at: number): number {
    const c = this.text[at] ?? "";
    if (c === "+") this.builder.plusSign();
    // thirty-four, kuwarenta'y: the mark inside a compound word is no mark of a code.
    else if (
      (c === "-" || c === "'") &&
      isLetter(kindOf(this.text.charCodeAt(at - 1))) &&
      isLetter(kindOf(this.text.charCodeAt(at + 1)))
    ) {
      this.builder.separate(Gap.space);
    } else {
      const gap = gapOf(c, this.text[at + 1]);
      if (gap === Gap.barrier) this.builder.break();
      else this.builder.separate(gap);
    }
    return at + 1;
  }

  private wordEnd(at: number, accept: (kind: number) => boolean): number {
    let end = at + 1;
    while (end < this.text.length && accept(kindOf(this.text.charCodeAt(end)))) end++;
    return end;
  }

  /** The longest entry of one or several spaced words at `at`, the first of which ends at `end`. */
  private phrase(at: number, end: number): { meaning: Meaning; end: number } | undefined {
    const first = this.folded.slice(at, end);
    let best: { meaning: Meaning; end: number } | undefined;
    const alone = meaningOf(first);
    if (alone) best = { meaning: alone, end };
    if (!opensPhrase(first)) return best;
    let cursor = end;
    for (let words = 0; words < 2; words++) {
      const joint = this.text[cursor];
      if (joint !== " " && joint !== "-") break;
      const kind = kindOf(this.text.charCodeAt(cursor + 1));
      if (kind !== 2 && kind !== 3) break;
      cursor = this.wordEnd(cursor + 1, (k) => k === kind);
      const meaning = meaningOf(this.folded.slice(at, cursor));
      if (meaning) best = { meaning, end: cursor };
    }
    return best;
  }

  /** Whether the next spaced word is a digit word, for "and" and for words that are number and letter at once. */
  private digitFollows(end: number): boolean {
    let at = end;
    while (this.text[at] === " " || this.text[at] === "-" || this.text[at] === "'") at++;
    const kind = kindOf(this.text.charCodeAt(at));
    if (kind !== 2 && kind !== 3) return false;
    const meaning = meaningOf(
      this.folded.slice(
        at,
        this.wordEnd(at, (k) => k === kind),
      ),
    );
    return (
      meaning !== undefined && (meaning.digit !== "" || meaning.value > 0 || (meaning.and && kind === 3))
    );
  }

  private latin(at: number): number {
    let digits = false;
    const end = this.wordEnd(at, (k) => k === 1 || k === 2);
    const typed = this.text.slice(at, end);
    let ascii = true;
    let upper = true;
    for (let i = 0; i < typed.length; i++) {
      const c = typed.charCodeAt(i);
      if (c > 0x7f) ascii = false;
      else if (c <= 0x39) digits = true;
      else if (c >= 0x61) upper = false;
    }
    const capitals = ascii && upper && typed.length <= 2;
    const found = digits || capitals || (typed.length === 1 && ascii) ? undefined : this.phrase(at, end);
    if (found && !(ascii && upper && typed.length <= LONGEST_LETTERS && !found.meaning.digit)) {
      this.builder.word(found.meaning, at, found.end, this.digitFollows(found.end));
      return found.end;
    }
    // One letter may open a phrase (i griega) or join a number (treinta y cuatro).
    if (typed.length === 1 && ascii && !digits) {
      const phrase = this.phrase(at, end);
      if (phrase && (phrase.end > end || phrase.meaning.and)) {
        const joins = phrase.end > end || (this.builder.composing && this.digitFollows(end));
        if (joins) {
          this.builder.word(phrase.meaning, at, phrase.end, this.digitFollows(phrase.end));
          return phrase.end;
        }
      }
    }
    if (!ascii || typed.length > LONGEST_TYPED || (!digits && typed.length > LONGEST_LETTERS)) {
      this.builder.break();
      return end;
    }
    for (let i = at; i < end; i++) {
      const c = this.text[i] ?? "";
      this.builder.character(c.toUpperCase(), i, i + 1, c < "a");
    }
    return typed.length === 1 && !digits ? this.skipExample(end, typed) : end;
  }

  /** "S as in sugar", "B de burro": the example word after a spelled letter says nothing new. */
  private skipExample(end: number, letter: string): number {
    const ahead = EXAMPLE.exec(this.folded.slice(end, end + 40));
    if (!ahead?.[2]?.startsWith(letter.toLowerCase())) return end;
    this.builder.separate(Gap.loose);
    return end + ahead[0].length;
  }

  private spacedWord(at: number): number {
    const end = this.wordEnd(at, (k) => k === 3);
    const typed = this.text.slice(at, end);
    if (typed.length <= LONGEST_LETTERS && typed === typed.toUpperCase() && typed !== typed.toLowerCase()) {
      const latin = [...typed].map((c) => LOOKALIKES.get(c) ?? "").join("");
      if (latin.length === typed.length && (typed.length > 1 || !meaningOf(this.folded.slice(at, end)))) {
        for (let i = 0; i < latin.length; i++)
          this.builder.character(latin[i] ?? "", at + i, at + i + 1, true);
        return end;
      }
    }
    const found = this.phrase(at, end);
    if (!found) {
      this.builder.break();
      return end;
    }
    this.builder.word(found.meaning, at, found.end, this.digitFollows(found.end));
    return found.end;
  }

  /** Splits `[at, end)` into code words, greedily; stops where none fits. */
  private segment(
    at: number,
    end: number,
  ): { words: { meaning: Meaning; start: number; end: number }[]; end: number } {
    const words: { meaning: Meaning; start: number; end: number }[] = [];
    let cursor = at;
    while (cursor < end) {
      const found = longestWordAt(this.folded, cursor);
      if (!found || cursor + found.word.length > end) break;
      words.push({ meaning: found.meaning, start: cursor, end: cursor + found.word.length });
      cursor += found.word.length;
    }
    return { words, end: cursor };
  }

  private say(words: readonly { meaning: Meaning; start: number; end: number }[]): void {
    for (const word of words) this.builder.word(word.meaning, word.start, word.end, false);
  }

  private hangul(at: number): number {
    const end = this.wordEnd(at, (k) => k === 4);
    for (let from = at; from < end; ) {
      const { words, end: reached } = this.segment(from, end);
      const tail = this.text.slice(reached, end);
      const whole = from === at && words.length > 0 && KOREAN_TAIL.test(tail);
      if (words.length === 0 || (!whole && words.length < 4)) {
        this.builder.break();
        from =
          from === at && words.length === 0 && end - at > 24
            ? from + 1
            : Math.max(from + 1, words[0]?.end ?? 0);
        continue;
      }
      // 팔이에요: the copula, not a two.
      const last = words[words.length - 1];
      const copula = KOREAN_COPULA.test(tail) || (last?.meaning.mark === "-" && /^[요서]/.test(tail));
      while (copula && words.length > 0) {
        const open = words[words.length - 1];
        if (!open || !(open.meaning.digit === "2" || open.meaning.mark === "-")) break;
        words.pop();
        if (open.meaning.digit === "2") break;
      }
      this.say(words);
      if (reached < end) this.builder.break();
      from = whole ? end : reached;
    }
    return end;
  }

  private katakana(at: number): number {
    const end = this.wordEnd(at, (k) => k === 5);
    const before = this.text.charCodeAt(at - 1);
    if (this.text[at] === "ー" && end === at + 1 && kindOf(before) === 1) {
      this.builder.separate(Gap.dash);
      return end;
    }
    const { words, end: reached } = this.segment(at, end);
    if (reached === end) this.say(words);
    else this.builder.break();
    return end;
  }

  private unspaced(at: number): number {
    const found = longestWordAt(this.folded, at);
    const end = at + (found?.word.length ?? 1);
    if (!found || isDependent(this.text.charCodeAt(end))) {
      this.builder.break();
      let next = at + 1;
      while (isDependent(this.text.charCodeAt(next))) next++;
      return next;
    }
    this.builder.word(found.meaning, at, end, false);
    return end;
  }
}

const EXAMPLE =
  /^ ?(?:as in|like|for|de|como|em|seperti|như|para|как|kagaya ng|sa) (?:the |an? )?(([\p{L}]{3,16}))/u;

/**
 * Reads a normalised text as codes.
 * @param everyday keep everyday words that could be digits (に, de), for places where only a code can stand
 * @returns its cells in order, offsets in UTF-16 units of the normalised text
 * @example readCode(normalise("エル ゼット きゅう ぜろ")) has the cells L, Z, 9, 0
 */
export function readCode(light: Normalised, everyday = false): Cell[] {
  const cells = new CodeReader(light).read();
  return everyday ? cells : withoutEverydayWords(cells);
}
