/** The event log as the desk writes and reads it. */
import { type Kysely, sql } from "kysely";
import { timeOfUuid7 } from "../domain/ids/uuid7.ts";
import type { EventQuery, EventRow, NewEvent } from "../service/cases/ports.ts";
import type { Database } from "./schema.ts";
import type { StaffTables } from "./staff-schema.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

/**
 * Writes an officer's event, or the program's own when nobody is signed in; inside a transaction it stands or falls with
 * the change it tells of.
 */
export async function writeStaffEvent(
  db: Kysely<Database & StaffTables>,
  event: Omit<NewEvent, "actorId"> & { actorId: string | null },
): Promise<void> {
  await db.insertInto("events").values(toEvent(event)).execute();
}

const toEvent = (event: Omit<NewEvent, "actorId"> & { actorId: string | null }) => ({
  at: event.at,
  actor_kind: event.actorId === null ? ("system" as const) : ("staff" as const),
  actor_id: event.actorId,
  action: event.action,
  tip_id: event.tipId ?? null,
  case_id: event.caseId ?? null,
  subject_id: event.subjectId ?? null,
  details: JSON.stringify(event.details),
  sealed: event.sealed ?? null,
});

/** Leaves out those tips of which the same officer read a line, or all, after `since`. */
export async function writeLineEvents(
  db: StaffDb,
  events: readonly (NewEvent & { tipId: string })[],
  since: Date,
): Promise<void> {
  const [first] = events;
  if (!first) return;
  const known = await db
    .selectFrom("events")
    .select("tip_id")
    .where(
      "tip_id",
      "in",
      events.map(({ tipId }) => tipId),
    )
    .where("actor_id", "=", first.actorId)
    .where("action", "in", ["tip.read", first.action])
    .where("at", ">=", since)
    .execute();
  const read = new Set(known.map(({ tip_id }) => tip_id));
  const fresh = events.filter(({ tipId }) => !read.has(tipId));
  if (fresh.length > 0) await db.insertInto("events").values(fresh.map(toEvent)).execute();
}

/** Events with the names of who did them and to whom, the newest first. */
export function eventRows(db: StaffDb) {
  return db
    .selectFrom("events")
    .leftJoin("auth.user as actor", "actor.id", "events.actor_id")
    .leftJoin("auth.user as subject", "subject.id", "events.subject_id")
    .leftJoin("cases as about", "about.id", "events.case_id")
    .select([
      "events.seq",
      "events.at",
      "events.actor_kind",
      "events.actor_id",
      "actor.name as actor_name",
      "events.action",
      "events.tip_id",
      "events.case_id",
      "about.reference as case_reference",
      "events.subject_id",
      "subject.name as subject_name",
      "events.details",
      "events.sealed",
    ])
    .orderBy("events.seq", "desc");
}

type Selected = Awaited<ReturnType<ReturnType<typeof eventRows>["execute"]>>[number];

export function toEventRow(row: Selected): EventRow {
  return {
    seq: Number(row.seq),
    at: row.at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    actorName: row.actor_name,
    action: row.action,
    tipId: row.tip_id,
    caseId: row.case_id,
    caseReference: row.case_reference,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    details: row.details,
    sealed: row.sealed,
  };
}

/** A press is over long before; its id says when it began, so that the log is read from there by time. */
const longestPressMs = 15 * 60_000;

/** The tips that an officer changed with one press, by events of these names, the last changed first. */
export async function batchTips(
  db: StaffDb,
  { id, actorId, actions }: { id: string; actorId: string; actions: readonly string[] },
): Promise<string[]> {
  const began = timeOfUuid7(id);
  const rows = await db
    .selectFrom("events")
    .select("tip_id")
    .where("at", ">=", began)
    .where("at", "<", new Date(began.getTime() + longestPressMs))
    .where("actor_id", "=", actorId)
    .where("action", "in", [...actions])
    .where("tip_id", "is not", null)
    .where(sql<boolean>`details ->> 'batch' = ${id}`)
    .groupBy("tip_id")
    .orderBy(sql`max(seq)`, "desc")
    .execute();
  return rows.flatMap(({ tip_id }) => tip_id ?? []);
}

/** Newest first, as they are chained; narrowed by time, as they happened. */
export async function listEventRows(db: StaffDb, query: EventQuery): Promise<EventRow[]> {
  return (await eventList(db, query, await timeOf(db, query)).execute()).map(toEventRow);
}

/** To the microsecond, when that happened after which a page narrowed by time begins. */
export async function timeOf(db: StaffDb, { from, until, before }: EventQuery): Promise<string | null> {
  if (before === null || !(from || until)) return null;
  const { rows } = await sql<{ at: string }>`select at::text as at from events where seq = ${before}`.execute(
    db,
  );
  return rows[0]?.at ?? null;
}

/** The statement of a page of the log; `last` is `timeOf` the query. */
export function eventList(db: StaffDb, query: EventQuery, last: string | null) {
  const byTime = Boolean(query.from || query.until);
  let rows = eventRows(db).limit(query.limit);
  // A stretch of days lies together in the index by time, and anywhere in the order of the numbers.
  if (byTime) rows = rows.clearOrderBy().orderBy("events.at", "desc").orderBy("events.seq", "desc");
  if (query.tipId !== null) rows = rows.where("events.tip_id", "=", query.tipId);
  if (query.actorId !== null) rows = rows.where("events.actor_id", "=", query.actorId);
  if (query.action !== null) rows = rows.where("events.action", "=", query.action);
  if (query.actions) rows = rows.where("events.action", "in", query.actions);
  if (query.caseId) rows = rows.where("events.case_id", "=", query.caseId);
  const { personId } = query;
  if (personId)
    rows = rows.where((eb) =>
      eb.or([eb("events.actor_id", "=", personId), eb("events.subject_id", "=", personId)]),
    );
  if (query.from) rows = rows.where("events.at", ">=", query.from);
  if (query.until) rows = rows.where("events.at", "<", query.until);
  if (query.before === null) return rows;
  return rows.where(
    byTime
      ? sql<boolean>`(events.at, events.seq) < (${last}::timestamptz, ${query.before}::bigint)`
      : sql<boolean>`events.seq < ${query.before}`,
  );
}
