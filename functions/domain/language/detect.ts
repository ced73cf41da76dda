/** Which of the seventeen languages a teller writes or speaks. */
import type { Lang } from "../triage/verdict.ts";
import { fold } from "./fold.ts";
import { CHINESE_FUNCTION, JAPANESE, SIMPLIFIED, TRADITIONAL } from "./han.ts";
import { STOP_WORDS } from "./stop-words.ts";

/** Enough of a text to know its language; the rest would only cost time. */
const SAMPLE = 3_000;

const LATIN: readonly Lang[] = ["en", "es", "pt-BR", "vi", "fil", "id", "ja", "ne", "ru", "mn", "fa"];

/** For each word the languages that use it, and a weight: a word of one language says more than a shared one. */
const WORDS: ReadonlyMap<string, readonly (readonly [Lang, number])[]> = (() => {
  const owners = new Map<string, Lang[]>();
  for (const lang of LATIN)
    for (const word of new Set((STOP_WORDS[lang] ?? "").split(/\s+/u)))
      if (word !== "") owners.set(word, [...(owners.get(word) ?? []), lang]);
  const weighted = new Map<string, readonly (readonly [Lang, number])[]>();
  for (const [word, langs] of owners) {
    const weight = (1 / langs.length) * (word.length > 2 ? 1 : 0.6);
    weighted.set(
      word,
      langs.map((lang) => [lang, weight] as const),
    );
  }
  return weighted;
})();

/** Letters that only some of the Latin languages write, counted in the unfolded text. */
const LETTERS: readonly (readonly [RegExp, Lang, number])[] = [
  [/[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu, "vi", 1],
  [/[ñ¿¡]/giu, "es", 3],
  [/[ãõç]/giu, "pt-BR", 1.5],
];

interface Scripts {
  kana: number;
  han: number;
  hangul: number;
  thai: number;
  khmer: number;
  burmese: number;
  arabic: number;
  cyrillic: number;
  devanagari: number;
  latin: number;
}

function countScripts(text: string): Scripts {
  const n: Scripts = {
    kana: 0,
    han: 0,
    hangul: 0,
    thai: 0,
    khmer: 0,
    burmese: 0,
    arabic: 0,
    cyrillic: 0,
    devanagari: 0,
    latin: 0,
  };
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x41) continue;
    if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00)) {
      if (code < 0x5b || (code >= 0x61 && code < 0x7b) || code >= 0xc0) n.latin++;
    } else if (code >= 0x400 && code < 0x530) n.cyrillic++;
    else if (code >= 0x600 && code < 0x700) n.arabic++;
    else if (code >= 0x900 && code < 0x980) n.devanagari++;
    else if (code >= 0xe00 && code < 0xe80) n.thai++;
    else if (code >= 0x1000 && code < 0x10a0) n.burmese++;
    else if (code >= 0x1780 && code < 0x1800) n.khmer++;
    else if ((code >= 0x1100 && code < 0x1200) || (code >= 0xac00 && code < 0xd7b0)) n.hangul++;
    else if ((code >= 0x3041 && code < 0x30fb) || (code >= 0xff66 && code < 0xffa0)) n.kana++;
    else if (code >= 0x3400 && code < 0xa000) n.han++;
  }
  return n;
}

function chinese(text: string): "zh-Hans" | "zh-Hant" {
  let balance = 0;
  for (const char of text) {
    const simple = SIMPLIFIED.has(char);
    const full = TRADITIONAL.has(char);
    if (simple && !full) balance++;
    else if (full && !simple) balance--;
  }
  return balance < 0 ? "zh-Hant" : "zh-Hans";
}

