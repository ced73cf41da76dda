import type { Transaction } from "kysely";
import { laneOf } from "../domain/routing/lane.ts";
import { mergeVerdicts } from "../domain/triage/merge-verdicts.ts";
import type { VerdictSummary } from "../domain/triage/summary.ts";
import type { Lang } from "../domain/triage/verdict.ts";
import type { AdditionEntry, TipEntry } from "../service/ports.ts";
import type { Effects } from "./effects.ts";
import { insertEvidence, insertTerms } from "./insert-tips.ts";
import type { Database } from "./schema.ts";
import { verdictColumns } from "./verdict-columns.ts";

/**
 * Joins later words to a tip: a sealed message, their search hashes and files, and a verdict that never sinks because
 * someone said more. Applying the same words twice changes nothing.
 */
export async function addToTip(
  trx: Transaction<Database>,
  tipId: string,
  entry: TipEntry | AdditionEntry,
  effects: Effects,
): Promise<void> {
  const added = await trx
    .insertInto("messages")
    .values({
      id: entry.id,
      tip_id: tipId,
      from_party: "reporter",
      at: entry.at,
      idem_hash: entry.idemHash,
      sealed: entry.sealed,
      summary: JSON.stringify(entry.summary),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!added) return;
  await insertTerms(trx, [{ ...entry, tipId }]);
  await insertEvidence(trx, [{ ...entry, tipId }]);
  const raised = await raiseTip(trx, tipId, entry);
  effects.events.push({
    at: entry.at,
    action: "tip.added_to",
    tipId,
    subjectId: entry.id,
    details: { channel: entry.channel, band: raised.band, files: entry.evidence.length },
  });
  if (raised.notify) effects.jobs.push({ queue: "tip.notify", data: { tipId } });
}

async function raiseTip(
  trx: Transaction<Database>,
  tipId: string,
  entry: TipEntry | AdditionEntry,
): Promise<{ band: string; notify: boolean }> {
  const tip = await trx
    .selectFrom("tips")
    .select([
      "lang",
      "disposition",
      "band",
      "machine_band",
      "score",
      "region",
      "urgency",
      "eta",
      "threat_to_life",
      "categories",
      "place_codes",
      "reasons",
      "identifier_counts",
      "lane",
      "misuse",
      "unread_since",
    ])
    .where("id", "=", tipId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const earlier: VerdictSummary = {
    lang: tip.lang as Lang,
    disposition: tip.disposition,
    categories: tip.categories,
    region: tip.region,
    places: tip.place_codes,
    urgency: tip.urgency,
    eta: tip.eta,
    identifiers: tip.identifier_counts,
    threat_to_life: tip.threat_to_life,
    band: tip.machine_band,
    score: tip.score,
    reasons: tip.reasons,
  };
  const merged = mergeVerdicts(earlier, entry.summary);
  // An officer's own band stands unless the new words ask for a more urgent one.
  const overruled = tip.band !== tip.machine_band;
  const band = overruled && tip.band <= merged.band ? tip.band : merged.band;
  // Words worth reading bring a tip out of quarantine; what an officer set aside stays, and shows as unread.
  const lane = tip.lane === "quarantine" ? laneOf(merged, { signs: tip.misuse }) : tip.lane;
  await trx
    .updateTable("tips")
    .set((eb) => ({
      ...verdictColumns(merged),
      band,
      machine_band: merged.band,
      lane,
      unread_since: tip.unread_since ?? entry.at,
      version: eb("version", "+", 1),
    }))
    .where("id", "=", tipId)
    .execute();
  const urgent = (letter: string) => letter === "A" || letter === "B";
  const untold = !urgent(tip.band) || lane !== tip.lane;
  return { band, notify: urgent(band) && untold };
}
