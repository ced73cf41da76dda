import { type RawBuilder, sql } from "kysely";
import type { ReadableScope } from "../domain/access/permits.ts";
import type { TipCounts } from "../domain/cases/queue-page.ts";
import { type Facets, mostCounted } from "../domain/cases/queue-page.ts";
import type { TipLane } from "../domain/cases/tip-state.ts";
import type { Band } from "../domain/triage/verdict.ts";
import { scopeConditions } from "./staff-tip-conditions.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

/**
 * The same tips as `isArriving`, by columns that lie in the index as they are: nothing is worked out for each row. The
 * day six hours ago is the first whose end is still ahead of that moment.
 */
const arriving = sql<boolean>`(tips.due_at >= (select now() - interval '6 hours') or (tips.due_at is null
  and tips.eta >= (select ((now() - interval '6 hours') at time zone 'Asia/Tokyo')::date)))`;

const open = sql<boolean>`tips.state <> 'closed'`;

/**
 * How many tips wait in each lane and view of those that the scope takes in. Everything counted of open tips lies in the
 * index `tips_queue`, so that no sealed row is touched, and is what the view's own filter asks; of closed ones, which only grow, no more than `mostCounted` are.
 */
export async function countTips(db: StaffDb, scope: ReadableScope): Promise<Omit<TipCounts, "mine">> {
  const groups = await db
    .selectFrom("tips")
    .select((eb) => {
      const among = (condition: ReturnType<typeof sql<boolean>>) =>
        eb.fn.countAll<string>().filterWhere(condition);
      return [
        "tips.lane",
        "tips.band",
        eb.fn.countAll<string>().as("tips"),
        among(sql<boolean>`tips.state in ('new', 'triaged')`).as("fresh"),
        among(sql<boolean>`tips.audible`).as("recordings"),
        among(arriving).as("arriving"),
      ];
    })
    .where((eb) => eb.and([open, ...scopeConditions(scope)]))
    .groupBy(["tips.lane", "tips.band"])
    .execute();
  const [unread, closed] = await Promise.all([
    // The reporter may write again wherever a tip lies by now.
    countUpTo(db, scope, sql<boolean>`tips.unread_since is not null`),
    scope.states.includes("closed") ? countUpTo(db, scope, sql<boolean>`tips.state = 'closed'`) : 0,
  ]);
  type Group = (typeof groups)[number];
  const inLane = (lane: Group["lane"]) => groups.filter((row) => row.lane === lane);
  const sum = (counted: Exclude<keyof Group, "lane" | "band">, rows: readonly Group[] = inLane("queue")) =>
    rows.reduce((total, row) => total + Number(row[counted]), 0);
  const inBand = (band: Band) => inLane("queue").filter((row) => row.band === band);
  return {
    lanes: {
      queue: sum("tips"),
      quarantine: sum("tips", inLane("quarantine")),
      set_aside: sum("tips", inLane("set_aside")),
    },
    bands: {
      A: sum("tips", inBand("A")),
      B: sum("tips", inBand("B")),
      C: sum("tips", inBand("C")),
      D: sum("tips", inBand("D")),
    },
    fresh: sum("fresh", [...inBand("A"), ...inBand("B")]),
    unread,
    recordings: sum("recordings"),
    arriving: sum("arriving"),
    closed,
  };
}

/** An officer's own in the queue: few, and found by their owner. */
export async function countOwn(db: StaffDb, scope: ReadableScope, officerId: string): Promise<number> {
  const { n } = await db
    .selectFrom("tips")
    .select(sql<number>`count(*)::int`.as("n"))
    .where((eb) =>
      eb.and([
        open,
        sql<boolean>`tips.owner_id = ${officerId}`,
        sql<boolean>`tips.lane = 'queue'`,
        ...scopeConditions(scope),
      ]),
    )
    .executeTakeFirstOrThrow();
  return n;
}

async function countUpTo(
  db: StaffDb,
  scope: ReadableScope,
  condition: ReturnType<typeof sql<boolean>>,
): Promise<number> {
  const some = db
    .selectFrom("tips")
    .select(sql`1`.as("one"))
    .where((eb) => eb.and([condition, ...scopeConditions(scope)]))
    .limit(mostCounted);
  const { n } = await db
    .selectFrom(some.as("some"))
    .select(sql<number>`count(*)::int`.as("n"))
    .executeTakeFirstOrThrow();
  return n;
}

interface Counted {
  code: string;
  n: number;
}

/** How many open tips of a lane each choice of a filter takes in, of those that the scope does; in one pass of the index. */
export async function countFacets(db: StaffDb, scope: ReadableScope, lane: TipLane): Promise<Facets> {
  const where = sql.join([open, sql`tips.lane = ${lane}`, ...scopeConditions(scope)], sql` and `);
  const [{ rows }, goods, unit] = await Promise.all([
    sql<{
      region: string | null;
      state: string | null;
      channel: string | null;
      lang: string | null;
      urgency: string | null;
      name: keyof Facets;
      n: number;
    }>`
      select region, state, channel, lang, urgency, count(*)::int as n,
        (array['region', 'state', 'channel', 'lang', 'urgency'])[case
          when grouping(region) = 0 then 1 when grouping(state) = 0 then 2 when grouping(channel) = 0 then 3
          when grouping(lang) = 0 then 4 else 5 end] as name
      from tips where ${where} group by grouping sets ((region), (state), (channel), (lang), (urgency))`.execute(
      db,
    ),
    countCodes(
      sql<Counted>`select code, count(*)::int as n from tips, unnest(categories) code where ${where} group by code`,
    ),
    countCodes(sql<Counted>`select c.unit as code, count(*)::int as n from tips join cases c on c.id = tips.case_id
      where c.unit is not null and ${where} group by c.unit`),
  ]);
  async function countCodes(query: RawBuilder<Counted>): Promise<Record<string, number>> {
    const { rows } = await query.execute(db);
    return Object.fromEntries(rows.map(({ code, n }) => [code, n]));
  }
  const of = (name: "region" | "state" | "channel" | "lang" | "urgency") =>
    Object.fromEntries(rows.filter((row) => row.name === name).map((row) => [row[name] ?? "none", row.n]));
  return {
    region: of("region"),
    state: of("state"),
    channel: of("channel"),
    lang: of("lang"),
    urgency: of("urgency"),
    goods,
    unit,
  };
}
