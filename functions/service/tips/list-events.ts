import { z } from "zod";
import { mayAtDesk, mayOnTip } from "../../domain/access/permits.ts";
import { closedEvents, type OpenedEvent, openEvents } from "../cases/open-events.ts";
import { parseId, parseInput } from "../cases/parse-input.ts";
import { NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";

const day = z.iso.date().nullish();
/** An id or a reference; the database takes no other letters. */
const named = z
  .string()
  .regex(/^[\w-]{0,100}$/)
  .nullish();
const Input = z.object({
  tip: z.string().nullish(),
  actor: named,
  /** Done by this officer, or about them. */
  person: named,
  case: named,
  /** Days in Tokyo, both included. */
  from: day,
  to: day,
  action: z
    .string()
    .regex(/^[a-z_.]{1,60}$/)
    .nullish(),
  cursor: z.coerce.number().int().positive().nullish(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});

/**
 * The event log, newest first; narrowed by days, by when things happened. An auditor sees all of it without a word; whoever may read a tip sees that tip's events
 * with the officers' reasons. @throws `NotFound` for anyone else, `BadInput`
 */
export async function listEvents(
  ctx: DeskContext,
  given: z.input<typeof Input>,
): Promise<{ events: OpenedEvent[]; nextCursor: string | null }> {
  const input = parseInput(Input, given);
  const tipId = input.tip ? parseId(input.tip) : null;
  const auditor = mayAtDesk(ctx.officer, "events");
  if (!auditor) {
    const tip = tipId === null ? undefined : await ctx.desk.row(tipId);
    if (!tip || !mayOnTip(ctx.officer, "read", tip)) throw new NotFound();
  }
  const rows = await ctx.desk.events({
    tipId,
    actorId: input.actor || null,
    action: input.action || null,
    personId: input.person || null,
    caseId: input.case ? await caseIdOf(ctx, input.case) : null,
    from: input.from ? startOfDay(input.from) : null,
    until: input.to ? new Date(startOfDay(input.to).getTime() + dayMs) : null,
    before: input.cursor ?? null,
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  return {
    events: auditor ? closedEvents(page) : await openEvents(ctx, page),
    nextCursor: rows.length > input.limit ? String(page.at(-1)?.seq ?? "") : null,
  };
}

const dayMs = 24 * 60 * 60 * 1000;

function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+09:00`);
}

/** By reference, as people write it, or by id. @throws `NotFound` */
async function caseIdOf(ctx: DeskContext, given: string): Promise<string> {
  if (!/^sk-/i.test(given.trim())) return parseId(given.trim());
  const id = await ctx.eventLog.caseIdOf(given.trim().toUpperCase());
  if (!id) throw new NotFound();
  return id;
}
