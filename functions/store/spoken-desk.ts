/** What callers told officers, as the desk keeps it: every change with its event in one transaction. */
import type { Kysely, Transaction } from "kysely";
import type { SpokenDesk } from "../service/spoken/ports.ts";
import { addToTip } from "./apply-addition.ts";
import { enqueueOfDesk } from "./desk-mails.ts";
import type { Effects } from "./effects.ts";
import type { EnqueueJobs } from "./enqueue.ts";
import { insertTips } from "./insert-tips.ts";
import type { Database } from "./schema.ts";
import { writeStaffEvent } from "./staff-events.ts";
import type { StaffTables } from "./staff-schema.ts";
import { scopeConditions } from "./staff-tip-conditions.ts";
import { type StaffDb, tipRows, toTipRow } from "./staff-tip-rows.ts";

type SpokenTables = StaffTables & {
  spoken_words: { id: string; tip_id: string; officer_id: string; at: Date };
};
type Trx = Transaction<Database & SpokenTables>;

export function createSpokenDesk(database: Kysely<Database>, enqueue: EnqueueJobs): SpokenDesk {
  const db = database.withTables<SpokenTables>();
  return {
    async recentCalls({ scope, since, limit }) {
      const rows = await tipRows(db as unknown as StaffDb)
        .where("tips.channel", "=", "voice")
        .where("tips.received_at", ">=", since)
        .where((eb) => eb.and(scopeConditions(scope)))
        .orderBy("tips.received_at", "desc")
        .orderBy("tips.id")
        .limit(limit)
        .execute();
      return rows.map(toTipRow);
    },

    file: (tip, officerId) =>
      db.transaction().execute(async (trx) => {
        const effects: Effects = { jobs: [], events: [] };
        await insertTips(trx as unknown as Transaction<Database>, [tip], effects);
        const [received] = effects.events;
        if (!received) return { tipId: await knownTip(trx, tip.idemHash) };
        await enqueueOfDesk(trx as unknown as Transaction<Database>, enqueue, effects);
        await keepAuthor(trx, { id: tip.id, tipId: tip.id, officerId, at: tip.at });
        await writeStaffEvent(trx as unknown as StaffDb, {
          at: new Date(tip.at),
          actorId: officerId,
          action: "tip.written_down",
          tipId: tip.id,
          details: { channel: tip.channel, band: tip.summary.band, contact: tip.sealedContact !== null },
        });
        return { tipId: tip.id };
      }),

    join: ({ tipId, words, sealedContact, officerId }) =>
      db.transaction().execute(async (trx) => {
        const before = await trx
          .selectFrom("tips")
          .select(["case_id", "band", "unread_since"])
          .where("id", "=", tipId)
          .forUpdate()
          .executeTakeFirstOrThrow();
        const effects: Effects = { jobs: [], events: [] };
        await addToTip(trx as unknown as Transaction<Database>, tipId, words, effects);
        if (effects.events.length === 0) return;
        await enqueueOfDesk(trx as unknown as Transaction<Database>, enqueue, effects);
        await keepAuthor(trx, { id: words.id, tipId, officerId, at: words.at });
        const after = await trx
          .updateTable("tips")
          // These words are the desk's own: nobody there has yet to read them.
          .set({
            unread_since: before.unread_since,
            ...(sealedContact ? { sealed_contact: sealedContact } : {}),
          })
          .where("id", "=", tipId)
          .returning("band")
          .executeTakeFirstOrThrow();
        await writeStaffEvent(trx as unknown as StaffDb, {
          at: new Date(words.at),
          actorId: officerId,
          action: "tip.spoken_added",
          tipId,
          caseId: before.case_id,
          subjectId: words.id,
          details: {
            ...(after.band === before.band ? { band: after.band } : { from: before.band, to: after.band }),
            contact: sealedContact !== null,
          },
        });
      }),
  };
}

async function knownTip(trx: Trx, idemHash: Uint8Array): Promise<string> {
  const known = await trx
    .selectFrom("tips")
    .select("id")
    .where("idem_hash", "=", idemHash as Buffer)
    .executeTakeFirstOrThrow();
  return known.id;
}

async function keepAuthor(
  trx: Trx,
  { id, tipId, officerId, at }: { id: string; tipId: string; officerId: string; at: string },
): Promise<void> {
  await trx
    .insertInto("spoken_words")
    .values({ id, tip_id: tipId, officer_id: officerId, at: new Date(at) })
    .execute();
}

/** Who wrote down which words of a tip: ids of messages, and the tip's own. */
export async function authorsOf(database: StaffDb, tipId: string): Promise<Map<string, string>> {
  const rows = await (database as unknown as Kysely<Database & SpokenTables>)
    .selectFrom("spoken_words")
    .leftJoin("auth.user as officer", "officer.id", "spoken_words.officer_id")
    .select(["spoken_words.id", "officer.name"])
    .where("spoken_words.tip_id", "=", tipId)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name ?? ""]));
}
