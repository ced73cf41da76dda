/**
 * Folding: one spelling of a text for word lists, with a way back to the original.
 * Lower case, full width, accents, katakana, Arabic variants and invisible characters no longer matter afterwards.
 */

export interface Folded {
  text: string;
  /** For each UTF-16 unit of `text` (and one past its end) the index in the original text. */
  map: Uint32Array;
}

const cache = new Map<number, string>();

/** Letters whose plain form NFKD does not give. */
const PLAIN: Record<string, string> = {
  đ: "d",
  ð: "d",
  ø: "o",
  ł: "l",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  "’": "'",
  "‘": "'",
  "`": "'",
  "´": "'",
  ʼ: "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "‐": "-",
  "‑": "-",
  "−": "-",
  ي: "ی",
  ى: "ی",
  ك: "ک",
  ة: "ه",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ۀ: "ه",
  ـ: "",
  "〜": "~",
  "～": "~",
  "・": " ",
  "·": " ",
  "၊": " ",
  "။": " ",
  "।": " ",
  "។": " ",
};

const isDropped = (cp: number): boolean =>
  (cp >= 0x300 && cp <= 0x36f) ||
  (cp >= 0x64b && cp <= 0x65f) ||
  (cp >= 0x200b && cp <= 0x200f) ||
  (cp >= 0xfe00 && cp <= 0xfe0f) ||
  cp === 0xad ||
  cp === 0x2060 ||
  cp === 0xfeff;

function foldPoint(cp: number): string {
  const known = cache.get(cp);
  if (known !== undefined) return known;
  let out = "";
  if (!isDropped(cp)) {
    for (const wide of String.fromCodePoint(cp).normalize("NFKC").toLowerCase()) {
      const plain = PLAIN[wide];
      if (plain !== undefined) {
        out += plain;
        continue;
      }
      const code = wide.codePointAt(0) ?? 0;
      if (/\s/u.test(wide)) out += " ";
      // Hangul syllables and kana must keep their marks; only European letters lose theirs.
      else if (code < 0x530 || (code >= 0x1e00 && code < 0x2000)) {
        for (const part of wide.normalize("NFD"))
          if (!isDropped(part.codePointAt(0) ?? 0)) out += PLAIN[part] ?? part;
      } else if (code >= 0x30a1 && code <= 0x30f6) out += String.fromCodePoint(code - 0x60);
      else if (code >= 0x660 && code <= 0x669) out += String(code - 0x660);
      else if (code >= 0x6f0 && code <= 0x6f9) out += String(code - 0x6f0);
      else if (!isDropped(code)) out += wide;
    }
  }
  if (cache.size < 40_000) cache.set(cp, out);
  return out;
}

const VOICED = "がぎぐげござじずぜぞだぢづでどばびぶべぼ";
const UNVOICED = "かきくけこさしすせそたちつてとはひふへほ";
const SEMI = "ぱぴぷぺぽ";
const HA_ROW = "はひふへほ";

/** A half-width or decomposed voicing mark joins the kana before it. */
function voiced(previous: string, cp: number): string | undefined {
  if (cp === 0xff9e || cp === 0x3099) return VOICED[UNVOICED.indexOf(previous)];
  if (cp === 0xff9f || cp === 0x309a) return SEMI[HA_ROW.indexOf(previous)];
  return undefined;
}

/**
 * Folds a text for matching; runs of white space become one space.
 * Worked value: `ＳＨＡＢＵ　カラ` folds to `shabu から`.
 */
export function fold(text: string): Folded {
  const map: number[] = [];
  let out = "";
  for (let index = 0; index < text.length; ) {
    const cp = text.codePointAt(index) ?? 0;
    const width = cp > 0xffff ? 2 : 1;
    const joined = out === "" ? undefined : voiced(out.charAt(out.length - 1), cp);
    if (joined !== undefined) {
      out = out.slice(0, -1) + joined;
      index += width;
      continue;
    }
    // The Burmese dot below stands before the asat in Unicode's order, and behind it in much of what is typed.
    if (cp === 0x1037 && out.endsWith("\u103a")) {
      out = `${out.slice(0, -1)}\u1037\u103a`;
      map.push(index);
      index += width;
      continue;
    }
    const folded = foldPoint(cp);
    if (folded === " ") {
      if (out !== "" && !out.endsWith(" ")) {
        out += " ";
        map.push(index);
      }
    } else {
      for (let unit = 0; unit < folded.length; unit++) map.push(index);
      out += folded;
    }
    index += width;
  }
  map.push(text.length);
  return { text: out, map: Uint32Array.from(map) };
}

/** Folds a word of a word list the same way. */
export const foldWord = (word: string): string => fold(word).text.trim();
