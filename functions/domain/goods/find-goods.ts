/** Which smuggled goods a text speaks of, and the words that say so. */
import type { Folded } from "../language/fold.ts";
import { type Entry, type Hit, Lexicon } from "../language/lexicon.ts";
import { parted } from "../text/sentence.ts";
import type { CueKind } from "../triage/cues/cue-table.ts";
import type { Cues, Stretch } from "../triage/cues/find-cues.ts";
import type { Category, CategoryFinding, Lang, Span } from "../triage/verdict.ts";
import type { GoodsRow } from "./goods-table.ts";
import { GOODS_TABLES } from "./tables.ts";

function* entries(): Generator<Entry<GoodsRow>> {
  for (const { langs, rows } of GOODS_TABLES)
    for (const row of rows)
      for (const word of row.words.split("|"))
        yield { word: word.trim(), langs: row.anywhere ? null : langs, payload: row };
}

let lexicon: Lexicon<GoodsRow> | undefined;

/** Builds the word lists' matcher now instead of at the first tip. */
export function warmGoods(): void {
  lexicon ??= new Lexicon(entries());
}

const DRUGS: ReadonlySet<Category> = new Set([
  "stimulants",
  "cannabis",
  "cocaine",
  "opioids",
  "mdma",
  "other_drugs",
]);
const ARMS: ReadonlySet<Category> = new Set(["firearms", "ammunition", "explosives"]);

export const isDrug = (code: Category): boolean => DRUGS.has(code);
export const isArm = (code: Category): boolean => ARMS.has(code);
/** Nobody may bring these in at all; of the others a report must say what is wrong with them. */
export const isForbidden = (code: Category): boolean => DRUGS.has(code) || ARMS.has(code);

/** Words that show that something is not in order, so that "ice" may be more than ice. */
const SIGNS: readonly CueKind[] = [
  "smuggle",
  "conceal",
  "sea",
  "recruit",
  "secrecy",
  "sell",
  "swallowed",
  "threat",
];
/** Words of people who ask about goods of their own. */
const INNOCENT: readonly CueKind[] = ["permit", "held"];
const MOVED: readonly CueKind[] = ["carry", "consign"];
const ASKED: readonly CueKind[] = [
  "asking",
  "permit",
  "own",
  "held",
  "fraud",
  "news",
  "opinion",
  "job",
  "advert",
];

const isRunOn = (text: string, index: number): boolean => text.charCodeAt(index) >= 0xe00;

/** Of words that overlap, the longest counts: "ice cream" is not "ice". */
function longest(hits: readonly Hit<GoodsRow>[]): Hit<GoodsRow>[] {
  const sorted = [...hits].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Hit<GoodsRow>[] = [];
  for (const hit of sorted) {
    const last = kept.at(-1);
    if (!last || hit.start >= last.end) kept.push(hit);
    else if (hit.end - hit.start > last.end - last.start) kept[kept.length - 1] = hit;
  }
  return kept;
}

/** "Not tea but heroin": what follows is meant. In folded letters. */
const BUT = /\b(?:but|pero|sino|mas|kundi|tapi|tetapi|melainkan|ma la)\b|而是|แต่/u;

/** "Not drugs", "it was no gun", 「銃ではなく」: a word of denial close by in the same sentence. */
function isDenied(text: string, { start, end }: Stretch, cues: Cues): boolean {
  const runOn = isRunOn(text, start);
  const tied = text.charAt(end) === "の";
  // "Is it not heroin, I wonder" is a suspicion.
  const wondered = (word: Stretch): boolean =>
    cues.all("unsure").some((doubt) => doubt.start <= word.start && doubt.end >= word.end);
  const before = runOn ? 6 : 14;
  const after = runOn ? (tied ? 6 : 2) : 6;
  return (
    cues
      .all("deniesNext")
      .some(
        (word) =>
          word.end <= start &&
          start - word.end <= before &&
          !parted(text, word.end, start) &&
          !BUT.test(text.slice(word.end, start)),
      ) ||
    cues
      .all("deniesLast")
      .some(
        (word) =>
          word.start >= end && word.start - end <= after && !parted(text, end, word.start) && !wondered(word),
      )
  );
}

/** What else is known of the text. */
export interface GoodsContext {
  folded: Folded;
  cues: Cues;
  /** How many other things point at a consignment (a waybill, a foreign country beside a word for sending). */
  traces: number;
  /** Where identifiers stand: a letter spelled out is no goods. */
  codes: readonly Span[];
}

/** The goods the report speaks of, and whether any of them is called by its own name. */
export interface GoodsFinding {
  categories: CategoryFinding[];
  certain: boolean;
}

/**
 * Goods found in a text, one entry a category with its words and their spans in `text`.
 * Everyday words with a hidden sense count only where something else in the text is out of order; "drugs" gives way to
 * the substance where that is named.
 */
export function findGoods(
  text: string,
  lang: Lang,
  { folded, cues, traces, codes }: GoodsContext,
): GoodsFinding {
  warmGoods();
  const spanOf = ({ start, end }: Stretch): Span => [folded.map[start] ?? 0, folded.map[end] ?? text.length];
  const hits = longest(lexicon?.find(folded, lang, text) ?? []).filter(
    (hit) =>
      hit.payload.code !== "none" &&
      !isDenied(folded.text, hit, cues) &&
      !codes.some(([start, end]) => spanOf(hit)[0] < end && spanOf(hit)[1] > start),
  );
  const named = hits.some(({ payload }) => !payload.support && isForbidden(payload.code as Category));
  const count = (kinds: readonly CueKind[]): number => kinds.filter((kind) => cues.has(kind)).length;
  const signs = count(SIGNS) - count(INNOCENT) + (named ? 2 : 0) + traces;
  // Cigarettes off a boat, told to Customs by someone who asks nothing, are told for a reason.
  const told = !named && count(MOVED) > 0 && count(ASKED) === 0 ? 1 : 0;
  const supported = hits.filter(
    ({ payload }) => (payload.support ?? 0) <= signs + (isForbidden(payload.code as Category) ? 0 : told),
  );
  const substance = supported.some(
    ({ payload }) => !payload.generic && isDrug(payload.code as Category) && !payload.support,
  );
  const specific = supported.some(({ payload }) => !payload.generic);
  const plain = supported.some(({ payload }) => !payload.support && payload.code !== "other_goods");
  const found = new Map<Category, CategoryFinding & { spans: Span[] }>();
  for (const { payload, start, end } of supported) {
    if (payload.code === "none") continue;
    if (payload.generic && (isDrug(payload.code) ? substance : specific)) continue;
    // Fruit, parts and frozen fish are what the goods are hidden in.
    if (payload.support && payload.code === "other_goods" && plain) continue;
    const span = spanOf({ start, end });
    const finding = found.get(payload.code) ?? { code: payload.code, evidence: [], spans: [] };
    const evidence = text.slice(...span).trim();
    if (!finding.evidence.includes(evidence)) finding.evidence.push(evidence);
    finding.spans.push(span);
    found.set(payload.code, finding);
  }
  return { categories: [...found.values()], certain: named };
}
