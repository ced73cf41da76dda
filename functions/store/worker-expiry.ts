import type { Kysely } from "kysely";
import type { ExpiryStore } from "../service/worker-ports.ts";
import type { Database } from "./schema.ts";

export function createExpiryStore(db: Kysely<Database>): ExpiryStore {
  return {
    async expireSenders(now) {
      const writers = await db.deleteFrom("senders").where("expires_at", "<=", now).executeTakeFirst();
      const callers = await db.deleteFrom("callers").where("expires_at", "<=", now).executeTakeFirst();
      return Number(writers.numDeletedRows + callers.numDeletedRows);
    },
  };
}
