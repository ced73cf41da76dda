/** What a word for goods means: for officers who do not know the streets of every language. */
import { fold } from "../language/fold.ts";
import type { Category, Lang, Verdict } from "../triage/verdict.ts";
import type { GoodsRow } from "./goods-table.ts";
import { GOODS_TABLES } from "./tables.ts";

/** By its own name; an everyday word that hides another; or the kind alone, not the substance. */
export type GoodsSense = "named" | "hidden" | "kind";

export interface ExplainedWord {
  word: string;
  code: Category;
  sense: GoodsSense;
}

let senses: Map<string, { row: GoodsRow; langs: readonly Lang[] }[]> | undefined;

function sensesOf(word: string): { row: GoodsRow; langs: readonly Lang[] }[] {
  if (!senses) {
    senses = new Map();
    for (const { langs, rows } of GOODS_TABLES)
      for (const row of rows)
        for (const listed of row.words.split("|")) {
          const plain = fold(listed.trim().replace(/^[=*]|\*$/g, "")).text;
          senses.set(plain, [...(senses.get(plain) ?? []), { row, langs }]);
        }
  }
  const folded = fold(word.trim()).text;
  const exact = senses.get(folded);
  if (exact) return exact;
  // A stem with an ending of its own: the longest listed beginning.
  for (let end = folded.length - 1; end >= 3; end -= 1) {
    const stem = senses.get(folded.slice(0, end));
    if (stem) return stem;
  }
  return [];
}

/** Each word for goods in a verdict once, with what it stands for: `シャブ` → stimulants, by its own name. */
export function explainGoods({ categories, lang }: Pick<Verdict, "categories" | "lang">): ExplainedWord[] {
  const found = new Map<string, ExplainedWord>();
  for (const { code, evidence } of categories)
    for (const word of evidence) {
      const key = `${code} ${fold(word.trim()).text}`;
      if (word.trim() === "" || found.has(key)) continue;
      const rows = sensesOf(word).filter(({ row }) => row.code === code);
      const row = (rows.find(({ langs }) => langs.includes(lang)) ?? rows[0])?.row;
      const sense = row?.generic ? "kind" : row?.support ? "hidden" : "named";
      found.set(key, { word: word.trim(), code, sense });
    }
  return [...found.values()];
}
