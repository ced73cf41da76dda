import { normalise } from "../../text/normalise.ts";
import type { Entry } from "../../text/trie.ts";
import { burmeseForms } from "../spelling/burmese.ts";
import { cyrillicForms, inflected } from "../spelling/cyrillic.ts";
import { devanagariForms } from "../spelling/devanagari.ts";
import { hangulForms } from "../spelling/hangul.ts";
import { latinForms } from "../spelling/latin.ts";
import { toKatakana } from "../spelling/mora.ts";
import { persianForms } from "../spelling/persian.ts";
import { toSkeleton } from "../spelling/skeleton.ts";
import { thaiForms } from "../spelling/thai.ts";
import {
  commonHangul,
  commonKana,
  commonKanji,
  commonLatin,
  neverBareLatin,
  ordinaryKanji,
} from "./common-words.ts";
import { exonyms } from "./exonyms.ts";
import { foreign } from "./foreign.ts";
import { type Entity, type PlaceName, placeNames } from "./names.ts";

/**
 * What a form found in a text may mean. `weak`: only with support nearby. `needsCapital`: a short Latin name that must
 * at least be written as a name. `entity`: the form names this one alone (千葉市). `kana`: hiragana that words may contain by
 * chance, so that its prefecture must stand right before it. `upper`: a code that must be written in capitals (FUK).
 * `surname`: a family name too, a place with a particle of place behind it.
 */
export type Form =
  | {
      name: PlaceName;
      weak: boolean;
      needsCapital: boolean;
      entity: Entity | null;
      kana?: boolean;
      upper?: boolean;
      surname?: boolean;
    }
  | { foreign: string };

const bare = (form: string): string => normalise(form).unaccented;
const leveled = (form: string): string => toSkeleton(form).text;

/** Directions and "new" in front of a name, which people set off with a hyphen or a blank (Nishi-Kawaguchi). */
const prefixes: readonly [kanji: string, latin: string][] = [
  ["西", "nishi"],
  ["東", "higashi"],
  ["北", "kita"],
  ["南", "minami"],
  ["新", "shin"],
  ["上", "kami"],
  ["本", "hon"],
];

function* splitForms(kanji: string, latin: string): Generator<string> {
  for (const [mark, prefix] of prefixes) {
    if (!kanji.startsWith(mark) || !latin.startsWith(prefix) || latin.length < prefix.length + 3) continue;
    yield `${prefix}-${latin.slice(prefix.length)}`;
    yield `${prefix} ${latin.slice(prefix.length)}`;
  }
}

/** Burmese consonants: two-syllable names would turn up in any text. */
const consonants = (text: string): number => text.replace(/[^\u1000-\u1021]/g, "").length;

const isKanaOnly = (text: string): boolean => !/[^ぁ-ゟァ-ヿ]/.test(text);

/** Wharves as other languages call them: "Oi terminal", 大井码头. */
function wharfForms({ kanji, kana }: PlaceName): string[] {
  if (!kanji.endsWith("ふ頭")) return [];
  const base = kanji.slice(0, -2);
  const latin = latinForms(kana.replace(/ふとう$/, ""))[0] ?? "";
  const words = ["terminal", "wharf", "pier", "futo", "container terminal", "docks"];
  const signs = ["埠頭", "码头", "碼頭", "コンテナターミナル", "ターミナル", "岸壁"];
  return [...words.map((word) => `${latin} ${word}`), ...signs.map((sign) => base + sign)];
}

