/** Officers' notes on tips. */
import type { NewEvent, NewNote, NoteRow } from "../service/cases/ports.ts";
import { beginWork } from "./begin-work.ts";
import { writeStaffEvent } from "./staff-events.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

/** The oldest first. */
export async function notesOf(db: StaffDb, tipId: string): Promise<NoteRow[]> {
  const rows = await db
    .selectFrom("tip_notes as note")
    .innerJoin("auth.user as author", "author.id", "note.author_id")
    .select(["note.id", "note.tip_id", "note.author_id", "author.name", "note.visible", "note.region"])
    .select(["note.sealed", "note.at", "note.struck_at"])
    .where("note.tip_id", "=", tipId)
    .orderBy("note.at")
    .orderBy("note.id")
    .execute();
  return rows.map(({ tip_id, author_id, name, struck_at, ...note }) => ({
    ...note,
    tipId: tip_id,
    authorId: author_id,
    authorName: name,
    struckAt: struck_at,
  }));
}

export async function insertNote(
  db: StaffDb,
  note: NewNote,
  event: NewEvent,
  begins: boolean,
): Promise<void> {
  const { id, tipId, authorId, visible, region, sealed, at } = note;
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("tip_notes")
      .values({ id, tip_id: tipId, author_id: authorId, visible, region, sealed, at })
      .execute();
    if (begins) await beginWork(trx, authorId, [tipId]);
    await writeStaffEvent(trx, event);
  });
}

/** False, and nothing is written, when this officer has no such note on this tip that still stands. */
export function strikeOut(
  db: StaffDb,
  note: Pick<NewNote, "id" | "tipId" | "authorId" | "at">,
  event: NewEvent,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("tip_notes")
      .set({ struck_at: note.at })
      .where("id", "=", note.id)
      .where("tip_id", "=", note.tipId)
      .where("author_id", "=", note.authorId)
      .where("struck_at", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await writeStaffEvent(trx, event);
    return true;
  });
}
