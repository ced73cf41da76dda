import {
  findHits,
  type LinePiece,
  lineAround,
  type SearchedWords,
  type Sought,
} from "../../domain/cases/find-hits.ts";
import type { DeskContext } from "../staff-context.ts";
import type { TipRow } from "./ports.ts";
import { openTexts } from "./search.ts";

/** Whoever sees more of a tip in so short a time has it on record once. */
const near = 10 * 60_000;

/**
 * For each found tip the line of its words around the first hit; one found by a reference has none. A line is read like
 * the tip that it is of: each is on record before any is answered, once in ten minutes and not again for a tip just read.
 * `texts` are those that the search opened; what is missing there is opened now.
 */
export async function showLines(
  ctx: DeskContext,
  sought: Sought,
  found: readonly TipRow[],
  texts: ReadonlyMap<string, SearchedWords[]>,
): Promise<Map<string, LinePiece[]>> {
  if (sought.runs.length === 0 && sought.values.length === 0) return new Map();
  const unopened = found.flatMap(({ id }) => (texts.get(id)?.length ? [] : [id]));
  const all = new Map([...texts, ...(await openTexts(ctx, unopened))]);
  const lines = new Map<string, LinePiece[]>();
  for (const { id } of found)
    for (const words of all.get(id) ?? []) {
      const line = lineAround(words.text, findHits(words, sought, ctx.foldForSearch));
      if (!line) continue;
      lines.set(id, line);
      break;
    }
  const at = ctx.clock();
  await ctx.desk.recordLines(
    found
      .filter(({ id }) => lines.has(id))
      .map(({ id, caseId }) => ({
        at,
        actorId: ctx.officer.id,
        action: "tip.line_read",
        tipId: id,
        caseId,
        details: {},
      })),
    new Date(at.getTime() - near),
  );
  return lines;
}
