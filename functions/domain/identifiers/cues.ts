import type { Cell } from "../text/code-cells.ts";
import { type Normalised, normalise } from "../text/normalise.ts";
import { buildMatcher, type Entry } from "../text/trie.ts";
import { CUE_WORDS, type CueKind } from "./cue-words.ts";

export type Cue = { readonly kind: CueKind; readonly start: number; readonly end: number };

const entries: Entry<CueKind>[] = [];
for (const [kind, words] of Object.entries(CUE_WORDS) as [CueKind, string][]) {
  for (const word of words.split("|")) {
    // Agglutinating scripts glue endings on; in Latin and Cyrillic a short cue must be the whole word.
    const boundary = /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(word)
      ? true
      : /\p{Script=Hangul}/u.test(word)
        ? "start"
        : false;
    entries.push({ form: normalise(word).folded, value: kind, boundary });
  }
}
const match = buildMatcher(entries);

/** Cue names that are spelled or said letter by letter. */
const SPELLED: readonly (readonly [string, CueKind])[] = [
  ["IMO", "imo"],
  ["MMSI", "mmsi"],
  ["AIS", "mmsi"],
  ["AWB", "awb"],
];

function spelled(cells: readonly Cell[]): Cue[] {
  const cues: Cue[] = [];
  for (let i = 0; i < cells.length; i++) {
    for (const [name, kind] of SPELLED) {
      let fits = true;
      for (let k = 0; fits && k < name.length; k++) {
        const cell = cells[i + k];
        fits = cell?.letter === name[k] && !cell?.softLetter && (k === 0 || (cell?.gap ?? 6) < 6);
      }
      const first = cells[i];
      const last = cells[i + name.length - 1];
      if (fits && first && last) cues.push({ kind, start: first.start, end: last.end });
    }
  }
  return cues;
}

/** A full stop of any script: what stands before it says little about what stands behind. */
const STOP = /[。!?।။។؟]|(?<!\b(?:no|nr|num|tel|nos))\.(?:\s|$)/i;

/** The cue words of one text, and questions about what stands near a number. */
export class Cues {
  private readonly text: string;
  private readonly all: readonly Cue[];
  private readonly kinds: ReadonlySet<CueKind>;

  constructor(text: string, cues: readonly Cue[]) {
    this.text = text;
    this.all = cues;
    this.kinds = new Set(cues.map((cue) => cue.kind));
  }

  /** True when the text has such a cue anywhere. */
  has(kind: CueKind): boolean {
    return this.kinds.has(kind);
  }

  /**
   * The cue of one of `kinds` that ends nearest before `at`, within `reach` units and the same sentence.
   * Of two that end together the longer one counts (job number, not number).
   */
  before(at: number, kinds: readonly CueKind[], reach = 40): Cue | undefined {
    let best: Cue | undefined;
    for (let i = this.lastStartingBefore(at); i >= 0; i--) {
      const cue = this.all[i];
      if (!cue || cue.start < at - reach - LONGEST_CUE) break;
      if (cue.end > at || cue.end < at - reach || !kinds.includes(cue.kind)) continue;
      if (!best || cue.end > best.end || (cue.end === best.end && cue.start < best.start)) best = cue;
    }
    if (!best || STOP.test(this.text.slice(best.start, at))) return undefined;
    return best;
  }

  /** The cue of one of `kinds` that starts first at or after `at`, within `reach` units and the same sentence. */
  after(at: number, kinds: readonly CueKind[], reach = 16): Cue | undefined {
    for (let i = this.lastStartingBefore(at) + 1; i < this.all.length; i++) {
      const cue = this.all[i];
      if (!cue || cue.start > at + reach) return undefined;
      if (kinds.includes(cue.kind)) return STOP.test(this.text.slice(at, cue.start)) ? undefined : cue;
    }
    return undefined;
  }

  private lastStartingBefore(at: number): number {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.start ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

const LONGEST_CUE = 32;

/** Finds the cue words of a text, spelled ones (I-M-O, アイ エム オー) included. */
export function findCues(light: Normalised, cells: readonly Cell[]): Cues {
  const cues: Cue[] = spelled(cells);
  for (const found of match(light.folded)) {
    for (const kind of found.values) cues.push({ kind, start: found.start, end: found.end });
  }
  cues.sort((a, b) => a.start - b.start || b.end - a.end);
  return new Cues(light.text, cues);
}