function hanLanguage(text: string, n: Scripts): Lang {
  let function_ = 0;
  let japanese = 0;
  let foreign = 0;
  for (const char of text) {
    if (CHINESE_FUNCTION.has(char)) function_++;
    else if (JAPANESE.has(char)) japanese++;
    if (SIMPLIFIED.has(char) !== TRADITIONAL.has(char) && !JAPANESE.has(char)) foreign++;
  }
  // Names and quoted plates bring a few kana into Chinese; Japanese sentences are full of them.
  if (n.kana > 0 && n.kana * 6 >= n.kana + n.han && n.kana > function_ - 2) return "ja";
  if (function_ + foreign === 0) return "ja";
  return function_ + foreign * 1.5 > japanese + n.kana ? chinese(text) : "ja";
}

/** Mongolian writes ө and ү, and doubles its vowels; Russian does neither. */
function cyrillicLanguage(text: string): Lang {
  const mongolian = (text.match(/[өүӨҮ]|аа|оо|уу|ээ|ий(?=н)|байна|гэж/gu)?.length ?? 0) * 12;
  const russian =
    (text.match(/[ыъщ]|ого|ени|ть(?=[\s,.!?]|$)|что|это|(?<=\s)(?:не|на|из|он|мы|вы|как)(?=\s)/gu)?.length ??
      0) * 6;
  return mongolian > russian ? "mn" : "ru";
}

function latinLanguage(text: string): Lang {
  const score = new Map<Lang, number>(LATIN.map((lang) => [lang, 0]));
  const add = (lang: Lang, points: number): void => void score.set(lang, (score.get(lang) ?? 0) + points);
  const words = fold(text).text.split(/[^a-z']+/u);
  for (const word of words) for (const [lang, weight] of WORDS.get(word) ?? []) add(lang, weight);
  for (const [letters, lang, weight] of LETTERS)
    add(lang, Math.min(40, text.match(letters)?.length ?? 0) * weight);
  // English words are borrowed everywhere; a teller who writes the others' grammar words is writing the other language.
  add("en", -0.15 * (score.get("en") ?? 0));
  // Latin spellings of languages with a script of their own share many short syllables with Vietnamese and others.
  for (const lang of ["ne", "ru", "mn", "fa"] as const) add(lang, -0.25 * (score.get(lang) ?? 0) - 1);
  let best: Lang = "en";
  for (const lang of LATIN) if ((score.get(lang) ?? 0) > (score.get(best) ?? 0)) best = lang;
  return best;
}

/** Codes, accounts and addresses say nothing about the language. */
const strip = (text: string): string =>
  text.replace(/[\w.+-]{1,64}@[\w.-]{1,64}|https?:\/\/\S{1,200}|[@#]\w{1,64}|\b\w{0,20}\d\w{0,20}\b/gu, " ");

/**
 * The language of a text of any length (its first 3,000 characters decide); never throws.
 * Script first; then characters (Chinese, Japanese, Cyrillic) or small words (Latin). With no letters at all: `ja`.
 */
export function detectLanguage(text: string): Lang {
  const sample = strip(text.slice(0, SAMPLE).normalize("NFKC"));
  const n = countScripts(sample);
  const weights: readonly (readonly [number, Lang])[] = [
    [n.hangul * 2, "ko"],
    [n.thai, "th"],
    [n.khmer, "km"],
    [n.burmese, "my"],
    [n.arabic, "fa"],
    [n.devanagari, "ne"],
  ];
  let best = n.latin;
  let lang: Lang | "latin" | "han" | "cyrillic" = "latin";
  for (const [weight, candidate] of weights)
    if (weight > best) {
      best = weight;
      lang = candidate;
    }
  if (n.cyrillic > best) {
    best = n.cyrillic;
    lang = "cyrillic";
  }
  if ((n.kana + n.han) * 2.2 > best) {
    best = (n.kana + n.han) * 2.2;
    lang = "han";
  }
  if (best === 0) return "ja";
  if (lang === "latin") return latinLanguage(sample);
  if (lang === "cyrillic") return cyrillicLanguage(sample);
  return lang === "han" ? hanLanguage(sample, n) : lang;
}
