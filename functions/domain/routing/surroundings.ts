import { isBoundary } from "../text/trie.ts";
import {
  airportAfter,
  airportBefore,
  portAfter,
  portBefore,
  unitAfter,
  unitBefore,
} from "./gazetteer/place-cues.ts";

/** What stands right before or behind a name: the words that make it a port, an airport or an administrative unit. */
export type Surroundings = {
  port: boolean;
  airport: boolean;
  unit: boolean;
  /** Part of something else: a person's or ship's name, a number plate, the name of a customs office, an adverb. */
  otherwise: boolean;
};

/** Whether words of this script are parted by blanks, so that a cue must end where a word does. */
function spaced(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 0x530 || (code >= 0x600 && code < 0x700) || (code >= 0x900 && code < 0xe00);
}

/** Cues grouped by their first (or last) unit, so that a name costs one look-up and a few comparisons. */
function byFirst(words: readonly string[]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const word of words) {
    const plain = word.replace(/^-/, "");
    map.set(plain.charAt(0), [...(map.get(plain.charAt(0)) ?? []), plain.trimStart()]);
  }
  for (const word of words) {
    if (word.startsWith(" ")) map.set(word.charAt(1), [...(map.get(word.charAt(1)) ?? []), word.trimStart()]);
  }
  return map;
}

function byLast(words: readonly string[]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const word of words) map.set(word.slice(-1), [...(map.get(word.slice(-1)) ?? []), word]);
  return map;
}

const after = { port: byFirst(portAfter), airport: byFirst(airportAfter), unit: byFirst(unitAfter) };
const before = { port: byLast(portBefore), airport: byLast(airportBefore), unit: byLast(unitBefore) };

function follows(text: string, at: number, groups: Map<string, string[]>): boolean {
  for (const word of groups.get(text.charAt(at)) ?? []) {
    const stem = word.endsWith("*");
    const form = stem ? word.slice(0, -1) : word;
    if (
      text.startsWith(form, at) &&
      (stem || !spaced(form) || form.charCodeAt(0) >= 0x900 || isBoundary(text, at + form.length))
    )
      return true;
  }
  return false;
}

function precedes(text: string, at: number, groups: Map<string, string[]>): boolean {
  for (const word of groups.get(text.charAt(at - 1)) ?? []) {
    const start = at - word.length;
    if (start >= 0 && text.startsWith(word, start) && (!spaced(word) || isBoundary(text, start))) return true;
  }
  return false;
}

const fillers = ["の", " の", " の ", "の ", "的", "의 "];
const articles = [
  "the ",
  "el ",
  "la ",
  "o ",
  "da ",
  "do ",
  "sa ",
  "ng ",
  "ni ",
  "ที่",
  "di ",
  "de ",
  "เมือง",
  "quoc te ",
  "internacional de ",
];
const honorifics = [
  "さん",
  "氏",
  "君",
  "くん",
  "ちゃん",
  "様",
  "先生",
  "社長",
  "という男",
  "という女",
  "という人",
  "씨",
  "先生",
  "小姐",
  "-san",
  " san ",
  "税関長",
];
const offices = [
  "税関",
  "海关",
  "海關",
  "세관",
  " customs",
  "-customs",
  "入管",
  "県警",
  "警察",
  "府警",
  "地裁",
  "大学",
  "弁",
  "牛",
  "新聞",
  "銀行",
  "商事",
  "丸",
];

function isPlate(text: string, at: number): boolean {
  let index = at;
  while (text.charAt(index) === " " || text.charAt(index) === "の" || text.charAt(index) === "-") index += 1;
  let digits = 0;
  while (/[0-9]/.test(text.charAt(index + digits)) && digits < 4) digits += 1;
  if (digits < 2 || digits > 3) return false;
  index += digits;
  while (text.charAt(index) === " " || text.charAt(index) === "-") index += 1;
  if (!/[ぁ-ん]/.test(text.charAt(index))) return false;
  index += 1;
  while (text.charAt(index) === " " || text.charAt(index) === "-") index += 1;
  return /[0-9・.]/.test(text.charAt(index));
}

/** A suffix in hiragana that a word ends with, as people write who know no kanji (こまきし, しみずこう の). */
const kanaUnit =
  /^ ?(けん|し|く|ちょう|まち|むら|みなと|ふ?こう|くうこう|ぎょこう|えき|しま|じま)(?=[\s、。,.のにではへを]|から|まで|$)/;

/** Whether a hiragana name at `[start, end)` begins a word and carries a suffix of its own. */
export function standsAlone(text: string, start: number, end: number): boolean {
  return !/[ぁ-ゖ]/.test(text.charAt(start - 1)) && kanaUnit.test(text.slice(end, end + 8));
}

/** Looks around the name at `[start, end)` of `text`, which is bare of accents and case. */
export function lookAround(text: string, start: number, end: number): Surroundings {
  let behind = end;
  for (const filler of fillers) {
    if (text.startsWith(filler, end)) behind = end + filler.length;
  }
  const skip =
    text.charAt(end) === " " || text.charAt(end) === "-" || text.charAt(end) === "'" ? end + 1 : end;
  let front = start;
  while (text.charAt(front - 1) === " " || text.charAt(front - 1) === "(" || text.charAt(front - 1) === '"')
    front -= 1;
  const fronts = [front];
  for (const article of articles) {
    if (text.startsWith(article.trim(), front - article.trim().length)) {
      let further = front - article.trim().length;
      while (text.charAt(further - 1) === " ") further -= 1;
      fronts.push(further);
    }
  }
  const backs = behind === end ? [end, skip] : [end, skip, behind];
  const near = (side: "port" | "airport" | "unit"): boolean =>
    backs.some((at) => follows(text, at, after[side])) ||
    fronts.some((at) => precedes(text, at, before[side]));
  const tail = text.slice(end, end + 8);
  const wardOfPort = /^港(区|北区|南区)/.test(tail);
  const written = text.slice(start, end);
  const adverb =
    written === "大分" && /^(前|昔|経|時間|後|に)/.test(tail) && !/^に(着|入|届|住|あ|い|到)/.test(tail);
  return {
    port: !wardOfPort && near("port"),
    airport: near("airport"),
    unit: near("unit"),
    otherwise:
      adverb ||
      honorifics.some((word) => tail.startsWith(word)) ||
      offices.some((word) => tail.startsWith(word)) ||
      isPlate(text, end),
  };
}
