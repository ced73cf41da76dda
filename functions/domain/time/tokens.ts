import { normalise } from "../text/normalise.ts";
import { buildMatcher, type Entry, type Match } from "../text/trie.ts";
import { lexicon, numberWords } from "./lexicon.ts";

export type Kind =
  | "day"
  | "just"
  | "feast"
  | "week"
  | "month"
  | "year"
  | "next"
  | "this"
  | "last"
  | "weekend"
  | "wd"
  | "mn"
  | "pm"
  | "bm"
  | "daysuf"
  | "monsuf"
  | "yearsuf"
  | "daypre"
  | "monpre"
  | "era"
  | "unit"
  | "later"
  | "in"
  | "ago"
  | "early"
  | "mid"
  | "late"
  | "early_of_month"
  | "end_of_month"
  | "end_of_year"
  | "soon"
  | "habit"
  | "mornbad"
  | "glue"
  | "number";

export type Meaning = {
  kind: Kind;
  value: number;
  /** Units and eras by name; for numbers `digits`, `ordinal`, `day` (counts days of a month only), `count` or `han`. */
  name: string;
};

/** A word of time or a number, at `[start, end)` of the normalised text, with all it may mean. */
export type Token = { start: number; end: number; meanings: readonly Meaning[] };

/** What `token` means as `kind`, if it may. */
export function as(token: Token | undefined, kind: Kind): Meaning | undefined {
  return token?.meanings.find((meaning) => meaning.kind === kind);
}

function isSpaced(form: string): boolean {
  const code = form.charCodeAt(0);
  return code < 0x530 || (code >= 0x600 && code < 0x700) || (code >= 0x900 && code < 0xe00);
}

/** Particles stick to words in Korean, Nepali and Persian; suffixes of dates stick to numbers everywhere. */
function boundaryOf(form: string, meaning: Meaning): Entry<Meaning>["boundary"] {
  const code = form.charCodeAt(0);
  if (code >= 0xac00 && code <= 0xd7a3) {
    return meaning.kind === "daysuf" ||
      meaning.kind === "monsuf" ||
      meaning.kind === "unit" ||
      form.length === 1
      ? false
      : "start";
  }
  if (!isSpaced(form)) return false;
  return code >= 0x600 ? "start" : true;
}

function* words(): Generator<Entry<Meaning>> {
  for (const line of lexicon.trim().split("\n")) {
    const colon = line.indexOf(":");
    const [kind = "", value = ""] = line.slice(0, colon).split(" ");
    const number = Number(value);
    const meaning = {
      kind,
      value: Number.isNaN(number) ? 0 : number,
      name: Number.isNaN(number) ? value : "",
    } as Meaning;
    for (const word of line
      .slice(colon + 1)
      .trim()
      .split(" ")) {
      const form = normalise(word.replaceAll("_", " ")).unaccented;
      if (form !== "") yield { form, value: meaning, boundary: boundaryOf(form, meaning) };
    }
  }
  for (const line of numberWords.trim().split("\n")) {
    const [language = "", ...items] = line.split(" ");
    const name = language.endsWith("!")
      ? "ordinal"
      : language === "jaday"
        ? "day"
        : /[23]$/.test(language)
          ? "count"
          : language;
    for (const [index, item] of items.entries()) {
      if (item === "-") continue;
      for (const word of item.split("/")) {
        const form = normalise(word.replaceAll("_", " ")).unaccented;
        const meaning: Meaning = { kind: "number", value: index + 1, name };
        yield { form, value: meaning, boundary: boundaryOf(form, meaning) };
      }
    }
  }
}

let matcher: ((text: string) => Match<Meaning>[]) | undefined;

/** Builds the matcher now instead of at the first text. */
export function warmTokens(): void {
  matcher ??= buildMatcher(words());
}

const hanDigits = "〇一二三四五六七八九";

/** 三十一 → 31, 二〇二六 → 2026; -1 when it is no number. */
function hanNumber(text: string): number {
  let total = 0;
  let digit = -1;
  let positional = "";
  for (const character of text) {
    const value = hanDigits.indexOf(character);
    if (value >= 0) {
      positional += String(value);
      digit = value;
    } else if (character === "十") {
      total += (digit < 0 ? 1 : digit) * 10;
      digit = -1;
    } else return -1;
  }
  return text.includes("十") ? total + Math.max(digit, 0) : Number(positional);
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isHan = (unit: string): boolean => unit !== "" && "〇一二三四五六七八九十零两".includes(unit);

function* numbersIn(text: string, from: number, to: number): Generator<Token> {
  for (let index = from; index < to; ) {
    const start = index;
    if (isDigit(text.charCodeAt(index))) {
      while (index < to && isDigit(text.charCodeAt(index))) index += 1;
      if (index - start <= 8) yield numberToken(start, index, Number(text.slice(start, index)), "digits");
    } else if (isHan(text.charAt(index))) {
      while (index < to && isHan(text.charAt(index))) index += 1;
      const value = hanNumber(text.slice(start, index).replaceAll("零", "〇").replaceAll("两", "二"));
      if (value >= 0 && index - start <= 5) yield numberToken(start, index, value, "han");
    } else index += 1;
  }
}

function numberToken(start: number, end: number, value: number, name: string): Token {
  return { start, end, meanings: [{ kind: "number", value, name }] };
}

/** Letters that only Vietnamese writes: their presence shows that the teller types accents. */
const VIETNAMESE = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/;
const BARE_VIETNAMESE_NUMBER = /bay|tam|nam|sau|bon|tu|chin|muoi|mot|lam/;

/**
 * The meanings a form keeps once its accents are seen: "máy" is no May, "bay" (to fly) no seven where accents are
 * typed, "tháng sáu" June rather than next month.
 */
function withAccents(
  values: readonly Meaning[],
  form: string,
  accented: string,
  isVietnamese: boolean,
): readonly Meaning[] {
  if (form === "thang sau" && accented === "tháng sáu") return [{ kind: "mn", value: 6, name: "" }];
  if (form === "nam sau" && accented === "năm sáu") return [];
  if (accented !== form)
    return form.startsWith("thang") || form === "marco" ? values : values.filter(({ kind }) => kind !== "mn");
  if (!isVietnamese) return values;
  return BARE_VIETNAMESE_NUMBER.test(form)
    ? values.filter(({ kind, name }) => kind !== "number" || name !== "vi")
    : values;
}

/**
 * Cuts out every word of time and every number of `text` (bare of accents and case), in order. `folded` is the same text
 * with its accents, unit by unit.
 */
export function tokenise(text: string, folded: string): Token[] {
  warmTokens();
  const isVietnamese = VIETNAMESE.test(folded);
  const tokens: Token[] = [];
  let at = 0;
  for (const { start, end, values } of matcher?.(text) ?? []) {
    const meanings = withAccents(values, text.slice(start, end), folded.slice(start, end), isVietnamese);
    tokens.push(...numbersIn(text, at, start));
    if (meanings.length > 0) tokens.push({ start, end, meanings });
    at = end;
  }
  tokens.push(...numbersIn(text, at, text.length));
  return tokens;
}
