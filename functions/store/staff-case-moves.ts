/** Tips that left a case, by what the log says of each departure, and where they are now. */
import { sql } from "kysely";
import type { Region } from "../domain/triage/verdict.ts";
import type { MergedCase, MovedTo } from "../service/case-work/ports.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

/** The name of what says that a tip left the case which the event is of; the tip is its subject. */
export const tipLeft = "case.tip_left";

/** A subject of other events need be no tip's id. */
const leftTip = sql`case when e.action = ${tipLeft} then e.subject_id::uuid end`;

/** Ids of the cases that the tips of a case are in now; one that had come into it by a slip, and went back, is none of them. */
const casesNow = (caseId: ReturnType<typeof sql>) => sql`
  select t.case_id from events e join tips t on t.id = ${leftTip}
  where e.case_id = ${caseId} and e.action = ${tipLeft} and t.case_id is not null
    and e.details ->> 'undone' is distinct from 'join'`;

const isEmpty = (caseId: ReturnType<typeof sql>) =>
  sql<boolean>`not exists (select from tips t where t.case_id = ${caseId})`;

export async function leftTips(db: StaffDb, caseId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct t.id from events e join tips t on t.id = ${leftTip}
    where e.case_id = ${caseId} and e.action = ${tipLeft} and t.case_id is distinct from ${caseId}::uuid`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** Null of a case that has tips. */
export async function movedTo(db: StaffDb, caseId: string): Promise<MovedTo[] | null> {
  const { rows } = await sql<{ empty: boolean }>`select ${isEmpty(sql`${caseId}::uuid`)} as empty`.execute(
    db,
  );
  if (!rows[0]?.empty) return null;
  const moved = await sql<{
    reference: string;
    closed: boolean;
    region: Region | null;
    regions: (Region | null)[];
  }>`select n.reference, n.closed_at is not null as closed, n.region,
      array(select distinct t.region from tips t where t.case_id = n.id) as regions
    from cases n where n.id in (${casesNow(sql`${caseId}::uuid`)}) order by n.reference`.execute(db);
  return moved.rows.map(({ reference, closed, region, regions }) => ({
    reference,
    state: closed ? "closed" : "open",
    regions: [region, ...regions],
  }));
}

export async function mergedCases(db: StaffDb, caseId: string): Promise<MergedCase[]> {
  const { rows } = await sql<{ reference: string; tasks: number }>`
    select m.reference, (select count(*)::int from case_tasks k
        where k.case_id = m.id and k.done_at is null and k.withdrawn_at is null) as tasks
    from cases m where m.id in (
        select (e.details ->> 'caseBefore')::uuid from events e join tips t on t.id = e.tip_id
        where t.case_id = ${caseId} and e.action in ('tip.joined', 'tip.parted'))
      and ${isEmpty(sql`m.id`)} order by m.reference`.execute(db);
  return rows.map(({ reference, tasks }) => ({ reference, openTasks: tasks }));
}

/** Whether a region has the case: its own, one of a tip in it, or once it is emptied one of a case that its tips are in now. */
export const hasRegion = (region: Region) => sql<boolean>`(${regionOf(sql`cases.id`, region)} or (
  ${isEmpty(sql`cases.id`)} and exists (
    select from (${casesNow(sql`cases.id`)}) now where ${regionOf(sql`now.case_id`, region)})))`;

const regionOf = (caseId: ReturnType<typeof sql>, region: Region) => sql`exists (
  select from cases r where r.id = ${caseId} and (r.region = ${region}
    or exists (select from tips t where t.case_id = r.id and t.region = ${region})))`;

/** Whether there is still something to do for the case: it is open, or emptied into one that is. */
export const isAtWork = sql<boolean>`(cases.closed_at is null and (not ${isEmpty(sql`cases.id`)}
  or not exists (${casesNow(sql`cases.id`)})
  or exists (select from cases n where n.closed_at is null and n.id in (${casesNow(sql`cases.id`)}))))`;
