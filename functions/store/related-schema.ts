/** The tables of related tips and of arrivals as Kysely sees them. */
import type { ColumnType } from "kysely";
import type { Relation } from "../domain/related/classify-pair.ts";
import type { IdentifierGuess } from "../service/ports.ts";

type Time = ColumnType<Date, Date | string, Date | string>;
type OptionalTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>;

export interface RelatedTables {
  tip_traces: {
    tip_id: string;
    shingles: number;
    least: number[];
    bands: number[];
    waiting_since: OptionalTime;
  };
  identifier_guesses: { tip_id: string; type: string; how: IdentifierGuess["how"]; hash: Bytes };
  related_tips: {
    first_id: string;
    second_id: string;
    relation: Relation;
    why: string[];
    /** Per cent. */
    likeness: number;
    found_at: Time;
  };
}
