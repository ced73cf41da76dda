/** The tables of `020-telephone-return.sql` as Kysely sees them. */
import type { ColumnType } from "kysely";

type Time = ColumnType<Date, Date | string, Date | string>;
type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>;

export interface TelephoneTables {
  /** Calls that go on with an earlier tip. */
  call_returns: { call_hash: Bytes; tip_id: string; at: Time };
  /** The last call of a number, by an expiring hash. */
  callers: { hash: Bytes; call_hash: Bytes; expires_at: Time };
  /** Words that were keyed in during a call. */
  call_notes: { message_id: string; call_hash: Bytes };
}
