/** What an officer who leaves or is moved worked on, given back to whoever comes next, with an event for each. */
import { sql, type Transaction } from "kysely";
import type { CaseSituation } from "../domain/access/case-permits.ts";
import type { Situation } from "../domain/access/permits.ts";
import type { Doing, Returned } from "../service/people/ports.ts";
import type { Database } from "./schema.ts";
import { writeStaffEvent } from "./staff-events.ts";
import type { StaffTables } from "./staff-schema.ts";

type Trx = Transaction<Database & StaffTables>;

/** Which of what they had they lose; an officer who leaves loses all of it. */
export interface Losing {
  tip(tip: Situation): boolean;
  case(found: CaseSituation): boolean;
}
export const everything: Losing = { tip: () => true, case: () => true };

export async function returnWork(trx: Trx, officerId: string, by: Doing, losing: Losing): Promise<Returned> {
  const tips = await returnTips(trx, officerId, by, losing.tip);
  return { tips, ...(await returnCases(trx, officerId, by, losing.case)) };
}

/** What they worked on waits for somebody else, in the queue of its region. A closed tip keeps who closed it. */
async function returnTips(trx: Trx, officerId: string, by: Doing, loses: Losing["tip"]): Promise<number> {
  const owned = await trx
    .selectFrom("tips")
    .select(["id", "state", "region", "case_id"])
    .where("owner_id", "=", officerId)
    .where("state", "<>", "closed")
    .orderBy("id")
    .forUpdate()
    .execute();
  const tips = owned.filter(loses);
  for (const tip of tips) {
    await trx
      .updateTable("tips")
      .set((eb) => ({
        owner_id: null,
        version: eb("version", "+", 1),
        ...(tip.state === "assigned" || tip.state === "in_progress" ? { state: "triaged" as const } : {}),
      }))
      .where("id", "=", tip.id)
      .execute();
    await writeStaffEvent(trx, {
      ...by,
      action: "tip.returned",
      tipId: tip.id,
      caseId: tip.case_id,
      subjectId: officerId,
      details: { stateBefore: tip.state, ownerBefore: officerId },
    });
  }
  return tips.length;
}

/** Open cases they led have no lead, and their open tasks are for whoever works on the case. */
async function returnCases(
  trx: Trx,
  officerId: string,
  by: Doing,
  loses: Losing["case"],
): Promise<Omit<Returned, "tips">> {
  const tasks = await trx
    .selectFrom("case_tasks")
    .select(["id", "case_id"])
    .where("officer_id", "=", officerId)
    .where("done_at", "is", null)
    .where("withdrawn_at", "is", null)
    .orderBy("id")
    .forUpdate()
    .execute();
  const found = await trx
    .selectFrom("cases")
    .select(["id", "region", "owner_id", "closed_at"])
    .select(
      sql<
        CaseSituation["regions"]
      >`array(select distinct t.region from tips t where t.case_id = cases.id)`.as("tip_regions"),
    )
    .where((eb) =>
      eb.or([
        eb.and([eb("owner_id", "=", officerId), eb("closed_at", "is", null)]),
        sql<boolean>`id = any(${tasks.map(({ case_id }) => case_id)}::uuid[])`,
      ]),
    )
    .orderBy("id")
    .forUpdate()
    .execute();
  const lost = found.filter(({ region, tip_regions, closed_at }) =>
    loses({ state: closed_at === null ? "open" : "closed", regions: [region, ...tip_regions] }),
  );
  const about = { ...by, subjectId: officerId };
  const led = lost.filter(({ owner_id, closed_at }) => owner_id === officerId && closed_at === null);
  for (const { id } of led) {
    await trx
      .updateTable("cases")
      .set((eb) => ({ owner_id: null, version: eb("version", "+", 1) }))
      .where("id", "=", id)
      .execute();
    await writeStaffEvent(trx, { ...about, action: "case.returned", caseId: id, details: {} });
  }
  const theirs = tasks.filter(({ case_id }) => lost.some(({ id }) => id === case_id));
  for (const { id, case_id } of theirs) {
    await trx
      .updateTable("case_tasks")
      .set((eb) => ({ officer_id: null, version: eb("version", "+", 1) }))
      .where("id", "=", id)
      .execute();
    await writeStaffEvent(trx, {
      ...about,
      action: "case.task_returned",
      caseId: case_id,
      details: { task: id },
    });
  }
  return { cases: led.length, tasks: theirs.length };
}
