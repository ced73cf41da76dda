import type { Kysely } from "kysely";
import type { ExpiryStore } from "../service/worker-ports.ts";
import type { Database } from "./schema.ts";

export function createExpiryStore(db: Kysely<Database>): ExpiryStore {
  return {
    async expireSenders(now) {
      const gone = await db.deleteFrom("senders").where("expires_at", "<=", now).executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}
