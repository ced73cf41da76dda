/** Tips as the desk's lists show them. */
import { type Expression, type Kysely, sql } from "kysely";
import type { TipRow } from "../service/cases/ports.ts";
import type { Database } from "./schema.ts";
import type { StaffTables } from "./staff-schema.ts";
import { calmOf, dueOf, dueOrNeverOf } from "./staff-tip-conditions.ts";

export type StaffDb = Kysely<Database & StaffTables>;

/** A moment as it stands in an address. */
const key = (moment: Expression<unknown>) =>
  sql<string | null>`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Tips with what a row shows of their case, owner and files. */
export function tipRows(db: StaffDb) {
  return db
    .selectFrom("tips")
    .leftJoin("cases", "cases.id", "tips.case_id")
    .leftJoin("auth.user as owner", "owner.id", "tips.owner_id")
    .select([
      "tips.id",
      "tips.received_at",
      "tips.channel",
      "tips.locale",
      "tips.lang",
      "tips.band",
      "tips.machine_band",
      "tips.score",
      "tips.disposition",
      "tips.categories",
      "tips.region",
      "tips.region_settled",
      "tips.place_codes",
      "tips.urgency",
      "tips.eta",
      "tips.lapsed",
      "tips.threat_to_life",
      "tips.identifier_counts",
      "tips.state",
      "tips.public_status",
      "tips.lane",
      "tips.misuse",
      "tips.outcome",
      "tips.source_grade",
      "tips.information_grade",
      "tips.handling",
      "cases.unit",
      "tips.case_id",
      "cases.reference as case_reference",
      "tips.owner_id",
      "owner.name as owner_name",
      "tips.unread_since",
      "tips.version",
    ])
    .select([
      key(sql`tips.received_at`).$castTo<string>().as("received_key"),
      sql<boolean>`tips.thread_recipient <> ''`.as("answerable"),
      sql<Date | null>`tips.due_at`.as("due_at"),
      key(dueOf("tips")).as("due_key"),
      sql<string | null>`(select e.state from evidence e where e.tip_id = tips.id and e.kind = 'recording'
        order by e.state = 'stored' desc, e.created_at limit 1)`.as("recording"),
      sql<number>`(select count(*)::int from tips c where c.case_id = tips.case_id)`.as("case_tips"),
      sql<number>`(select count(*)::int from case_tasks k where k.case_id = tips.case_id and k.done_at is null
        and k.withdrawn_at is null and k.due_at <= now())`.as("overdue_tasks"),
      sql<number>`(select count(*)::int from evidence e where e.tip_id = tips.id and e.kind <> 'recording')`.as(
        "files",
      ),
    ]);
}

type Selected = Awaited<ReturnType<ReturnType<typeof tipRows>["execute"]>>[number];

export function toTipRow(row: Selected): TipRow {
  return {
    id: row.id,
    receivedAt: row.received_at,
    receivedKey: row.received_key,
    channel: row.channel,
    locale: row.locale,
    lang: row.lang,
    band: row.band,
    machineBand: row.machine_band,
    score: row.score,
    disposition: row.disposition,
    categories: row.categories,
    region: row.region,
    regionSettled: row.region_settled,
    placeCodes: row.place_codes,
    urgency: row.urgency,
    eta: row.eta,
    dueAt: row.due_at,
    dueKey: row.due_key,
    lapsed: row.lapsed,
    threatToLife: row.threat_to_life,
    answerable: row.answerable,
    identifiers: row.identifier_counts,
    state: row.state,
    publicStatus: row.public_status,
    lane: row.lane,
    misuse: row.misuse,
    outcome: row.outcome,
    caseId: row.case_id,
    caseReference: row.case_reference,
    caseTips: row.case_tips,
    unit: row.unit,
    overdueTasks: row.overdue_tasks,
    grading: { source: row.source_grade, information: row.information_grade, handling: row.handling },
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? "" },
    recording: row.recording as TipRow["recording"],
    files: row.files,
    unreadSince: row.unread_since,
    version: row.version,
  };
}

/** All tips of a case, the most urgent first. */
export async function caseTipRows(db: StaffDb, caseId: string): Promise<TipRow[]> {
  const rows = await tipRows(db)
    .where("tips.case_id", "=", caseId)
    .orderBy("tips.band")
    .orderBy(calmOf("tips"))
    .orderBy("tips.lapsed")
    .orderBy(dueOrNeverOf("tips"))
    .orderBy("tips.received_at")
    .orderBy("tips.id")
    .execute();
  return rows.map(toTipRow);
}
