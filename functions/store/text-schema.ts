/** The words that the desk edits, as Kysely sees them. */
import type { ColumnType } from "kysely";

export interface TextTables {
  desk_texts: {
    key: string;
    locale: string;
    version: number;
    text: string | null;
    at: ColumnType<Date, Date, never>;
    officer_id: string;
  };
}
