/** What the words that the desk edits need of the world, as types only. */
import type { EditedText } from "../../domain/texts/desk-text.ts";
import type { NewEvent } from "../cases/ports.ts";

export interface TextRow extends EditedText {
  at: Date;
  officerId: string;
}

export interface TextStore {
  /** Every version of every text of these languages; of all of them without any. */
  texts(locales?: readonly string[]): Promise<(TextRow & { officerName: string })[]>;
  /** False, and no event, when there is such a version already. */
  addText(row: TextRow, event: NewEvent): Promise<boolean>;
}

/** What the public role reads of it. */
export interface TextReader {
  /** The newest wording of each status. */
  statusTexts(): Promise<EditedText[]>;
}
