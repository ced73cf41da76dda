/**
 * Word lists of many languages compiled into one trie, walked once over a folded text.
 *
 * A word is matched as a whole word where its script writes spaces, and anywhere where it does not.
 * `word*` lets any ending follow (inflected stems), `*word` any beginning, `=word` is asked for in just this spelling.
 * Each language also has a few endings that never change the sense (plural, particles).
 */

import { EdgeTable, isBoundary } from "../text/trie.ts";
import type { Lang } from "../triage/verdict.ts";
import { type Folded, foldWord } from "./fold.ts";
import { isSingleHan, type Kana, kanaOf, standsAloneInHan, standsInKana } from "./kana-words.ts";

export interface Hit<P> {
  payload: P;
  /** Indexes in the folded text. */
  start: number;
  end: number;
}

interface Output<P> {
  payload: P;
  langs: readonly Lang[] | null;
  openStart: boolean;
  openEnd: boolean;
  /** Accented spelling, asked for in texts that write accents (Vietnamese tones change the word). */
  toned: string | null;
  /** Just this spelling, asked for always. */
  exact: string | null;
  /** A Japanese word of kana alone: it must be written in that kana, and not be a piece of a longer word. */
  kana: Kana | null;
  /** One Chinese character: 亀 is not in 丸亀. */
  single: boolean;
  endings: readonly string[];
}

export interface Entry<P> {
  word: string;
  /** Languages in which the word counts; null for any. */
  langs: readonly Lang[] | null;
  payload: P;
}

const ENDINGS: Partial<Record<Lang, readonly string[]>> = {
  en: ["s", "es", "'s"],
  es: ["s", "es"],
  "pt-BR": ["s", "es"],
  id: ["nya", "ku", "mu", "lah", "kah", "pun"],
  fil: ["ng", "'ng", "'y", "'t", "s"],
  ne: ["को", "का", "की", "ले", "लाई", "मा", "बाट", "हरू", "हरु", "सँग", "संग", "र", "नै", "पनि", "तिर", "चाहिँ"],
  fa: ["ی", "ها", "های", "هایی", "رو", "را", "و", "م", "ش", "شان", "ام", "اش", "هم", "یی", "ه"],
};

/** Korean joins particles to the word, so only its beginning is a boundary. */
const isHangul = (code: number): boolean => code >= 0xac00 && code <= 0xd7af;

const HAN_WRITERS: ReadonlySet<Lang> = new Set(["ja", "zh-Hans", "zh-Hant"]);

const VIETNAMESE_MARKS = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;

/** Whether a Vietnamese text writes its tone marks (many text messages do not). */
export const writesTones = (text: string): boolean =>
  (text.match(VIETNAMESE_MARKS)?.length ?? 0) * 25 > text.length;

const bare = (word: string): string => word.replace(/^[*=]|\*$/gu, "");

export class Lexicon<P> {
  private readonly edges = new EdgeTable();
  private readonly outputs = new Map<number, Output<P>[]>();
  private nodes = 1;

  constructor(entries: Iterable<Entry<P>>) {
    for (const entry of entries) this.add(entry);
  }

  private add({ word, langs, payload }: Entry<P>): void {
    const folded = foldWord(bare(word));
    if (folded === "") return;
    const toned = langs?.length === 1 && langs[0] === "vi" ? bare(word).normalize("NFC").toLowerCase() : null;
    let node = 0;
    for (let index = 0; index < folded.length; index++) {
      const code = folded.charCodeAt(index);
      let child = this.edges.find(node, code);
      if (child === -1) {
        child = this.nodes++;
        this.edges.add(node, code, child);
      }
      node = child;
    }
    let outputs = this.outputs.get(node);
    if (!outputs) {
      outputs = [];
      this.outputs.set(node, outputs);
    }
    outputs.push({
      payload,
      langs,
      openStart: word.startsWith("*"),
      openEnd: word.endsWith("*"),
      toned: toned === folded ? null : toned,
      exact: word.startsWith("=") ? bare(word).normalize("NFKC") : null,
      kana: kanaOf(bare(word)),
      single: langs !== null && !langs.some((lang) => !HAN_WRITERS.has(lang)) && isSingleHan(bare(word)),
      endings: langs?.flatMap((lang) => ENDINGS[lang] ?? []) ?? ENDINGS.en ?? [],
    });
  }

  /**
   * Every match of every listed word that counts in `lang`, in order of start.
   * @param original the text before folding, read only to check tone marks
   */
  find(folded: Folded, lang: Lang, original: string): Hit<P>[] {
    const { text, map } = folded;
    const hits: Hit<P>[] = [];
    const toned = lang === "vi" && writesTones(original);
    for (let start = 0; start < text.length; start++) {
      let node = this.edges.find(0, text.charCodeAt(start));
      if (node === -1) continue;
      const inside = !isBoundary(text, start);
      for (let end = start + 1; node !== -1; end++) {
        const outputs = this.outputs.get(node);
        if (outputs)
          for (const output of outputs) {
            if (output.langs && !output.langs.includes(lang)) continue;
            if (inside && !output.openStart) continue;
            if (!output.openEnd && !endsWell(text, end, output.endings)) continue;
            if (
              toned &&
              output.toned &&
              !sameTones(original, map[start] ?? 0, map[end] ?? original.length, output.toned)
            )
              continue;
            if (output.exact || output.kana || output.single) {
              const span = [map[start] ?? 0, map[end] ?? original.length] as const;
              if (
                output.exact &&
                original
                  .slice(...span)
                  .normalize("NFKC")
                  .trim() !== output.exact
              )
                continue;
              if (output.single && !standsAloneInHan(original, span)) continue;
              if (output.kana && !standsInKana(original, span, output.kana, output.openStart)) continue;
            }
            hits.push({ payload: output.payload, start, end });
          }
        node = end < text.length ? this.edges.find(node, text.charCodeAt(end)) : -1;
      }
    }
    return hits;
  }
}

function sameTones(original: string, start: number, end: number, exact: string): boolean {
  return original.slice(start, end).normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim() === exact;
}

function endsWell(text: string, end: number, endings: readonly string[]): boolean {
  if (isHangul(text.charCodeAt(end - 1)) || isBoundary(text, end)) return true;
  for (const ending of endings)
    if (text.startsWith(ending, end) && isBoundary(text, end + ending.length)) return true;
  return false;
}
