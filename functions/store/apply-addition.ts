import type { Transaction } from "kysely";
import { laneOf } from "../domain/routing/lane.ts";
import { answeredRule, bandOfAnswered } from "../domain/triage/answered.ts";
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
 * someone said more. Applying the same words twice changes nothing. `answers`: they come from the reporter now, and may
 * be what the desk waits for.
 */
export async function addToTip(
  trx: Transaction<Database>,
  tipId: string,
  entry: TipEntry | AdditionEntry,
  effects: Effects,
  answers = false,
): Promise<void> {
  const asked = answers && (await isAsked(trx, tipId));
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
  const raised = await raiseTip(trx, tipId, entry, asked);
  if (answers) await settleQuestion(trx, tipId);
  effects.events.push({
    at: entry.at,
    action: "tip.added_to",
    tipId,
    subjectId: entry.id,
    details: { channel: entry.channel, band: raised.band, files: entry.evidence.length },
  });
  if (raised.rise)
    effects.events.push({ at: entry.at, action: "tip.band_raised", tipId, details: raised.rise });
  if (raised.notify) effects.jobs.push({ queue: "tip.notify", data: { tipId } });
}

/** The desk's question is answered: until it asks again, the reporter is told that somebody reads. */
export async function settleQuestion(trx: Transaction<Database>, tipId: string): Promise<void> {
  await trx
    .updateTable("tips")
    .set({ public_status: "reading" })
    .where("id", "=", tipId)
    .where("public_status", "=", "question")
    .execute();
}

type Rise = Record<"from" | "to" | "rule", string>;

/** Whether the desk wrote last: what comes now is the answer it waits for. */
async function isAsked(trx: Transaction<Database>, tipId: string): Promise<boolean> {
  const last = await trx
    .selectFrom("messages")
    .select("from_party")
    .where("tip_id", "=", tipId)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.from_party === "desk";
}

async function raiseTip(
  trx: Transaction<Database>,
  tipId: string,
  entry: TipEntry | AdditionEntry,
  asked: boolean,
): Promise<{ band: string; notify: boolean; rise: Rise | null }> {
  const tip = await trx
    .selectFrom("tips")
    .select([
      "lang",
      "disposition",
      "band",
      "machine_band",
      "score",
      "region",
      "region_settled",
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
      "state",
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
  const told = overruled && tip.band <= merged.band ? tip.band : merged.band;
  // Words worth reading bring a tip out of quarantine; what an officer set aside stays, and shows as unread.
  const lane = tip.lane === "quarantine" ? laneOf(merged, { signs: tip.misuse }) : tip.lane;
  const waits = asked && lane === "queue" && tip.state !== "closed";
  const band = waits ? bandOfAnswered(told) : told;
  await trx
    .updateTable("tips")
    .set((eb) => ({
      ...verdictColumns(merged),
      // Where an officer sent it, it stays.
      ...(tip.region_settled ? { region: tip.region } : {}),
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
  const rise = band === told ? null : { from: told, to: band, rule: answeredRule };
  return { band, notify: urgent(band) && untold, rise };
}