function* formsOf(name: PlaceName): Generator<Entry<Form>> {
  const { kanji, kana, rank } = name;
  const strong: Form = { name, weak: false, needsCapital: false, entity: null };
  const weak: Form = { name, weak: true, needsCapital: false, entity: null };
  const capital: Form = { name, weak: false, needsCapital: true, entity: null };

  const kanjiIsCommon = commonKanji.has(kanji) || commonKana.has(kanji) || kanji.length < 2 || rank === 2;
  const surname = kanjiIsCommon && rank < 2 && kanji.length > 1 && !ordinaryKanji.has(kanji);
  if (!isKanaOnly(kanji) || name.named) {
    const value = kanjiIsCommon ? (surname ? { ...weak, surname } : weak) : strong;
    yield { form: kanji, value, boundary: /^[a-z]/.test(kanji) };
  }
  for (const form of wharfForms(name)) yield { form, value: strong, boundary: /^[a-z]/.test(form) };
  for (const entity of name.entities) {
    const { code, kind, alias } = entity;
    if (code === null || alias || name.named) continue;
    if (rank === 0) yield { form: code.toLowerCase(), value: { ...strong, entity }, boundary: true };
    // TOY is a word in any text written in capitals.
    if (kind === "airport" && code !== "JPTOY") {
      yield { form: code.slice(2).toLowerCase(), value: { ...strong, entity, upper: true }, boundary: true };
    }
  }
  for (const { form, entity } of name.full) {
    yield { form, value: { name, weak: false, needsCapital: false, entity } };
  }
  if (kana === "") return;

  const kanaIsCommon =
    commonKana.has(kana) || kana.length < 3 || (kana.length === 3 && rank > 0) || rank === 2;
  const kanaIsWeak = kanaIsCommon || (rank === 1 && kana.length < 5 && !isKanaOnly(kanji));
  if (kana.length > 1) yield { form: kana, value: kanaIsWeak ? { ...weak, kana: true } : strong };
  yield {
    form: toKatakana(kana),
    value: kanaIsCommon && kana.length < 4 ? weak : rank === 2 ? weak : strong,
  };

  for (const latin of latinForms(kana)) {
    const isCommon = commonLatin.has(latin) || latin.length < (rank === 2 ? 6 : 4);
    const mayCount = rank === 0 && latin.length > 2 && !neverBareLatin.has(latin);
    const value = isCommon
      ? mayCount
        ? latin.length > 5
          ? strong
          : capital
        : weak
      : rank === 0 || latin.length > 5
        ? strong
        : capital;
    yield { form: latin, value, boundary: true };
    for (const form of splitForms(kanji, latin))
      yield { form, value: rank === 2 ? weak : strong, boundary: true };
  }
  for (const hangul of hangulForms(kana)) {
    const isCommon =
      commonHangul.has(hangul) || hangul.length < 2 || rank === 2 || (hangul.length === 2 && rank > 0);
    yield { form: hangul, value: isCommon ? weak : strong, boundary: "start" };
  }
  if (rank === 2) return;
  for (const form of cyrillicForms(kana)) {
    if (form.length >= 4)
      yield { form, value: form.length >= 6 || rank === 0 ? strong : weak, boundary: true };
  }
  for (const [forms, least] of [
    [thaiForms(kana), 5],
    [burmeseForms(kana), 4],
  ] as const) {
    for (const form of forms) {
      const skeleton = leveled(form);
      if (skeleton.length >= 3 && (rank > 0 || least > 4 || consonants(skeleton) > 2))
        yield { form, value: skeleton.length >= (rank === 0 ? least : least + 2) ? strong : weak };
    }
  }
  for (const form of devanagariForms(kana)) {
    const { length } = leveled(form);
    if (length >= 3) yield { form, value: length >= (rank === 0 ? 3 : 5) ? strong : weak, boundary: "start" };
  }
  for (const form of persianForms(kana)) {
    if (form.length >= 4)
      yield { form, value: form.length >= (rank === 0 ? 4 : 6) ? strong : weak, boundary: "start" };
  }
}

function boundaryOf(form: string): Entry<Form>["boundary"] {
  const code = form.charCodeAt(0);
  if (code < 0x530) return true;
  if ((code >= 0x600 && code < 0x700) || (code >= 0x900 && code < 0xe00) || code >= 0xac00) return "start";
  return false;
}

function* exonymForms(): Generator<Entry<Form>> {
  const byKanji = new Map<string, PlaceName[]>();
  for (const name of placeNames) byKanji.set(name.kanji, [...(byKanji.get(name.kanji) ?? []), name]);
  for (const line of exonyms.trim().split("\n")) {
    const [kanji = "", ...forms] = line.split(" ");
    for (const name of byKanji.get(kanji) ?? []) {
      if (name.rank === 2) continue;
      const value: Form = { name, weak: false, needsCapital: false, entity: null };
      for (const form of forms) {
        const plain = bare(form);
        for (const each of /^[\u0400-\u04ff]/.test(plain) ? inflected(plain) : [plain]) {
          yield { form: each, value, boundary: boundaryOf(each) };
        }
      }
    }
  }
}

function* foreignForms(): Generator<Entry<Form>> {
  for (const line of foreign.trim().split("\n")) {
    const [english = "", ...forms] = line.split(" ");
    const value: Form = { foreign: english.replaceAll("_", " ") };
    for (const form of forms) {
      const stem = form.endsWith("*");
      const plain = bare((stem ? form.slice(0, -1) : form).replaceAll("_", " "));
      if (plain.length < 2) continue;
      yield { form: plain, value, boundary: stem ? "start" : boundaryOf(plain) };
    }
  }
}

/** Every form of every name, levelled by `toSkeleton`, ready for `buildMatcher`. */
export function* placeForms(): Generator<Entry<Form>> {
  for (const name of placeNames) {
    for (const entry of formsOf(name)) yield { ...entry, form: leveled(entry.form) };
  }
  for (const entry of exonymForms()) yield { ...entry, form: leveled(entry.form) };
  for (const entry of foreignForms()) yield { ...entry, form: leveled(entry.form) };
}
