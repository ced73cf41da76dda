/** Who reads an officer's note on a tip, of those who may read the tip at all. */
import { z } from "zod";
import type { StaffRegion } from "../access/officer.ts";

/** Its author alone; the officers of its author's region; everyone who may read the tip. */
export const NoteVisible = z.enum(["me", "unit", "all"]);
export type NoteVisible = z.infer<typeof NoteVisible>;

export function mayReadNote(
  officer: { id: string; region: StaffRegion },
  note: { authorId: string; visible: NoteVisible; region: StaffRegion },
): boolean {
  if (note.authorId === officer.id || note.visible === "all") return true;
  return note.visible === "unit" && note.region === officer.region;
}

export interface ShownNote {
  id: string;
  author: string;
  /** Only its author strikes it out. */
  mine: boolean;
  visible: NoteVisible;
  /** ISO 8601. */
  at: string;
  struckAt: string | null;
  /** Null when it cannot be opened. */
  text: string | null;
}
