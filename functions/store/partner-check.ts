import { type Kysely, sql } from "kysely";
import { DatabaseAway } from "../service/errors.ts";
import type { PartnerCheck } from "../service/partners/ports.ts";
import { isAway } from "./connect.ts";
import type { Database } from "./schema.ts";

/** The public role's look-up: it was granted this question and neither table. */
export function createPartnerCheck(db: Kysely<Database>): PartnerCheck {
  return {
    async partnerOf(keyHash) {
      try {
        const { rows } = await sql<{ id: string | null }>`select partner_of_key(${keyHash}) as id`.execute(
          db,
        );
        return rows[0]?.id ?? undefined;
      } catch (error) {
        if (isAway(error)) throw new DatabaseAway(error);
        throw error;
      }
    },
  };
}
