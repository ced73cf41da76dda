/** Puts what is learnt of a tip after its triage into its row: other voices and a known arrival. */
import { sql, type Transaction } from "kysely";
import { countVoices } from "../domain/related/corroborate.ts";
import { applyLearnt, type Learnt } from "../domain/related/learnt.ts";
import type { Band } from "../domain/triage/verdict.ts";
import type { JobRequest } from "./enqueue.ts";
import type { Database } from "./schema.ts";
import { recordOf } from "./source-record.ts";

export interface Rescoring {
  tipId: string;
  /** Other voices, when they changed the score. */
  voices: number | null;
  rise: { from: Band; to: Band; rule: string } | null;
}

/** Scores a tip by all that is known of it now, and raises its band when that, or `raise`, calls for it. */
export async function rescore(
  trx: Transaction<Database>,
  tipId: string,
  raise?: Learnt["raise"],
): Promise<Rescoring> {
  const unchanged: Rescoring = { tipId, voices: null, rise: null };
  const tip = await trx
    .selectFrom("tips")
    .select(["disposition", "score", "reasons", "machine_band", "band", "due_at", "state"])
    .where("id", "=", tipId)
    .forUpdate()
    .executeTakeFirst();
  if (!tip) return unchanged;
  const { voices, echo } = await voicesOf(trx, tipId);
  const source = await recordOf(trx, { id: tipId, closed: tip.state === "closed" });
  const now = applyLearnt(
    {
      disposition: tip.disposition,
      score: tip.score,
      reasons: tip.reasons,
      machineBand: tip.machine_band,
      band: tip.band,
    },
    {
      echo,
      corroboration: { independent: voices },
      source,
      ...(tip.due_at && { arrivalAt: tip.due_at.toISOString() }),
      ...(raise && { raise }),
    },
  );
  const reasons = JSON.stringify(now.reasons);
  const bandChanged = now.band !== tip.band;
  if (now.score === tip.score && !bandChanged && reasons === JSON.stringify(tip.reasons)) return unchanged;
  await trx
    .updateTable("tips")
    .set((eb) => ({
      score: now.score,
      reasons,
      band: now.band,
      machine_band: now.machineBand,
      // An officer who looks at it must see that it rose before acting on it.
      version: bandChanged ? eb("version", "+", 1) : eb.ref("version"),
    }))
    .where("id", "=", tipId)
    .execute();
  const pointsOf = (lines: readonly { code: string; points: number }[]) =>
    lines.find(({ code }) => code === "corroborated")?.points ?? 0;
  const rule = now.reasons.findLast(({ code }) => code.startsWith("rule_"))?.code ?? "";
  return {
    tipId,
    voices: pointsOf(now.reasons) === pointsOf(tip.reasons) ? null : voices,
    rise: bandChanged ? { from: tip.band, to: now.band, rule } : null,
  };
}

const urgent = (band: Band) => band === "A" || band === "B";

/** Events of what changed, and a mail to the desk for a tip that became urgent. Written last: see `writeWorkerEvents`. */
export function effectsOf(rescored: readonly Rescoring[]): { events: WorkerEvent[]; jobs: JobRequest[] } {
  const events: WorkerEvent[] = [];
  const jobs: JobRequest[] = [];
  for (const { tipId, voices, rise } of rescored) {
    if (voices !== null) events.push({ action: "tip.corroborated", tipId, details: { voices } });
    if (!rise) continue;
    events.push({ action: "tip.band_raised", tipId, details: rise });
    if (urgent(rise.to) && !urgent(rise.from)) jobs.push({ queue: "tip.notify", data: { tipId } });
  }
  return { events, jobs };
}

export interface WorkerEvent {
  action: string;
  tipId: string;
  subjectId?: string;
  /** Codes, counts and ids only. */
  details: Record<string, string | number | boolean | null>;
}

/** To be called at the end of a transaction: from the first event on it holds the log's head until the commit. */
export async function writeWorkerEvents(
  trx: Transaction<Database>,
  events: readonly WorkerEvent[],
  at: Date,
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ action, tipId, subjectId, details }) => ({
    at,
    actor_kind: "worker" as const,
    action,
    tip_id: tipId,
    subject_id: subjectId ?? null,
    details: JSON.stringify(details),
  }));
  await trx.insertInto("events").values(rows).execute();
}

/** Only what is in the queue and for Customs bears a tip out. */
async function voicesOf(
  trx: Transaction<Database>,
  tipId: string,
): Promise<{ voices: number; echo: boolean }> {
  const { rows } = await sql<{
    id: string;
    relation: "independent" | "echo";
    earlier: boolean;
    counts: boolean;
  }>`
    select t.id, r.relation, r.second_id = ${tipId} as earlier,
      t.lane = 'queue' and t.disposition in ('actionable', 'information') as counts
    from related_tips r
    join tips t on t.id = case when r.first_id = ${tipId} then r.second_id else r.first_id end
    where r.first_id = ${tipId} or r.second_id = ${tipId}`.execute(trx);
  const independent = rows.filter((row) => row.relation === "independent" && row.counts).map(({ id }) => id);
  const echo = rows.some((row) => row.relation === "echo" && row.earlier);
  if (independent.length === 0) return { voices: 0, echo };
  const group = [tipId, ...independent];
  const echoes = await trx
    .selectFrom("related_tips")
    .select(["first_id", "second_id"])
    .where("relation", "=", "echo")
    .where((eb) => eb.or([eb("first_id", "in", group), eb("second_id", "in", group)]))
    .limit(5_000)
    .execute();
  return {
    voices: countVoices(
      tipId,
      independent,
      echoes.map((row) => [row.first_id, row.second_id] as const),
    ),
    echo,
  };
}
