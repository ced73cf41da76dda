import { readableScope } from "../../domain/access/permits.ts";
import type { Officer } from "../actor.ts";
import type { DeskContext } from "../staff-context.ts";

/** The officers who may have tips that this one may read, by name; none for a role that reads none. */
export async function listOwners(ctx: DeskContext): Promise<Officer[]> {
  const mine = readableScope(ctx.officer);
  if (!mine) return [];
  const officers = await ctx.desk.officers();
  return officers.filter((officer) => {
    const theirs = readableScope(officer);
    return (
      theirs !== null && (mine.region === theirs.region || [mine.region, theirs.region].includes("every"))
    );
  });
}
