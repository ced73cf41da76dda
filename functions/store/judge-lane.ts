/** Signs of misuse on a tip, and the lane they and its substance ask for. */
import { sql, type Transaction } from "kysely";
import type { MisuseSign } from "../domain/misuse/signs.ts";
import { laneOf } from "../domain/routing/lane.ts";
import type { EventRow } from "./effects.ts";
import type { Database } from "./schema.ts";

export interface Judged {
  /** To be written into the event log, when the tip has moved. */
  event?: Pick<EventRow, "action" | "details">;
  /** It came back into the queue with a band that the desk is told of. */
  notify: boolean;
}

/**
 * Adds and takes away signs, and moves the tip between queue and quarantine. It stays where it is once an officer has
 * settled that, has set it aside or works on it. The same signs again change nothing.
 */
export async function judgeLane(
  trx: Transaction<Database>,
  tipId: string,
  change: { add?: readonly MisuseSign[]; drop?: readonly MisuseSign[] },
): Promise<Judged> {
  const tip = await trx
    .selectFrom("tips")
    .select(["lane", "state", "lane_settled", "misuse", "band"])
    .select(["threat_to_life", "identifier_counts", "disposition"])
    .select(
      sql<boolean>`exists (select 1 from call_notes n join messages m on m.id = n.message_id
      where m.tip_id = tips.id)`.as("keyed"),
    )
    .where("id", "=", tipId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const { add = [], drop = [] } = change;
  const misuse = [...new Set([...tip.misuse, ...add])].filter((sign) => !drop.includes(sign));
  const changed = misuse.length !== tip.misuse.length || misuse.some((sign) => !tip.misuse.includes(sign));
  const settled = tip.lane_settled || tip.state !== "new" || tip.lane === "set_aside";
  const summary = { ...tip, identifiers: tip.identifier_counts };
  const lane = settled ? tip.lane : laneOf(summary, { signs: misuse, keyed: tip.keyed });
  const moved = lane !== tip.lane;
  if (!changed && !moved) return { notify: false };
  await trx
    .updateTable("tips")
    .set((eb) => ({ misuse, lane, version: eb("version", "+", 1) }))
    .where("id", "=", tipId)
    .execute();
  if (!moved) return { notify: false };
  const action = lane === "quarantine" ? "tip.quarantined" : "tip.released";
  const notify = lane === "queue" && (tip.band === "A" || tip.band === "B");
  return { event: { action, details: { signs: misuse.join(" ") } }, notify };
}
