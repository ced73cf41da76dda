/** A change of one tip in the database: its case, its message and its event stand or fall with it. */
import { sql, type Transaction } from "kysely";
import type { Grading } from "../domain/cases/grading.ts";
import type { Outcome } from "../domain/cases/outcome.ts";
import type { Region } from "../domain/triage/verdict.ts";
import type { TipChange } from "../service/cases/ports.ts";
import type { VerdictColumns } from "../service/corrections/ports.ts";
import { mailIfRaised, mailIfRouted } from "./desk-mails.ts";
import type { EnqueueJobs } from "./enqueue.ts";
import type { Database } from "./schema.ts";
import { keepEnding, wakeSource, withdrawEnding } from "./source-record.ts";
import { tipLeft } from "./staff-case-moves.ts";
import { applyCorrection } from "./staff-corrections.ts";
import { writeStaffEvent } from "./staff-events.ts";
import type { StaffTables } from "./staff-schema.ts";

export type Trx = Transaction<Database & StaffTables>;

/** The change with its event; false when the tip is at another version. */
export async function changeTip(trx: Trx, change: TipChange, enqueue: EnqueueJobs): Promise<boolean> {
  const { set } = change;
  // Taken first, so that of two officers at once the second finds another version.
  const tip = await trx
    .selectFrom("tips")
    .select(["case_id", "region", "state", "version", "band", "lane"])
    .where("id", "=", change.tipId)
    .forUpdate()
    .executeTakeFirst();
  if (!tip || tip.version !== change.version) return false;
  const stays = set.caseId === undefined ? tip.case_id : set.caseId;
  const caseId = stays ?? (change.openCase ? await openCase(trx, change.openCase, tip.region) : null);
  await setTip(trx, { id: change.tipId, version: tip.version, caseId }, set, change.event.at);
  const after = { band: set.verdict?.band ?? set.band ?? tip.band, lane: set.lane ?? tip.lane };
  const mail = trx as unknown as Transaction<Database>;
  await mailIfRaised(mail, enqueue, { id: change.tipId, before: tip, after });
  // Put back by undo it goes where it was told of before.
  if (set.region && set.regionSettled)
    await mailIfRouted(mail, enqueue, { ...after, id: change.tipId, region: set.region });
  const { message } = change;
  if (message)
    await trx
      .insertInto("messages")
      .values({
        id: message.id,
        tip_id: change.tipId,
        from_party: "desk",
        at: message.at,
        sealed: message.sealed,
      })
      .execute();
  await applyCorrection(trx, change);
  const moved = caseId !== tip.case_id;
  const closes = set.state !== undefined && (set.state === "closed") !== (tip.state === "closed");
  const touched = moved ? [tip.case_id, caseId] : closes ? [caseId] : [];
  for (const id of touched.filter((each) => each !== null).sort())
    await settleCase(trx, id, change.event.at, set.outcome ?? null);
  await writeStaffEvent(trx, { ...change.event, tipId: change.tipId, caseId });
  if (moved && tip.case_id !== null) await tellOldCase(trx, change, { from: tip.case_id, to: caseId });
  return true;
}

/** The case that a tip leaves has it in its own timeline, where the tip's other events are no longer shown. */
async function tellOldCase(
  trx: Trx,
  { tipId, event }: TipChange,
  { from, to }: { from: string; to: string | null },
): Promise<void> {
  const now =
    to === null
      ? undefined
      : await trx.selectFrom("cases").select("reference").where("id", "=", to).executeTakeFirst();
  const { undone } = event.details;
  await writeStaffEvent(trx, {
    at: event.at,
    actorId: event.actorId,
    action: tipLeft,
    caseId: from,
    subjectId: tipId,
    details: { into: now?.reference ?? null, ...(undone === undefined ? {} : { undone }) },
  });
}

/** Writes what is to be set of a tip whose row is locked. */
export async function setTip(
  trx: Trx,
  tip: { id: string; version: number; caseId: string | null },
  set: TipChange["set"],
  at: Date,
): Promise<void> {
  await trx
    .updateTable("tips")
    .set({
      version: tip.version + 1,
      case_id: tip.caseId,
      ...(set.band === undefined ? {} : { band: set.band }),
      ...(set.lane === undefined ? {} : { lane: set.lane }),
      ...(set.laneSettled === undefined ? {} : { lane_settled: set.laneSettled }),
      ...(set.region === undefined ? {} : { region: set.region }),
      ...(set.regionSettled === undefined ? {} : { region_settled: set.regionSettled }),
      ...(set.state === undefined ? {} : { state: set.state }),
      ...(set.ownerId === undefined ? {} : { owner_id: set.ownerId }),
      ...(set.publicStatus === undefined ? {} : { public_status: set.publicStatus }),
      ...(set.outcome === undefined ? {} : { outcome: set.outcome }),
      ...(set.verdict === undefined ? {} : judgedColumns(set.verdict)),
      ...(set.grading === undefined ? {} : gradingColumns(set.grading)),
    })
    .where("id", "=", tip.id)
    .execute();
  if (set.state === "closed" && set.outcome) await keepEnding(trx, tip.id, set.outcome, at);
  else if (set.endingWithdrawn) await withdrawEnding(trx, tip.id, at);
  else if (set.outcome === null) await wakeSource(trx, tip.id, at);
}

/**
 * A case is closed while all of its tips are. Its version grows with every change of what it holds, so that nobody
 * closes a case with a tip in it that they have not seen.
 */
async function settleCase(trx: Trx, caseId: string, at: Date, outcome: Outcome | null): Promise<void> {
  await sql`
    update cases set version = version + 1,
      closed_at = case when held.open then null else coalesce(closed_at, ${at}::timestamptz) end,
      outcome = case when held.open then null else coalesce(${outcome}::text, cases.outcome) end
    from (select coalesce(bool_or(state <> 'closed'), true) as open from tips where case_id = ${caseId}) held
    where cases.id = ${caseId}`.execute(trx);
}

const judgedColumns = ({ band, machineBand, score, reasons, identifiers }: VerdictColumns) => ({
  band,
  machine_band: machineBand,
  score,
  reasons: JSON.stringify(reasons),
  identifier_counts: JSON.stringify(identifiers),
});

const gradingColumns = ({ source, information, handling }: Grading) => ({
  source_grade: source,
  information_grade: information,
  handling,
});

/** Numbers are given out under a lock on the year's row, so that none is given twice and a rollback leaves no gap. */
async function openCase(
  trx: Trx,
  { id, at, year }: NonNullable<TipChange["openCase"]>,
  region: Region | null,
): Promise<string> {
  const { last } = await trx
    .insertInto("case_numbers")
    .values({ year, last: 1 })
    .onConflict((conflict) =>
      conflict.column("year").doUpdateSet((eb) => ({ last: eb("case_numbers.last", "+", 1) })),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  const reference = `SK-${year}-${String(last).padStart(6, "0")}`;
  await trx.insertInto("cases").values({ id, reference, opened_at: at, region }).execute();
  return id;
}
