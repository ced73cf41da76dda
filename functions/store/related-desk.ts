/** What the desk reads of related tips. */
import { type Kysely, sql } from "kysely";
import type { PairVerdict } from "../domain/related/classify-pair.ts";
import type { RelatedReader } from "../service/related/ports.ts";
import type { Database } from "./schema.ts";
import type { StaffTables } from "./staff-schema.ts";
import { type StaffDb, tipRows, toTipRow } from "./staff-tip-rows.ts";

/** The earliest echoes and the latest voices; more than anyone reads of one tip. */
const most = 100;

export function createRelatedReader(database: Kysely<Database>): RelatedReader {
  const db: StaffDb = database.withTables<StaffTables>();
  return {
    async relatedTo(tipId) {
      const { rows: links } = await sql<{
        id: string;
        relation: "independent" | "echo";
        earlier: boolean;
        why: PairVerdict["why"];
        likeness: number;
        echoes: number;
      }>`
        with linked as (
          select case when first_id = ${tipId} then second_id else first_id end as id, relation,
            second_id = ${tipId} as earlier, why, likeness
          from related_tips where first_id = ${tipId} or second_id = ${tipId}
          order by relation desc, 1 limit ${most}
        )
        select linked.*, (select count(*)::int from related_tips e where e.relation = 'echo'
          and e.first_id = linked.id and e.second_id <> ${tipId}) as echoes
        from linked`.execute(db);
      if (links.length === 0) return [];
      const rows = await tipRows(db)
        .where(
          "tips.id",
          "in",
          links.map(({ id }) => id),
        )
        .execute();
      const byId = new Map(rows.map((row) => [row.id, toTipRow(row)]));
      return links.flatMap(({ id, ...link }) => {
        const row = byId.get(id);
        return row ? [{ row, ...link }] : [];
      });
    },
  };
}
