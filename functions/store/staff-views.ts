/** Views of the queue that officers keep. */
import type { SavedViewRow } from "../service/cases/ports.ts";
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

export async function insertView(db: StaffDb, view: SavedViewRow & { at: Date }): Promise<void> {
  const { id, officerId, team, sealed, at } = view;
  await db
    .insertInto("saved_views")
    .values({ id, officer_id: officerId, team, sealed, created_at: at })
    .execute();
}

/** False when the officer keeps no such view. */
export async function deleteView(db: StaffDb, id: string, officerId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("saved_views")
    .where("id", "=", id)
    .where("officer_id", "=", officerId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
