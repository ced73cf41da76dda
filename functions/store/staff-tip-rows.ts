/** Tips as the desk's lists show them. */
import { type Expression, type Kysely, type SqlBool, sql } from "kysely";
import type { ReadableScope } from "../domain/access/permits.ts";
import type { ListPlace } from "../domain/cases/list-place.ts";
import type { TipFilters } from "../domain/cases/tip-filters.ts";
import type { TipQuery, TipRow } from "../service/cases/ports.ts";
import type { Database } from "./schema.ts";
import type { StaffTables } from "./staff-schema.ts";

export type StaffDb = Kysely<Database & StaffTables>;

/** The table as a list is of it, or under another name beside it. */
type Name = "tips" | "sibling";
const of = (name: Name, column: string) => sql.ref(`${name}.${column}`);

/** When a tip is due, as the index `tips_arrival` has it. */
const dueOf = (name: Name) =>
  sql`coalesce(${of(name, "due_at")}, timezone('Asia/Tokyo', (${of(name, "eta")} + 1)::timestamp))`;
const due = dueOf("tips");

/** No life in danger, as the indexes of the queue have it: false stands first. */
const calmOf = (name: Name) => sql<boolean>`(not ${of(name, "threat_to_life")})`;
const calm = calmOf("tips");

/** Due from six hours ago on: what has just landed is still to be acted on. */
const isArriving = (
  name: Name,
) => sql<boolean>`((${of(name, "due_at")} is not null or ${of(name, "eta")} is not null)
  and ${dueOf(name)} >= (select now() - interval '6 hours'))`;

