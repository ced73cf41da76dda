import { mayReadNote, type ShownNote } from "../../domain/cases/note.ts";
import type { DeskContext } from "../staff-context.ts";
import { openWords } from "./officer-words.ts";
import type { NoteRow } from "./ports.ts";

export type OpenedNote = Omit<ShownNote, "at" | "struckAt"> & { at: Date; struckAt: Date | null };

/** The notes that are for this officer, opened, the oldest first. */
export function openNotes(ctx: DeskContext, notes: readonly NoteRow[]): Promise<OpenedNote[]> {
  return Promise.all(
    notes
      .filter((note) => mayReadNote(ctx.officer, note))
      .map(async ({ id, authorId, authorName, visible, at, struckAt, sealed }) => ({
        id,
        author: authorName,
        mine: authorId === ctx.officer.id,
        visible,
        at,
        struckAt,
        text: await openWords(ctx.opener, sealed),
      })),
  );
}
