/** Turns what the verbs on cases and tasks answer into what pages and the JSON interface show. */
import type { CaseDetail } from "../domain/cases/case-page.ts";
import type { ShownTask, TaskScope, TasksView } from "../domain/cases/task.ts";
import type { Officer } from "../service/actor.ts";
import { listTasks } from "../service/case-work/list-tasks.ts";
import type { OpenedTask } from "../service/case-work/open-task.ts";
import { type OpenedCase, readCase } from "../service/case-work/read-case.ts";
import type { DeskContext } from "../service/staff-context.ts";
import { withQuery } from "./queue-view.ts";
import { queueRow, shownEvent } from "./views.ts";

/** What a form that was answered in place leaves beside its case. */
export type CaseRefusal = Pick<CaseDetail, "draft"> & { seen: number | null };

/** The case as its page shows it. That it was read is on record. `path` is the page's own, with its query. */
export async function openCase(
  ctx: DeskContext,
  caseId: string,
  path: string,
  refusal: CaseRefusal | null = null,
): Promise<CaseDetail> {
  const { searchParams } = new URL(path, "http://desk.invalid");
  const given = {
    caseId,
    part: (searchParams.get("part") ?? "all") as "all",
    before: searchParams.get("before") ? Number(searchParams.get("before")) : null,
  };
  const opened = await readCase(ctx, given);
  const detail = caseDetail(opened, ctx.officer);
  const base = `/staff/cases/${opened.row.reference}/${new URL(path, "http://desk.invalid").search}`;
  return {
    ...detail,
    earlierHref: withQuery(base, { before: opened.earlier === null ? null : String(opened.earlier) }),
    latestHref: given.before === null ? null : withQuery(base, { before: "" }),
    draft: refusal?.draft ?? null,
    changed:
      refusal?.seen == null
        ? []
        : detail.timeline.filter(({ seq, action }) => seq > (refusal.seen ?? 0) && !/[._]read$/.test(action)),
  };
}

export function caseDetail(opened: OpenedCase, officer: Officer): CaseDetail {
  const { row } = opened;
  return {
    id: row.id,
    reference: row.reference,
    openedAt: row.openedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    outcome: row.outcome,
    unit: row.unit,
    region: row.region,
    owner: row.owner,
    version: row.version,
    tipsVersion: opened.tipsVersion,
    tips: opened.tips.map((tip) => queueRow(tip, officer)),
    elsewhere: opened.elsewhere,
    emptied: row.state === "emptied",
    movedTo: opened.movedTo,
    merged: opened.merged,
    left: opened.leftIds,
    notes: opened.notes.map(({ at, struckAt, ...note }) => ({
      ...note,
      at: at.toISOString(),
      struckAt: struckAt?.toISOString() ?? null,
    })),
    tasks: opened.tasks.map(shownTask),
    proposals: opened.proposals.map(({ code, at }) => ({ code, at: at.toISOString() })),
    timeline: opened.timeline.map(shownEvent),
    part: opened.part,
    earlierHref: null,
    latestHref: null,
    actions: opened.actions,
    undoable: opened.undoable,
    officers: opened.officers.map(({ id, name, role, region }) => ({ id, name, role, region })),
    draft: null,
    changed: [],
  };
}

export function shownTask(task: OpenedTask): ShownTask {
  return {
    id: task.id,
    caseId: task.caseId,
    case: task.caseReference,
    text: task.text,
    officer: task.officer,
    unit: task.unit,
    dueAt: task.dueAt.toISOString(),
    overdue: task.overdue,
    madeBy: task.madeBy.name,
    madeAt: task.madeAt.toISOString(),
    done: task.done && { by: task.done.by, at: task.done.at.toISOString() },
    withdrawnAt: task.withdrawnAt?.toISOString() ?? null,
    version: task.version,
  };
}

export async function tasksView(ctx: DeskContext, scope: TaskScope): Promise<TasksView> {
  const found = await listTasks(ctx);
  return {
    kind: "tasks",
    scope,
    region: ctx.officer.region,
    tasks: found[scope].map(shownTask),
    counts: { mine: found.mine.length, region: found.region.length },
  };
}
