/** The tables of `020-telephone-return.sql` and `022-recording-copies.sql`, and `recording_sounds` of `100-misuse.sql`, as Kysely sees them. */
import type { ColumnType } from "kysely";
import type { CopyKind } from "../service/worker-ports.ts";

type Time = ColumnType<Date, Date | string, Date | string>;
type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>;

export interface TelephoneTables {
  /** Calls that go on with an earlier tip. */
  call_returns: { call_hash: Bytes; tip_id: string; at: Time };
  /** The last call of a number, by an expiring hash. */
  callers: { hash: Bytes; call_hash: Bytes; expires_at: Time };
  /** Words that were keyed in during a call. */
  call_notes: { message_id: string; call_hash: Bytes };
  /** Peaks, a disguised voice and a transcript of a recording. */
  recording_copies: {
    id: string;
    evidence_id: string;
    kind: CopyKind;
    media_type: string;
    bytes: ColumnType<string, number, never>;
    sha256: string;
    created_at: Time;
  };
  /** What can be told of a recording without understanding it. */
  recording_sounds: { evidence_id: string; tip_id: string; voiced_ms: number };
}
