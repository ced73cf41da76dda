/** Which circumstances a text speaks of: how goods are hidden, how the teller knows, what is only asked. */
import type { Folded } from "../../language/fold.ts";
import { type Entry, type Hit, Lexicon } from "../../language/lexicon.ts";
import type { Lang } from "../verdict.ts";
import type { CueKind } from "./cue-table.ts";
import { CUE_TABLES } from "./tables.ts";

/** A stretch of the folded text, end exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

type Payload = CueKind | "deniesNext" | "deniesLast";

function* entries(): Generator<Entry<Payload>> {
  for (const { langs, cues, denial } of CUE_TABLES) {
    const lists: [Payload, string][] = [
      ...(Object.entries(cues) as [CueKind, string][]),
      ["deniesNext", denial?.before ?? ""],
      ["deniesLast", denial?.after ?? ""],
    ];
    for (const [payload, list] of lists)
      for (const word of list.split("|")) yield { word: word.trim(), langs, payload };
  }
}

let lexicon: Lexicon<Payload> | undefined;

/** Builds the word lists' matcher now instead of at the first tip. */
export function warmCues(): void {
  lexicon ??= new Lexicon(entries());
}

/** What was found, by kind; overlapping words of one kind count once. */
export class Cues {
  private readonly byKind = new Map<Payload, Stretch[]>();

  constructor(hits: readonly Hit<Payload>[]) {
    for (const { payload, start, end } of hits) {
      const list = this.byKind.get(payload);
      const last = list?.at(-1);
      if (!list || !last) this.byKind.set(payload, [{ start, end }]);
      else if (start < last.end) last.end = Math.max(last.end, end);
      else list.push({ start, end });
    }
  }

  all(kind: Payload): readonly Stretch[] {
    return this.byKind.get(kind) ?? [];
  }

  has(kind: CueKind): boolean {
    return this.byKind.has(kind);
  }

  /** How often, but never more than `most`: saying it ten times makes it no truer. */
  count(kind: CueKind, most = 3): number {
    return Math.min(most, this.all(kind).length);
  }
}

/** Finds the circumstances of a folded text in the words of its language. */
export function findCues(folded: Folded, lang: Lang, original: string): Cues {
  warmCues();
  return new Cues(lexicon?.find(folded, lang, original) ?? []);
}
