/** Cases in the database: every change with its event in one transaction. */
import { type Kysely, sql } from "kysely";
import { caseChanges } from "../domain/cases/case-undo.ts";
import type { CaseChange, CaseStore } from "../service/case-work/ports.ts";
import { beginWork } from "./begin-work.ts";
import type { Database } from "./schema.ts";
import { leftTips, mergedCases } from "./staff-case-moves.ts";
import { caseNotes, caseTasks, findCase, waitingTasks } from "./staff-case-rows.ts";
import { eventRows, toEventRow, writeStaffEvent } from "./staff-events.ts";
import type { StaffTables } from "./staff-schema.ts";
import { setTip, type Trx } from "./staff-tip-changes.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

export function createCaseStore(database: Kysely<Database>): CaseStore {
  const db: StaffDb = database.withTables<StaffTables>();
  return {
    find: (name) => findCase(db, name),
    leftTips: (caseId) => leftTips(db, caseId),
    merged: (caseId) => mergedCases(db, caseId),
    notes: (caseId, tipIds) => caseNotes(db, caseId, tipIds),
    tasks: (caseId) => caseTasks(db, caseId),
    waitingTasks: (query) => waitingTasks(db, query),
    change: (change) => db.transaction().execute((trx) => changeCase(trx, change)),
    settle: (change) => db.transaction().execute((trx) => settle(trx, change)),

    async lastChange(caseId) {
      const rows = await eventRows(db)
        .where("events.case_id", "=", caseId)
        .where("events.tip_id", "is", null)
        .where("events.action", "in", caseChanges)
        .limit(1)
        .execute();
      return rows.map(toEventRow);
    },

    async timeline({ caseId, tipIds, leftIds, filter, before, limit }) {
      const conditions = [
        // Two indexes rather than a walk along the whole log.
        sql<boolean>`events.seq in (
          select seq from events e where e.case_id = ${caseId}
            and (e.tip_id is null or e.tip_id = any(${[...tipIds, ...leftIds]}::uuid[]))
          union select seq from events e where e.tip_id = any(${tipIds}::uuid[]))`,
        ...(filter.only ? [sql<boolean>`events.action = any(${filter.only})`] : []),
        ...(filter.by ? [sql<boolean>`events.actor_kind = any(${filter.by})`] : []),
        ...(filter.not.length > 0 ? [sql<boolean>`events.action <> all(${filter.not})`] : []),
        ...(before === null ? [] : [sql<boolean>`events.seq < ${before}`]),
      ];
      const rows = await eventRows(db)
        .where((eb) => eb.and(conditions))
        .limit(limit)
        .execute();
      return rows.map(toEventRow);
    },

    addNote: (note, event) =>
      db.transaction().execute(async (trx) => {
        const { id, caseId, authorId, visible, region, sealed, at } = note;
        await trx
          .insertInto("case_notes")
          .values({ id, case_id: caseId, author_id: authorId, visible, region, sealed, at })
          .execute();
        await writeStaffEvent(trx, event);
      }),

    strikeNote: (note, event) =>
      db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable("case_notes")
          .set({ struck_at: note.at })
          .where("id", "=", note.id)
          .where("case_id", "=", note.caseId)
          .where("author_id", "=", note.authorId)
          .where("struck_at", "is", null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await writeStaffEvent(trx, event);
        return true;
      }),

    addTask: (task, event, begins) =>
      db.transaction().execute(async (trx) => {
        await trx
          .insertInto("case_tasks")
          .values({
            id: task.id,
            case_id: task.caseId,
            sealed: task.sealed,
            officer_id: task.officerId,
            unit: task.unit,
            due_at: task.dueAt,
            made_by: task.madeBy,
            made_at: task.madeAt,
          })
          .execute();
        await beginWork(trx, task.madeBy, begins);
        await writeStaffEvent(trx, event);
      }),

    changeTask: ({ id, caseId, version, set }, event) =>
      db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable("case_tasks")
          .set({
            version: version + 1,
            ...(set.done === undefined
              ? {}
              : { done_by: set.done?.by ?? null, done_at: set.done?.at ?? null }),
            ...(set.withdrawnAt === undefined ? {} : { withdrawn_at: set.withdrawnAt }),
          })
          .where("id", "=", id)
          .where("case_id", "=", caseId)
          .where("version", "=", version)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await writeStaffEvent(trx, event);
        return true;
      }),

    async publicStatuses(tipIds) {
      if (tipIds.length === 0) return new Map();
      const rows = await db
        .selectFrom("tips")
        .select(["id", "public_status"])
        .where("id", "in", tipIds)
        .execute();
      return new Map(rows.map((row) => [row.id, row.public_status]));
    },
  };
}

async function changeCase(trx: Trx, { caseId, version, set, event }: CaseChange): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("cases")
    .set({
      version: version + 1,
      ...(set.unit === undefined ? {} : { unit: set.unit }),
      ...(set.region === undefined ? {} : { region: set.region }),
      ...(set.ownerId === undefined ? {} : { owner_id: set.ownerId }),
    })
    .where("id", "=", caseId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await writeStaffEvent(trx, event);
  return true;
}

async function settle(trx: Trx, change: Parameters<CaseStore["settle"]>[0]): Promise<boolean> {
  const { caseId, version, tipIds, tips, ending, event } = change;
  // Tips before their case, as a change of one tip takes them.
  const held = await trx
    .selectFrom("tips")
    .select(["id", "version"])
    .where("case_id", "=", caseId)
    .orderBy("id")
    .forUpdate()
    .execute();
  const now = await trx
    .selectFrom("cases")
    .select("version")
    .where("id", "=", caseId)
    .forUpdate()
    .executeTakeFirst();
  const same = held.length === tipIds.length && held.every(({ id }) => tipIds.includes(id));
  const seen = tips.every((tip) => held.find(({ id }) => id === tip.tipId)?.version === tip.version);
  if (now?.version !== version || !same || !seen) return false;
  for (const tip of tips)
    await setTip(trx, { id: tip.tipId, version: tip.version, caseId }, tip.set, tip.event.at);
  await trx
    .updateTable("cases")
    .set({
      version: version + 1,
      closed_at: ending?.closedAt ?? null,
      outcome: ending?.outcome ?? null,
    })
    .where("id", "=", caseId)
    .execute();
  for (const tip of tips) await writeStaffEvent(trx, { ...tip.event, tipId: tip.tipId, caseId });
  await writeStaffEvent(trx, { ...event, caseId });
  return true;
}
