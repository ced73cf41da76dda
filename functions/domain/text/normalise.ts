/**
 * The light form that words and codes are matched in: NFKC, ASCII digits, plain spaces, dashes and quotes, nothing
 * invisible. It never changes meaning, and every offset of it leads back to the original text.
 */
import type { Span } from "../triage/verdict.ts";
import {
  circledDigit,
  isBlank,
  isInvisible,
  isLineBreak,
  joinsPrevious,
  keepsItsForm,
  REPLACED,
} from "./characters.ts";
import { digitValue } from "./native-digits.ts";

export type Normalised = {
  /** The normalised text; a run of blanks is one space, a run with a line break is one `\n`. */
  readonly text: string;
  /** `text` in lower case, unit by unit: the same length, so the same offsets. */
  readonly folded: string;
  /** `folded` with Latin letters bare of accents (đ→d, ё→е as well): the same length, so the same offsets. */
  readonly unaccented: string;
  /** Maps `[start, end)` of `text` (UTF-16 units) to the span of the original that it came from. */
  toOriginal(start: number, end: number): Span;
};

/** Longest cluster normalised as one; Unicode's Stream-Safe format also allows 30 marks and keeps NFKC linear. */
const LONGEST_CLUSTER = 32;

const singles = new Map<number, string>();

function nfkcOf(c: number): string {
  let form = singles.get(c);
  if (form === undefined) {
    form = String.fromCodePoint(c).normalize("NFKC");
    if (singles.size < 20_000) singles.set(c, form);
  }
  return form;
}

/** Most Japanese, Chinese and Korean text: NFKC leaves these as they are. */
function isPlainEastAsian(c: number): boolean {
  return (
    (c >= 0x4e00 && c <= 0x9fff) ||
    (c >= 0x3041 && c <= 0x3096) ||
    (c >= 0x30a1 && c <= 0x30fc) ||
    (c >= 0xac00 && c <= 0xd7a3)
  );
}

class Output {
  readonly parts: string[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  /** Adds `form`, which came from `[start, end)`: unit by unit when it is the source itself (`even`), else as a whole. */
  add(form: string, start: number, end: number, even = false): void {
    this.parts.push(form);
    for (let i = 0; i < form.length; i++) {
      this.starts.push(even ? start + i : start);
      this.ends.push(even ? start + i + 1 : end);
    }
  }
}

function addCharacter(out: Output, text: string, c: number, start: number): number {
  const size = c > 0xffff ? 2 : 1;
  let end = start + size;
  const digit = digitValue(c);
  if (digit >= 0) {
    out.add(String(digit), start, end);
    return end;
  }
  const replaced = REPLACED.get(c);
  if (replaced !== undefined) {
    out.add(replaced, start, end);
    return end;
  }
  if (c === 0x0e4d && text.charCodeAt(end) === 0x0e32) {
    out.add("\u0e33", start, end + 1);
    return end + 1;
  }
  const circled = circledDigit(c);
  if (circled >= 0) {
    // A lone ① numbers a paragraph; several in a row spell a number.
    const row =
      circledDigit(text.codePointAt(end) ?? 0) >= 0 || circledDigit(codePointBefore(text, start)) >= 0;
    out.add(row ? String(circled) : text.slice(start, end), start, end, !row);
    return end;
  }
  if (keepsItsForm(c)) {
    out.add(text.slice(start, end), start, end, true);
    return end;
  }
  let next = text.codePointAt(end);
  if (next === undefined || !joinsPrevious(next) || isInvisible(next)) {
    const source = text.slice(start, end);
    const form = isPlainEastAsian(c) ? source : nfkcOf(c);
    out.add(form, start, end, form === source);
    return end;
  }
  while (next !== undefined && joinsPrevious(next) && !isInvisible(next) && end - start < LONGEST_CLUSTER) {
    if (next === 0x0e4d || keepsItsForm(next)) break;
    end += next > 0xffff ? 2 : 1;
    next = text.codePointAt(end);
  }
  const source = text.slice(start, end);
  const form = source.normalize("NFKC");
  // Marks may change places: then each unit of the form may come from any of the source.
  out.add(form, start, end, form === source);
  return end;
}

function codePointBefore(text: string, index: number): number {
  if (index <= 0) return 0;
  const low = text.charCodeAt(index - 1);
  return low >= 0xdc00 && low <= 0xdfff && index > 1 ? (text.codePointAt(index - 2) ?? 0) : low;
}

/**
 * Normalises a text for matching. Pure, linear, and safe on any string, lone surrogates included.
 * @param text the original, any length
 * @returns the light form and its way back, e.g. `normalise("ＣＳＱＵ　３０")` has `text` "CSQU 30"
 * and `toOriginal(5, 7)` `[5, 7]`
 */
export function normalise(text: string): Normalised {
  const out = new Output();
  let i = 0;
  while (i < text.length) {
    const c = text.codePointAt(i) ?? 0;
    if (c > 0x20 && c < 0x7f) {
      const next = text.charCodeAt(i + 1);
      if (!(next >= 0x300) || !joinsPrevious(next)) {
        out.add(text[i] ?? "", i, i + 1);
        i++;
        continue;
      }
    }
    if (isBlank(c) || isLineBreak(c)) {
      const start = i;
      let broken = false;
      while (i < text.length) {
        const unit = text.charCodeAt(i);
        if (isLineBreak(unit)) broken = true;
        else if (!isBlank(unit) && !isInvisible(unit)) break;
        i++;
      }
      out.add(broken ? "\n" : " ", start, i);
      continue;
    }
    if (isInvisible(c)) {
      i += c > 0xffff ? 2 : 1;
      continue;
    }
    i = addCharacter(out, text, c, i);
  }
  return withOffsets(out);
}

function withOffsets(out: Output): Normalised {
  const text = out.parts.join("");
  const { starts, ends } = out;
  let folded: string | undefined;
  let unaccented: string | undefined;
  return {
    text,
    get folded() {
      folded ??= fold(text);
      return folded;
    },
    get unaccented() {
      unaccented ??= withoutAccents(fold(text));
      return unaccented;
    },
    toOriginal(start, end) {
      const first = Math.max(0, Math.min(start, text.length));
      const last = Math.max(first, Math.min(end, text.length));
      const from = starts[first] ?? ends[ends.length - 1] ?? 0;
      return [from, last > first ? Math.max(from, ends[last - 1] ?? from) : from];
    },
  };
}

function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  // Only İ grows in lower case; it is kept one unit long so that offsets hold.
  return text.replaceAll("İ", "i").toLowerCase();
}

const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff\u0451]/g;

function withoutAccents(folded: string): string {
  return folded.replace(ACCENTED, (letter) => {
    if (letter === "đ") return "d";
    const bare = letter.normalize("NFD")[0] ?? letter;
    return bare;
  });
}