/** A moment as it stands in an address. */
const key = (moment: Expression<unknown>) =>
  sql<string | null>`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Tips with what a row shows of their case, owner and files. */
export function tipRows(db: StaffDb) {
  return db
    .selectFrom("tips")
    .leftJoin("cases", "cases.id", "tips.case_id")
    .leftJoin("auth.user as owner", "owner.id", "tips.owner_id")
    .select([
      "tips.id",
      "tips.received_at",
      "tips.channel",
      "tips.locale",
      "tips.lang",
      "tips.band",
      "tips.machine_band",
      "tips.score",
      "tips.disposition",
      "tips.categories",
      "tips.region",
      "tips.place_codes",
      "tips.urgency",
      "tips.eta",
      "tips.threat_to_life",
      "tips.identifier_counts",
      "tips.state",
      "tips.lane",
      "tips.misuse",
      "tips.outcome",
      "tips.source_grade",
      "tips.information_grade",
      "tips.handling",
      "cases.unit",
      "tips.case_id",
      "cases.reference as case_reference",
      "tips.owner_id",
      "owner.name as owner_name",
      "tips.unread_since",
      "tips.version",
    ])
    .select([
      key(sql`tips.received_at`).$castTo<string>().as("received_key"),
      sql<boolean>`tips.thread_recipient <> ''`.as("answerable"),
      sql<Date | null>`tips.due_at`.as("due_at"),
      key(due).as("due_key"),
      sql<string | null>`(select e.state from evidence e where e.tip_id = tips.id and e.kind = 'recording'
        order by e.state = 'stored' desc, e.created_at limit 1)`.as("recording"),
      sql<number>`(select count(*)::int from tips c where c.case_id = tips.case_id)`.as("case_tips"),
      sql<number>`(select count(*)::int from case_tasks k where k.case_id = tips.case_id and k.done_at is null
        and k.withdrawn_at is null and k.due_at <= now())`.as("overdue_tasks"),
      sql<number>`(select count(*)::int from evidence e where e.tip_id = tips.id and e.kind <> 'recording')`.as(
        "files",
      ),
    ]);
}

type Selected = Awaited<ReturnType<ReturnType<typeof tipRows>["execute"]>>[number];

export function toTipRow(row: Selected): TipRow {
  return {
    id: row.id,
    receivedAt: row.received_at,
    receivedKey: row.received_key,
    channel: row.channel,
    locale: row.locale,
    lang: row.lang,
    band: row.band,
    machineBand: row.machine_band,
    score: row.score,
    disposition: row.disposition,
    categories: row.categories,
    region: row.region,
    placeCodes: row.place_codes,
    urgency: row.urgency,
    eta: row.eta,
    dueAt: row.due_at,
    dueKey: row.due_key,
    threatToLife: row.threat_to_life,
    answerable: row.answerable,
    identifiers: row.identifier_counts,
    state: row.state,
    lane: row.lane,
    misuse: row.misuse,
    outcome: row.outcome,
    caseId: row.case_id,
    caseReference: row.case_reference,
    caseTips: row.case_tips,
    unit: row.unit,
    overdueTasks: row.overdue_tasks,
    grading: { source: row.source_grade, information: row.information_grade, handling: row.handling },
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? "" },
    recording: row.recording as TipRow["recording"],
    files: row.files,
    unreadSince: row.unread_since,
    version: row.version,
  };
}

/**
 * One page, ordered by band, then danger to life first, then by receipt, the oldest first; of what arrives, by when it
 * is due before all that.
 */
export function tipList(db: StaffDb, query: TipQuery) {
  const conditions = [
    ...scopeConditions(query.scope),
    ...filterConditions(query.filters, query.officerId),
    ...(query.byCase ? [firstOfCase(query)] : []),
    ...(query.after ? [after(query.after)] : []),
    ...(query.search ? [searched(query.search)] : []),
  ];
  const { arriving } = query.filters;
  return tipRows(db)
    .where((eb) => eb.and(conditions))
    .$if(arriving, (list) => list.orderBy(due))
    .orderBy("tips.band")
    .orderBy(calm)
    .orderBy("tips.received_at")
    .orderBy("tips.id")
    .limit(query.limit);
}

export async function listTipRows(db: StaffDb, query: TipQuery): Promise<TipRow[]> {
  return (await tipList(db, query).execute()).map(toTipRow);
}

/** What a list or count may take in at all. */
export function scopeConditions(scope: ReadableScope, name: Name = "tips"): Expression<SqlBool>[] {
  return [
    sql<boolean>`${of(name, "state")} = any(${scope.states})`,
    ...(scope.region === "every" ? [] : [sql<boolean>`${of(name, "region")} = ${scope.region}`]),
  ];
}

function filterConditions(
  filters: TipFilters,
  officerId: string,
  name: Name = "tips",
): Expression<SqlBool>[] {
  const found = stretch(filters, name);
  if (filters.band.length > 0) found.push(sql<boolean>`${of(name, "band")} = any(${filters.band})`);
  if (filters.channel.length > 0) found.push(sql<boolean>`${of(name, "channel")} = any(${filters.channel})`);
  if (filters.region.length > 0) {
    const named = filters.region.filter((region) => region !== "none");
    const none = filters.region.includes("none");
    found.push(
      sql<boolean>`(${of(name, "region")} = any(${named}) or (${none} and ${of(name, "region")} is null))`,
    );
  }
  if (filters.arriving) found.push(isArriving(name));
  if (filters.owner === "me") found.push(sql<boolean>`${of(name, "owner_id")} = ${officerId}`);
  if (filters.unread) found.push(sql<boolean>`${of(name, "unread_since")} is not null`);
  if (filters.recording)
    found.push(
      sql<boolean>`exists (select 1 from evidence e where e.tip_id = ${of(name, "id")} and e.kind = 'recording')`,
    );
  return found;
}

/** Which part of the tips a list is over, in the words of the indexes that hold each part in its order. */
function stretch({ lane, state, unread, q }: TipFilters, name: Name): Expression<SqlBool>[] {
  const inLane = sql<boolean>`${of(name, "lane")} = ${lane}`;
  if (state.length > 0) {
    if (!state.includes("closed"))
      return [
        inLane,
        sql<boolean>`${of(name, "state")} <> 'closed'`,
        sql<boolean>`${of(name, "state")} = any(${state})`,
      ];
    if (state.length === 1) return [inLane, sql<boolean>`${of(name, "state")} = 'closed'`];
    return [inLane, sql<boolean>`${of(name, "state")} = any(${state})`];
  }
  // The reporter may write again wherever a tip lies by now.
  if (unread) return [];
  if (q === "") return [inLane, sql<boolean>`${of(name, "state")} <> 'closed'`];
  // What was set aside, quarantined or closed may be just what is looked for; another lane is searched alone.
  return lane === "queue" ? [] : [inLane];
}

/**
 * The tip that stands for its case: the first in the list's own order among those of the case that the list is of. All
 * of a case are looked at, so that they are found by their case and never by walking the list.
 */
function firstOfCase({ scope, filters, officerId }: TipQuery): Expression<SqlBool> {
  const name = "sibling";
  const order = [of(name, "band"), calmOf(name), of(name, "received_at"), of(name, "id")];
  if (filters.arriving) order.unshift(dueOf(name));
  const same = [...scopeConditions(scope, name), ...filterConditions(filters, officerId, name)];
  return sql<boolean>`(tips.case_id is null or tips.id = (
    select (array_agg(sibling.id order by ${sql.join(order)}))[1] from tips sibling
    where sibling.case_id = tips.case_id and ${sql.join(same, sql` and `)}))`;
}

/** All tips of a case, the most urgent first. */
export async function caseTipRows(db: StaffDb, caseId: string): Promise<TipRow[]> {
  const rows = await tipRows(db)
    .where("tips.case_id", "=", caseId)
    .orderBy("tips.band")
    .orderBy(calm)
    .orderBy("tips.received_at")
    .orderBy("tips.id")
    .execute();
  return rows.map(toTipRow);
}

function after(place: ListPlace): Expression<SqlBool> {
  if (place.dueKey !== null)
    return sql<boolean>`(${due}, tips.band, ${calm}, tips.received_at, tips.id) > (${place.dueKey}::timestamptz, ${place.band}, ${!place.life}, ${place.receivedKey}::timestamptz, ${place.id}::uuid)`;
  return sql<boolean>`(tips.band, ${calm}, tips.received_at, tips.id) > (${place.band}, ${!place.life}, ${place.receivedKey}::timestamptz, ${place.id}::uuid)`;
}

/** Any way that finds: an identifier's hash, a case's reference, or one source with all the terms. */
function searched(search: NonNullable<TipQuery["search"]>): Expression<SqlBool> {
  const ways = [
    sql`select tip_id from identifiers where hash = any(${search.identifiers})`,
    sql`select t.id from tips t join cases c on c.id = t.case_id where c.reference = ${search.reference}`,
    sql`select tip_id from partner_tips where reference = ${search.reference}`,
    ...(search.terms.length > 0
      ? [sql`select tip_id from search_terms where terms @> ${search.terms}::integer[]`]
      : []),
  ];
  return sql<boolean>`tips.id in (${sql.join(ways, sql` union `)})`;
}
