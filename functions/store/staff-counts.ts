import { sql } from "kysely";
import type { ReadableScope } from "../domain/access/permits.ts";
import type { TipCounts } from "../service/cases/ports.ts";
import { type StaffDb, scopeConditions } from "./staff-tip-rows.ts";

/** How many tips wait in each lane and view of those that the scope takes in. */
export async function countTips(db: StaffDb, scope: ReadableScope, officerId: string): Promise<TipCounts> {
  const row = await db
    .selectFrom("tips")
    .select((eb) => {
      const among = (condition: ReturnType<typeof sql<boolean>>) =>
        eb.fn.countAll<string>().filterWhere(condition);
      const inQueue = sql<boolean>`tips.lane = 'queue'`;
      const band = (letter: string) => among(sql<boolean>`${inQueue} and tips.band = ${letter}`);
      return [
        among(inQueue).as("queue"),
        among(sql<boolean>`tips.lane = 'quarantine'`).as("quarantine"),
        among(sql<boolean>`tips.lane = 'set_aside'`).as("set_aside"),
        band("A").as("a"),
        band("B").as("b"),
        band("C").as("c"),
        band("D").as("d"),
        among(sql<boolean>`${inQueue} and tips.band in ('A', 'B') and tips.state in ('new', 'triaged')`).as(
          "fresh",
        ),
        among(sql<boolean>`tips.unread_since is not null`).as("unread"),
        among(sql<boolean>`${inQueue} and tips.channel = 'voice'`).as("recordings"),
        among(sql<boolean>`${inQueue} and tips.owner_id = ${officerId}`).as("mine"),
        among(sql<boolean>`${inQueue} and tips.eta >= (now() at time zone 'Asia/Tokyo')::date`).as(
          "arriving",
        ),
      ];
    })
    .where((eb) => eb.and(scopeConditions(scope)))
    .executeTakeFirstOrThrow();
  return {
    lanes: {
      queue: Number(row.queue),
      quarantine: Number(row.quarantine),
      set_aside: Number(row.set_aside),
    },
    bands: { A: Number(row.a), B: Number(row.b), C: Number(row.c), D: Number(row.d) },
    fresh: Number(row.fresh),
    unread: Number(row.unread),
    recordings: Number(row.recordings),
    mine: Number(row.mine),
    arriving: Number(row.arriving),
  };
}
