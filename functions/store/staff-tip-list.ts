/** One page of the desk's list, its count, and which of some tips are on it. */
import { type Expression, type SqlBool, sql } from "kysely";
import type { ListPlace } from "../domain/cases/list-place.ts";
import type { SearchKeys, TipQuery, TipRow } from "../service/cases/ports.ts";
import {
  calmOf,
  dueOf,
  dueOrNeverOf,
  filterConditions,
  type Name,
  of,
  scopeConditions,
} from "./staff-tip-conditions.ts";
import { type StaffDb, tipRows, toTipRow } from "./staff-tip-rows.ts";

/** Up to so many found tips are sorted; of more the list is walked in its order until the page is full. */
const mostSorted = 3_000;

/** The ids of one page in its order, from an index that holds all that is filtered by. */
export function pageIds(db: StaffDb, query: TipQuery) {
  return db
    .selectFrom("tips")
    .select("tips.id")
    .where((eb) => eb.and(conditionsOf(query)))
    .orderBy(sql.join(orderOf(query)))
    .limit(query.limit);
}

/**
 * By band, then danger to life first, then what arrives next, then by receipt, the oldest first, and last what is over; of
 * what arrives, by when it is due before all that. Only the rows of the page itself are read, whatever the filters.
 */
function tipList(db: StaffDb, query: TipQuery) {
  return tipRows(db)
    .where("tips.id", "in", pageIds(db, query))
    .orderBy(sql.join(orderOf(query)));
}

/** As the indexes of the queue have it, and those of what arrives. */
function orderOf({ filters }: Pick<TipQuery, "filters">, name: Name = "tips") {
  const [band, calm, received, id] = [
    of(name, "band"),
    calmOf(name),
    of(name, "received_at"),
    of(name, "id"),
  ];
  return filters.arriving
    ? [dueOf(name), band, calm, received, id]
    : [band, calm, of(name, "lapsed"), dueOrNeverOf(name), received, id];
}

export async function listTipRows(db: StaffDb, query: TipQuery): Promise<TipRow[]> {
  return (await tipList(db, query).execute()).map(toTipRow);
}

/** The first page of a list, and how many rows it has in all, counted up to `most`; the list is walked once for both. */
export async function firstPage(
  db: StaffDb,
  query: Omit<TipQuery, "found" | "after">,
  most: number,
): Promise<{ rows: TipRow[]; matching: number }> {
  const found = pageIds(db, { ...query, after: null, limit: most });
  const first = await sql<{ n: number; ids: string[] | null }>`
    select count(*)::int as n, (array_agg(id))[1:${query.limit}] as ids from (${found}) found`.execute(db);
  const { n = 0, ids } = first.rows[0] ?? {};
  if (!ids) return { rows: [], matching: 0 };
  const rows = await tipRows(db)
    .where("tips.id", "in", ids)
    .orderBy(sql.join(orderOf(query)))
    .execute();
  return { rows: rows.map(toTipRow), matching: n };
}

/** How many tips a list has, counted up to `most`. */
export async function countList(
  db: StaffDb,
  query: Pick<TipQuery, "scope" | "filters" | "officerId">,
  most: number,
): Promise<number> {
  const some = db
    .selectFrom("tips")
    .select(sql`1`.as("one"))
    .where((eb) => eb.and(conditionsOf(query)))
    .limit(most);
  const { n } = await db
    .selectFrom(some.as("some"))
    .select(sql<number>`count(*)::int`.as("n"))
    .executeTakeFirstOrThrow();
  return n;
}

/** Of these tips and those that came since a moment, what the scope takes in, each with whether the list has it. */
export async function amongList(
  db: StaffDb,
  query: Pick<TipQuery, "scope" | "filters" | "officerId">,
  given: { ids: readonly string[]; since: Date | null },
  most: number,
): Promise<{ id: string; listed: boolean }[]> {
  const asked = [
    sql<boolean>`tips.id = any(${given.ids}::uuid[])`,
    ...(given.since ? [sql<boolean>`tips.received_at >= ${given.since}::timestamptz`] : []),
  ];
  const listed = sql.join(filterConditions(query.filters, query.officerId), sql` and `);
  return db
    .selectFrom("tips")
    .select(["tips.id", sql<boolean>`(${listed})`.as("listed")])
    .where((eb) => eb.and([...scopeConditions(query.scope), eb.or(asked)]))
    .orderBy("tips.received_at", "desc")
    .limit(most)
    .execute();
}

