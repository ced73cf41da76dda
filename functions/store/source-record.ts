/** How tips of one source ended: kept as the desk closes them, counted for the next. */
import { type QueryExecutorProvider, sql } from "kysely";
import type { Outcome } from "../domain/cases/outcome.ts";
import { type SourceRecord, sourceRecord } from "../domain/triage/source-history.ts";

/** A busy partner's record rests on its last hundred tips. */
const mostTips = 100;

/**
 * The record of a tip's source: for a partner body the last ending of each of its other tips; for a reporter who came
 * back under their receipt, how this tip ended before it was opened again.
 */
export async function recordOf(
  db: QueryExecutorProvider,
  tip: { id: string; closed: boolean },
): Promise<SourceRecord | null> {
  const { rows: partner } = await sql<{ outcome: Outcome }>`
    select last.outcome from partner_tips own
    join lateral (
      select other.tip_id from partner_tips other
      where other.partner_id = own.partner_id and other.tip_id <> own.tip_id
      order by other.tip_id desc limit ${mostTips}) sent on true
    join tips on tips.id = sent.tip_id and tips.state = 'closed'
    join lateral (
      select e.outcome from tip_endings e
      where e.tip_id = sent.tip_id and e.withdrawn_at is null order by e.id desc limit 1) last on true
    where own.tip_id = ${tip.id}`.execute(db);
  if (partner.length > 0)
    return sourceRecord(
      "partner",
      partner.map(({ outcome }) => outcome),
    );
  if (tip.closed) return null;
  const { rows } = await sql<{ outcome: Outcome }>`
    select outcome from tip_endings where tip_id = ${tip.id} and withdrawn_at is null
    order by id desc limit 1`.execute(db);
  return sourceRecord(
    "receipt",
    rows.map(({ outcome }) => outcome),
  );
}

export async function keepEnding(
  db: QueryExecutorProvider,
  tipId: string,
  outcome: Outcome,
  at: Date,
): Promise<void> {
  await sql`insert into tip_endings (tip_id, outcome, ended_at)
    values (${tipId}, ${outcome}, ${at}::timestamptz)`.execute(db);
  await wakeSource(db, tipId, at);
}

/** The last ending was a slip and counts no more. */
export async function withdrawEnding(db: QueryExecutorProvider, tipId: string, at: Date): Promise<void> {
  await sql`
    update tip_endings set withdrawn_at = ${at}::timestamptz
    where id = (select id from tip_endings where tip_id = ${tipId} and withdrawn_at is null order by id desc limit 1)`.execute(
    db,
  );
  await wakeSource(db, tipId, at);
}

/** Has the worker score anew the tip itself and what is open of the same partner. */
export async function wakeSource(db: QueryExecutorProvider, tipId: string, at: Date): Promise<void> {
  await sql`
    update tip_traces set waiting_since = ${at}::timestamptz
    where tip_id = ${tipId} or tip_id in (
      select other.tip_id from partner_tips own
      join partner_tips other on other.partner_id = own.partner_id
      join tips on tips.id = other.tip_id and tips.state <> 'closed'
      where own.tip_id = ${tipId} order by other.tip_id desc limit ${mostTips})`.execute(db);
}
