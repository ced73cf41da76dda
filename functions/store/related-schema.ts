/** The tables of related tips and of arrivals as Kysely sees them. */
import type { ColumnType, Generated } from "kysely";
import type { ArrivalKind } from "../domain/arrivals/arrival.ts";
import type { Meeting, NamedType, Relation } from "../domain/related/classify-pair.ts";
import type { ArrivalKey } from "../service/arrivals/ports.ts";
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
  arrivals: {
    id: Generated<string>;
    base: string;
    key: string;
    kind: ArrivalKind;
    imo: string | null;
    mmsi: string | null;
    name: string | null;
    local_name: string | null;
    flight: string | null;
    container: string | null;
    awb: string | null;
    port: string;
    scheduled_on: string;
    due_at: Time;
    cancelled: boolean;
    imported_at: Time;
    waiting: Generated<boolean>;
  };
  arrival_keys: { arrival_id: string; type: string; how: ArrivalKey["how"]; hash: Bytes };
  tip_arrivals: {
    tip_id: string;
    arrival_id: string;
    type: NamedType;
    how: Meeting;
    due_at: Time;
    found_at: Time;
  };
}
