import { z } from "zod";
import { type CaseAction, caseActionsFor, mayOnCase } from "../../domain/access/case-permits.ts";
import { mayOnTip } from "../../domain/access/permits.ts";
import { type UndoableCaseAction, undoableCaseChange } from "../../domain/cases/case-undo.ts";
import { mayReadNote } from "../../domain/cases/note.ts";
import { proposeDue } from "../../domain/cases/task.ts";
import { TimelinePart, timelineParts } from "../../domain/cases/timeline.ts";
import type { Officer } from "../actor.ts";
import { openWords } from "../cases/officer-words.ts";
import { closedEvents, type OpenedEvent } from "../cases/open-events.ts";
import type { OpenedNote } from "../cases/open-notes.ts";
import { parseInput } from "../cases/parse-input.ts";
import type { TipRow } from "../cases/ports.ts";
import type { DeskContext } from "../staff-context.ts";
import { loadCase, situationOf } from "./load-case.ts";
import { type OpenedTask, openTask } from "./open-task.ts";
import type { CaseRow, MergedCase } from "./ports.ts";

const Input = z.object({
  caseId: z.string(),
  part: TimelinePart.default("all"),
  before: z.coerce.number().int().positive().nullish(),
});

export interface OpenedCase {
  row: CaseRow;
  /** Of an emptied case: the references of the cases its tips are in now that the officer may read. */
  movedTo: string[];
  /** Emptied cases whose tips came into this one. */
  merged: MergedCase[];
  /** Tips that were in it, of those the officer may read. */
  leftIds: string[];
  tips: TipRow[];
  elsewhere: number;
  tipsVersion: number;
  notes: (OpenedNote & { tipId: string | null })[];
  tasks: OpenedTask[];
  proposals: ReturnType<typeof proposeDue>;
  timeline: OpenedEvent[];
  part: TimelinePart;
  /** The timeline goes on below this number, or null. */
  earlier: number | null;
  actions: CaseAction[];
  undoable: UndoableCaseAction | null;
  officers: Officer[];
}

const page = 100;

/** Grows with every change to any of them. */
export function versionsOf(tips: readonly TipRow[]): number {
  return tips.reduce((sum, { version }) => sum + version, 0);
}

/**
 * Opens a case for an officer: its tips that they may read, its tasks, the notes that are for them, and what happened,
 * without a word of anybody's. That they read it is committed first.
 * @throws `NotFound`, `BadInput`
 */
export async function readCase(ctx: DeskContext, given: z.input<typeof Input>): Promise<OpenedCase> {
  const { caseId, part, before } = parseInput(Input, given);
  const row = await loadCase(ctx, { caseId }, "read");
  const { officer } = ctx;
  if (!before)
    await ctx.desk.record({
      at: ctx.clock(),
      actorId: officer.id,
      action: "case.read",
      caseId: row.id,
      details: {},
    });
  const all = await ctx.desk.caseTips(row.id);
  const tips = all.filter((tip) => mayOnTip(officer, "read", tip));
  const tipIds = tips.map(({ id }) => id);
  const leftIds = await readable(ctx, await ctx.cases.leftTips(row.id));
  const [events, own, notes, tasks, officers, merged] = await Promise.all([
    ctx.cases.timeline({
      caseId: row.id,
      tipIds,
      leftIds,
      filter: timelineParts[part],
      before: before ?? null,
      limit: page + 1,
    }),
    ctx.cases.lastChange(row.id),
    ctx.cases.notes(row.id, tipIds),
    ctx.cases.tasks(row.id),
    ctx.desk.officers(),
    ctx.cases.merged(row.id),
  ]);
  const situation = situationOf(row);
  const undoable = undoableCaseChange(own, officer.id)?.action ?? null;
  const shown = events.slice(0, page);
  return {
    row,
    movedTo: row.movedTo.filter((to) => mayOnCase(officer, "read", to)).map(({ reference }) => reference),
    merged,
    leftIds,
    tips,
    elsewhere: all.length - tips.length,
    tipsVersion: versionsOf(all),
    notes: await Promise.all(
      notes
        .filter((note) => mayReadNote(officer, note))
        .map(async ({ id, tipId, authorId, authorName, visible, at, struckAt, sealed }) => ({
          id,
          tipId,
          author: authorName,
          mine: authorId === officer.id,
          visible,
          at,
          struckAt,
          text: await openWords(ctx.opener, sealed),
        })),
    ),
    tasks: await Promise.all(tasks.map((task) => openTask(ctx, task))),
    proposals: proposeDue(
      ctx.clock(),
      tips.map(({ dueAt }) => dueAt),
    ),
    timeline: closedEvents(shown),
    part,
    earlier: events.length > page ? (shown.at(-1)?.seq ?? null) : null,
    actions: caseActionsFor(officer, situation).filter((action) => action !== "undo" || undoable !== null),
    undoable,
    officers: officers.filter((each) => mayOnCase(each, "add-task", situation)),
  };
}

/** Those of the tips that the officer may read now, wherever they are. */
async function readable(ctx: DeskContext, tipIds: readonly string[]): Promise<string[]> {
  const rows = await Promise.all(tipIds.map((id) => ctx.desk.row(id)));
  return rows.flatMap((tip) => (tip && mayOnTip(ctx.officer, "read", tip) ? tip.id : []));
}
