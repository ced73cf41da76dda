import { z } from "zod";
import { readableScope } from "../../domain/access/permits.ts";
import { mostViews, SavedView, viewQuery } from "../../domain/cases/saved-view.ts";
import { uuid7 } from "../../domain/ids/uuid7.ts";
import { NotAllowed, NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { sealWords } from "./officer-words.ts";
import { parseInput } from "./parse-input.ts";

const Input = SavedView.extend({ shared: z.boolean() });

/**
 * Keeps a view of the queue, for the officer or for everyone of their region. What is looked for may be a person's
 * words, so name and filters are sealed. @throws `NotFound` for a role without a queue, `BadInput`, `NotAllowed`
 */
export async function saveView(ctx: DeskContext, given: z.input<typeof Input>): Promise<{ id: string }> {
  if (!readableScope(ctx.officer)) throw new NotFound();
  const { name, query, shared } = parseInput(Input, given);
  const kept = await ctx.desk.views(ctx.officer.id, ctx.officer.region);
  if (kept.filter(({ team }) => (team !== null) === shared).length >= mostViews)
    throw new NotAllowed("too_many_views");
  const at = ctx.clock();
  const id = uuid7(at, ctx.random(10));
  const sealed = await sealWords(ctx.sealer, JSON.stringify({ name, query: viewQuery(query) }));
  const { id: officerId, region } = ctx.officer;
  // One's own views are nobody else's business; a team's are.
  const event = shared
    ? { at, actorId: officerId, action: "view.saved", subjectId: id, details: { team: region } }
    : null;
  await ctx.desk.addView({ id, officerId, team: shared ? region : null, sealed, at }, event);
  return { id };
}