function conditionsOf(
  query: Pick<TipQuery, "scope" | "filters" | "officerId"> & Partial<TipQuery>,
): Expression<SqlBool>[] {
  const { found, after: place } = query;
  return [
    ...scopeConditions(query.scope),
    ...filterConditions(query.filters, query.officerId),
    ...(query.byCase ? [firstOfCase(query)] : []),
    ...(place ? [after(place, query)] : []),
    ...(Array.isArray(found) ? [sql<boolean>`tips.id = any(${found}::uuid[])`] : []),
    ...(found && !Array.isArray(found) ? [isHit(found as SearchKeys)] : []),
  ];
}

/**
 * The tip that stands for its case: the first in the list's own order among those of the case that the list is of. All
 * of a case are looked at, so that they are found by their case and never by walking the list.
 */
function firstOfCase({
  scope,
  filters,
  officerId,
}: Pick<TipQuery, "scope" | "filters" | "officerId">): Expression<SqlBool> {
  const name = "sibling";
  const order = orderOf({ filters }, name);
  const same = [...scopeConditions(scope, name), ...filterConditions(filters, officerId, name)];
  return sql<boolean>`(tips.case_id is null or tips.id = (
    select (array_agg(sibling.id order by ${sql.join(order)}))[1] from tips sibling
    where sibling.case_id = tips.case_id and ${sql.join(same, sql` and `)}))`;
}

function after(place: ListPlace, query: Pick<TipQuery, "filters">): Expression<SqlBool> {
  const due = sql`${place.dueKey}::timestamptz`;
  const [band, calm] = [sql`${place.band}`, sql`${!place.life}`];
  const [received, id] = [sql`${place.receivedKey}::timestamptz`, sql`${place.id}::uuid`];
  const there = query.filters.arriving
    ? [due, band, calm, received, id]
    : [band, calm, sql`${place.lapsed}`, due, received, id];
  return sql<boolean>`(${sql.join(orderOf(query))}) > (${sql.join(there)})`;
}

/**
 * The ids that any way finds: an identifier's hash, a reference, a receipt, a place, or one source with all the terms. Of
 * a word that very many tips have there would be too many to sort: then the keys, for walking the list (`isHit`).
 */
export async function findTips(
  db: StaffDb,
  search: SearchKeys,
  all: boolean,
): Promise<readonly string[] | SearchKeys> {
  const most = all ? null : mostSorted + 1;
  const { rows } = await sql<{ tip_id: string }>`
    select distinct tip_id from (
      (select tip_id from identifiers where hash = any(${search.identifiers}) limit ${most})
      union all (select t.id from tips t join cases c on c.id = t.case_id where c.reference = ${search.reference})
      union all (select tip_id from partner_tips where reference = ${search.reference})
      union all (select id from tips where receipt_lookup = ${search.receipt})
      union all (select id from tips where place_codes @> array[${search.place}]::text[] limit ${most})
      union all (select tip_id from search_terms
        where ${search.terms.length > 0} and terms @> ${search.terms}::integer[] limit ${most})
    ) found`.execute(db);
  return !all && rows.length > mostSorted ? search : rows.map((row) => row.tip_id);
}

/** Whether one tip is found. The limit keeps it a question to each tip of the walk. */
function isHit(search: SearchKeys): Expression<SqlBool> {
  const ways = [
    sql`select 1 where tips.place_codes @> array[${search.place}]::text[]`,
    sql`select 1 from search_terms s where s.tip_id = tips.id and s.terms @> ${search.terms}::integer[] and ${search.terms.length > 0}`,
    sql`select 1 from identifiers i where i.tip_id = tips.id and i.hash = any(${search.identifiers})`,
  ];
  return sql<boolean>`coalesce((select true from (${sql.join(ways, sql` union all `)}) hit limit 1), false)`;
}
