/** What a list or a count of tips is over, in the words of the indexes that hold it. */
import { type Expression, type SqlBool, sql } from "kysely";
import type { ReadableScope } from "../domain/access/permits.ts";
import { overHours } from "../domain/arrivals/arrival-clock.ts";
import type { DueFilter, TipFilters } from "../domain/cases/tip-filters.ts";

/** The table as a list is of it, or under another name beside it. */
export type Name = "tips" | "sibling";
export const of = (name: Name, column: string) => sql.ref(`${name}.${column}`);

/** When a tip is due, as the index `tips_arrival` has it. */
export const dueOf = (name: Name) =>
  sql`coalesce(${of(name, "due_at")}, timezone('Asia/Tokyo', (${of(name, "eta")} + 1)::timestamp))`;

/** The same for the order of the queue: what has no day stands after every day there is. */
export const dueOrNeverOf = (name: Name) =>
  sql`coalesce(${of(name, "due_at")}, timezone('Asia/Tokyo', (${of(name, "eta")} + 1)::timestamp), timestamptz '9999-12-31 00:00:00+00')`;

/** No life in danger, as the indexes of the queue have it: false stands first. */
export const calmOf = (name: Name) => sql<boolean>`(not ${of(name, "threat_to_life")})`;

const hasDue = (name: Name) => sql`(${of(name, "due_at")} is not null or ${of(name, "eta")} is not null)`;
/** What has just landed is still to be acted on. */
const justLanded = sql`(select now() - ${`${overHours} hours`}::interval)`;

/** Due, and not yet over. */
const isArriving = (name: Name) => sql<boolean>`(${hasDue(name)} and ${dueOf(name)} >= ${justLanded})`;

const ahead: Readonly<Record<Exclude<DueFilter, "past">, string>> = {
  day: "1 day",
  three_days: "3 days",
  week: "7 days",
};

function isDue(name: Name, due: DueFilter): Expression<SqlBool> {
  if (due === "past") return sql<boolean>`(${hasDue(name)} and ${dueOf(name)} < (select now()))`;
  return sql<boolean>`(${isArriving(name)} and ${dueOf(name)} < (select now() + ${ahead[due]}::interval))`;
}

/** What a list or count may take in at all. */
export function scopeConditions(scope: ReadableScope, name: Name = "tips"): Expression<SqlBool>[] {
  return [
    sql<boolean>`${of(name, "state")} = any(${scope.states})`,
    ...(scope.region === "every" ? [] : [sql<boolean>`${of(name, "region")} = ${scope.region}`]),
  ];
}

export function filterConditions(
  filters: TipFilters,
  officerId: string,
  name: Name = "tips",
): Expression<SqlBool>[] {
  const found = stretch(filters, name);
  const among = (column: string, values: readonly string[]) => {
    if (values.length > 0) found.push(sql<boolean>`${of(name, column)} = any(${values})`);
  };
  among("band", filters.band);
  among("channel", filters.channel);
  among("lang", filters.lang);
  among("urgency", filters.urgency);
  if (filters.goods.length > 0)
    found.push(sql<boolean>`${of(name, "categories")} && ${filters.goods}::text[]`);
  if (filters.unit.length > 0)
    found.push(
      sql<boolean>`${of(name, "case_id")} in (select c.id from cases c where c.unit = any(${filters.unit}))`,
    );
  if (filters.region.length > 0) {
    const named = filters.region.filter((region) => region !== "none");
    const none = filters.region.includes("none");
    found.push(
      sql<boolean>`(${of(name, "region")} = any(${named}) or (${none} and ${of(name, "region")} is null))`,
    );
  }
  if (filters.due) found.push(isDue(name, filters.due));
  if (filters.arriving) found.push(isArriving(name));
  if (filters.owner === "none") found.push(sql<boolean>`${of(name, "owner_id")} is null`);
  else if (filters.owner !== null)
    found.push(sql<boolean>`${of(name, "owner_id")} = ${filters.owner === "me" ? officerId : filters.owner}`);
  if (filters.unread) found.push(sql<boolean>`${of(name, "unread_since")} is not null`);
  if (filters.recording) found.push(sql<boolean>`${of(name, "audible")}`);
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
