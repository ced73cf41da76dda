/** What the desk reads of the arrivals its tips mean. */
import { type Kysely, sql } from "kysely";
import type { ArrivalReader } from "../service/arrivals/ports.ts";
import type { Database } from "./schema.ts";

export function createArrivalReader(db: Kysely<Database>): ArrivalReader {
  return {
    async arrivalsOf(tipIds) {
      if (tipIds.length === 0) return [];
      return db
        .selectFrom("tip_arrivals as known")
        .innerJoin("arrivals as a", "a.id", "known.arrival_id")
        .select(["known.tip_id as tipId", "a.id as arrivalId", "a.kind", "a.imo", "a.mmsi", "a.name"])
        .select(["a.local_name as localName", "a.flight", "a.container", "a.awb", "a.port"])
        .select(["a.scheduled_on as scheduledOn", "known.due_at as dueAt", "known.type", "known.how"])
        .where(sql<boolean>`known.tip_id = any(${[...tipIds]}::uuid[])`)
        .execute();
    },
  };
}
