import type { RelatedWhy } from "../../functions/domain/related/classify-pair.ts";
import { type DeskWords, put, wordOf } from "./desk.ts";

/** Why two things belong together: a circumstance by its own word, a number by how alike it is and what it is. */
export function whyRelated(code: RelatedWhy, t: DeskWords): string {
  const circumstance = (t.related.why as Readonly<Record<string, string>>)[code];
  if (circumstance) return circumstance;
  const [how = "", template = ""] =
    Object.entries(t.related.meets).find(([meeting]) => code.startsWith(`${meeting}_`)) ?? [];
  if (template === "") return wordOf({}, code);
  const type = code.slice(how.length + 1);
  return put(template, { what: wordOf({ ...t.identifiers, vessel_name: t.related.vesselName }, type) });
}
