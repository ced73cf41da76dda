/** Which smuggled goods a text speaks of, and the words that say so. */
import { type Folded, fold } from "../language/fold.ts";
import { type Entry, type Hit, Lexicon } from "../language/lexicon.ts";
import type { Category, CategoryFinding, Lang } from "../triage/verdict.ts";
import type { GoodsRow } from "./goods-table.ts";
import { EN } from "./lexicon/en.ts";
import { JA } from "./lexicon/ja.ts";

function* entries(): Generator<Entry<GoodsRow>> {
  for (const { langs, rows } of [JA, EN])
    for (const row of rows)
      for (const word of row.words.split("|"))
        yield { word: word.trim(), langs: row.anywhere ? null : langs, payload: row };
}

const LEXICON = new Lexicon(entries());

/** Of words that overlap, the longest counts: "ice cream" is not "ice". */
function longest(hits: readonly Hit<GoodsRow>[]): Hit<GoodsRow>[] {
  const kept: Hit<GoodsRow>[] = [];
  for (const hit of [...hits].sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (kept.every(({ start, end }) => hit.end <= start || hit.start >= end)) kept.push(hit);
  return kept.sort((a, b) => a.start - b.start);
}

/**
 * Goods found in `text`, one entry a category with its words and their spans in the text.
 * @param folded the same text already folded, to save folding it twice
 */
export function findGoods(text: string, lang: Lang, folded: Folded = fold(text)): CategoryFinding[] {
  const hits = longest(LEXICON.find(folded, lang, text));
  const certain = hits.some(({ payload }) => !payload.homonym && payload.code !== "none");
  const found = new Map<Category, CategoryFinding & { spans: [number, number][] }>();
  for (const { payload, start, end } of hits) {
    if (payload.code === "none" || (payload.homonym && !certain)) continue;
    const span: [number, number] = [folded.map[start] ?? 0, folded.map[end] ?? text.length];
    const finding = found.get(payload.code) ?? { code: payload.code, evidence: [], spans: [] };
    const evidence = text.slice(...span).trim();
    if (!finding.evidence.includes(evidence)) finding.evidence.push(evidence);
    finding.spans.push(span);
    found.set(payload.code, finding);
  }
  return [...found.values()];
}
