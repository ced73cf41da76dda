/** The tables of partner bodies as Kysely sees them. */
import type { ColumnType } from "kysely";

type Time = ColumnType<Date, Date | string, Date | string>;
type OptionalTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>;

export interface PartnerTables {
  partners: { id: string; name: string; made_at: Time };
  partner_keys: { id: string; partner_id: string; key_hash: Bytes; made_at: Time; revoked_at: OptionalTime };
  partner_tips: { tip_id: string; partner_id: string; reference: string };
}
