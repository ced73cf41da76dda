import { mayAtDesk } from "../../domain/access/permits.ts";
import { writeCsv } from "../../domain/text/write-csv.ts";
import { requireStepUp } from "../access/require-step-up.ts";
import { NotFound } from "../errors.ts";
import type { DeskContext } from "../staff-context.ts";
import { listEvents } from "../tips/list-events.ts";

const most = 50_000;
const page = 1_000;

const head = [
  "seq",
  "at",
  "actor_kind",
  "actor_id",
  "actor",
  "action",
  "tip_id",
  "case_id",
  "subject_id",
  "subject",
  "details",
];

export type EventFilters = Omit<Parameters<typeof listEvents>[1], "cursor" | "limit">;

/**
 * The filtered event log as CSV without a word that anyone wrote, the newest 50,000. That it was taken out is the
 * newest event. @throws `NotFound` for anyone but an auditor, `StepUpNeeded`, `BadInput`
 */
export async function exportEvents(
  ctx: DeskContext,
  filters: EventFilters,
): Promise<{ csv: string; count: number; cut: boolean }> {
  if (!mayAtDesk(ctx.officer, "events")) throw new NotFound();
  requireStepUp(ctx);
  const rows: (string | number | null)[][] = [];
  let cursor: string | null = null;
  do {
    const given = { ...filters, limit: page, ...(cursor ? { cursor } : {}) };
    const { events, nextCursor } = await listEvents(ctx, given);
    for (const event of events)
      rows.push([
        event.seq,
        event.at.toISOString(),
        event.actorKind,
        event.actorId,
        event.actorName,
        event.action,
        event.tipId,
        event.caseId,
        event.subjectId,
        event.subjectName,
        JSON.stringify(event.details),
      ]);
    cursor = nextCursor;
  } while (cursor !== null && rows.length < most);
  await ctx.desk.record({
    at: ctx.clock(),
    actorId: ctx.officer.id,
    action: "log.exported",
    details: { rows: rows.length },
  });
  return { csv: writeCsv(head, rows), count: rows.length, cut: cursor !== null };
}
