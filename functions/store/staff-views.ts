/** Views of the queue that officers keep. */
import type { NewEvent, SavedViewRow } from "../service/cases/ports.ts";
import { writeStaffEvent } from "./staff-events.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

export async function viewsOf(db: StaffDb, officerId: string, team: string): Promise<SavedViewRow[]> {
  const rows = await db
    .selectFrom("saved_views")
    .select(["id", "officer_id", "team", "sealed"])
    .where((eb) => eb.or([eb("officer_id", "=", officerId), eb("team", "=", team)]))
    .orderBy("id")
    .execute();
  return rows.map(({ id, officer_id, team, sealed }) => ({ id, officerId: officer_id, team, sealed }));
}

/** With its event, where there is one to tell. */
export function insertView(
  db: StaffDb,
  view: SavedViewRow & { at: Date },
  event: NewEvent | null,
): Promise<void> {
  const { id, officerId, team, sealed, at } = view;
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto("saved_views")
      .values({ id, officer_id: officerId, team, sealed, created_at: at })
      .execute();
    if (event) await writeStaffEvent(trx, event);
  });
}

/** False when neither the officer keeps such a view nor it is the team's that is given. Of a view for one nothing is told. */
export function deleteView(
  db: StaffDb,
  id: string,
  by: { officerId: string; team: string | null },
  event: NewEvent,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom("saved_views")
      .where("id", "=", id)
      .where((eb) => eb.or([eb("officer_id", "=", by.officerId), eb("team", "=", by.team)]))
      .returning("team")
      .executeTakeFirst();
    if (gone && gone.team !== null)
      await writeStaffEvent(trx, { ...event, details: { ...event.details, team: gone.team } });
    return gone !== undefined;
  });
}
