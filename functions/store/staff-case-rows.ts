/** Cases, and what they hold, as the desk reads them. */
import { sql } from "kysely";
import type { Region } from "../domain/triage/verdict.ts";
import type { CaseNoteRow, CaseRow, TaskRow } from "../service/case-work/ports.ts";
import { hasRegion, isAtWork, movedTo } from "./staff-case-moves.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

export async function findCase(
  db: StaffDb,
  name: { id: string } | { reference: string },
): Promise<CaseRow | undefined> {
  const row = await db
    .selectFrom("cases")
    .leftJoin("auth.user as owner", "owner.id", "cases.owner_id")
    .select(["cases.id", "reference", "opened_at", "closed_at", "outcome", "unit"])
    .select(["cases.region", "owner_id", "owner.name as owner_name", "version"])
    .select(tipRegions.as("tip_regions"))
    .$if("id" in name, (rows) => rows.where("cases.id", "=", "id" in name ? name.id : ""))
    .$if("reference" in name, (rows) =>
      rows.where("reference", "=", "reference" in name ? name.reference : ""),
    )
    .executeTakeFirst();
  if (!row) return undefined;
  const moved = await movedTo(db, row.id);
  return {
    id: row.id,
    reference: row.reference,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    outcome: row.outcome,
    unit: row.unit,
    region: row.region,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? "" },
    version: row.version,
    tipRegions: moved?.flatMap(({ regions }) => regions) ?? row.tip_regions,
    state: moved ? "emptied" : row.closed_at === null ? "open" : "closed",
    movedTo: moved ?? [],
  };
}

const tipRegions = sql<CaseRow["tipRegions"]>`array(
  select distinct t.region from tips t where t.case_id = cases.id)`;

/** Notes of the case and of these of its tips, the oldest first. */
export async function caseNotes(
  db: StaffDb,
  caseId: string,
  tipIds: readonly string[],
): Promise<CaseNoteRow[]> {
  const columns = ["note.id", "note.author_id", "author.name", "note.visible", "note.region"] as const;
  const own = db
    .selectFrom("case_notes as note")
    .innerJoin("auth.user as author", "author.id", "note.author_id")
    .select(columns)
    .select(["note.sealed", "note.at", "note.struck_at"])
    .select(sql<string | null>`null::uuid`.as("tip_id"))
    .where("note.case_id", "=", caseId);
  const ofTips = db
    .selectFrom("tip_notes as note")
    .innerJoin("auth.user as author", "author.id", "note.author_id")
    .select(columns)
    .select(["note.sealed", "note.at", "note.struck_at"])
    .select(sql<string | null>`note.tip_id`.as("tip_id"))
    .where(sql<boolean>`note.tip_id = any(${tipIds}::uuid[])`);
  const rows = await own.unionAll(ofTips).orderBy("at").orderBy("id").execute();
  return rows.map(({ tip_id, author_id, name, struck_at, ...note }) => ({
    ...note,
    tipId: tip_id,
    authorId: author_id,
    authorName: name,
    struckAt: struck_at,
  }));
}

function taskRows(db: StaffDb) {
  return db
    .selectFrom("case_tasks as task")
    .innerJoin("cases", "cases.id", "task.case_id")
    .innerJoin("auth.user as maker", "maker.id", "task.made_by")
    .leftJoin("auth.user as officer", "officer.id", "task.officer_id")
    .leftJoin("auth.user as doer", "doer.id", "task.done_by")
    .select(["task.id", "task.case_id", "cases.reference", "task.sealed", "task.officer_id", "task.unit"])
    .select([
      "task.due_at",
      "task.made_by",
      "task.made_at",
      "task.done_at",
      "task.withdrawn_at",
      "task.version",
    ])
    .select(["maker.name as maker_name", "officer.name as officer_name", "doer.name as doer_name"]);
}

type Selected = Awaited<ReturnType<ReturnType<typeof taskRows>["execute"]>>[number];

function toTaskRow(row: Selected): TaskRow {
  return {
    id: row.id,
    caseId: row.case_id,
    caseReference: row.reference,
    sealed: row.sealed,
    officer: row.officer_id === null ? null : { id: row.officer_id, name: row.officer_name ?? "" },
    unit: row.unit,
    dueAt: row.due_at,
    madeBy: { id: row.made_by, name: row.maker_name },
    madeAt: row.made_at,
    done: row.done_at === null ? null : { by: row.doer_name ?? "", at: row.done_at },
    withdrawnAt: row.withdrawn_at,
    version: row.version,
  };
}

/** What is still to be done first, the soonest on top. */
export async function caseTasks(db: StaffDb, caseId: string): Promise<TaskRow[]> {
  const rows = await taskRows(db)
    .where("task.case_id", "=", caseId)
    .orderBy(sql`(task.done_at is not null or task.withdrawn_at is not null)`)
    .orderBy("task.due_at")
    .orderBy("task.id")
    .execute();
  return rows.map(toTaskRow);
}

/**
 * Undone tasks of cases that are open, or were emptied into one that is, and of a region's, the soonest first: those of
 * one officer by name, or with null those that are nobody's own.
 */
export async function waitingTasks(
  db: StaffDb,
  { officerId, region, limit }: { officerId: string | null; region: Region | "every"; limit: number },
): Promise<TaskRow[]> {
  const rows = await taskRows(db)
    .where("task.done_at", "is", null)
    .where("task.withdrawn_at", "is", null)
    .where(isAtWork)
    .where("task.officer_id", officerId === null ? "is" : "=", officerId)
    .$if(region !== "every", (tasks) => tasks.where(hasRegion(region as Region)))
    .orderBy("task.due_at")
    .orderBy("task.id")
    .limit(limit)
    .execute();
  return rows.map(toTaskRow);
}
