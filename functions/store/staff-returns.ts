/** What an officer who leaves worked on, given back to whoever comes next, with an event for each. */
import type { Transaction } from "kysely";
import type { Doing } from "../service/people/ports.ts";
import type { Database } from "./schema.ts";
import { writeStaffEvent } from "./staff-events.ts";
import type { StaffTables } from "./staff-schema.ts";

type Trx = Transaction<Database & StaffTables>;

/** What they worked on waits for somebody else, in the queue of its region. A closed tip keeps who closed it. */
export async function returnTips(trx: Trx, officerId: string, by: Doing): Promise<number> {
  const tips = await trx
    .selectFrom("tips")
    .select(["id", "state", "case_id"])
    .where("owner_id", "=", officerId)
    .where("state", "<>", "closed")
    .orderBy("id")
    .forUpdate()
    .execute();
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
export async function returnCases(
  trx: Trx,
  officerId: string,
  by: Doing,
): Promise<{ cases: number; tasks: number }> {
  const cases = await trx
    .updateTable("cases")
    .set((eb) => ({ owner_id: null, version: eb("version", "+", 1) }))
    .where("owner_id", "=", officerId)
    .where("closed_at", "is", null)
    .returning("id")
    .execute();
  const tasks = await trx
    .updateTable("case_tasks")
    .set((eb) => ({ officer_id: null, version: eb("version", "+", 1) }))
    .where("officer_id", "=", officerId)
    .where("done_at", "is", null)
    .where("withdrawn_at", "is", null)
    .returning(["id", "case_id"])
    .execute();
  const about = { ...by, subjectId: officerId };
  for (const { id } of cases)
    await writeStaffEvent(trx, { ...about, action: "case.returned", caseId: id, details: {} });
  for (const { id, case_id } of tasks)
    await writeStaffEvent(trx, {
      ...about,
      action: "case.task_returned",
      caseId: case_id,
      details: { task: id },
    });
  return { cases: cases.length, tasks: tasks.length };
}
