/** The desk's side of the database: every change with its event in one transaction. */
import type { Kysely, Transaction } from "kysely";
import type { Grading } from "../domain/cases/grading.ts";
import type { Region } from "../domain/triage/verdict.ts";
import type { DeskStore, TipChange, WholeTip } from "../service/cases/ports.ts";
import type { Database } from "./schema.ts";
import { countTips } from "./staff-counts.ts";
import { listEventRows, writeStaffEvent } from "./staff-events.ts";
import { evidenceOf, findEvidence } from "./staff-evidence.ts";
import { insertNote, notesOf, strikeOut } from "./staff-notes.ts";
import type { StaffTables } from "./staff-schema.ts";
import { caseTipRows, listTipRows, type StaffDb, tipRows, toTipRow } from "./staff-tip-rows.ts";
import { deleteView, insertView, viewsOf } from "./staff-views.ts";

export function createDeskStore(database: Kysely<Database>): DeskStore {
  const db: StaffDb = database.withTables<StaffTables>();
  return {
    list: (query) => listTipRows(db, query),
    caseTips: (caseId) => caseTipRows(db, caseId),
    count: (scope, officerId) => countTips(db, scope, officerId),
    evidence: (evidenceId) => findEvidence(db, evidenceId),
    events: (query) => listEventRows(db, query),
    record: (event) => writeStaffEvent(db, event),
    whole: (tipId) => wholeTip(db, tipId),
    views: (officerId, team) => viewsOf(db, officerId, team),
    addView: (view) => insertView(db, view),
    addNote: (note, event) => insertNote(db, note, event),
    strikeNote: (note, event) => strikeOut(db, note, event),
    removeView: (id, officerId) => deleteView(db, id, officerId),

    officers: () =>
      db
        .selectFrom("auth.user")
        .select(["id", "name", "role", "region"])
        .where("leftAt", "is", null)
        .where("twoFactorEnabled", "=", true)
        .orderBy("name")
        .orderBy("id")
        .execute(),

    async sealedContact(tipId) {
      const row = await db
        .selectFrom("tips")
        .select("sealed_contact")
        .where("id", "=", tipId)
        .executeTakeFirst();
      return row?.sealed_contact ?? null;
    },

    async row(tipId) {
      const row = await tipRows(db).where("tips.id", "=", tipId).executeTakeFirst();
      return row && toTipRow(row);
    },

    async withIdentifiers(tipIds, hashes) {
      if (tipIds.length === 0 || hashes.length === 0) return [];
      const rows = await db
        .selectFrom("identifiers")
        .select("tip_id")
        .distinct()
        .where("tip_id", "in", tipIds)
        .where("hash", "in", hashes as Buffer[])
        .execute();
      return rows.map((row) => row.tip_id);
    },

    async sealedWords(tipIds) {
      const found = new Map<string, Uint8Array[]>();
      if (tipIds.length === 0) return found;
      const [tips, messages] = await Promise.all([
        db.selectFrom("tips").select(["id", "sealed"]).where("id", "in", tipIds).execute(),
        db.selectFrom("messages").select(["tip_id", "sealed"]).where("tip_id", "in", tipIds).execute(),
      ]);
      for (const { id, sealed } of tips) found.set(id, [sealed]);
      for (const { tip_id, sealed } of messages) found.get(tip_id)?.push(sealed);
      return found;
    },

    recordReading: (event) =>
      db.transaction().execute(async (trx) => {
        await writeStaffEvent(trx, event);
        await trx
          .updateTable("tips")
          .set({ unread_since: null })
          .where("id", "=", event.tipId)
          .where("unread_since", "is not", null)
          .execute();
      }),

    change: (change) => db.transaction().execute((trx) => changeTip(trx, change)),
  };
}

async function wholeTip(db: StaffDb, tipId: string): Promise<WholeTip | undefined> {
  const [row, rest, messages, evidence, notes, partner] = await Promise.all([
    tipRows(db).where("tips.id", "=", tipId).executeTakeFirst(),
    db
      .selectFrom("tips")
      .select(["sealed", "thread_recipient", "public_status", "reasons"])
      .select((eb) => eb("sealed_contact", "is not", null).as("contact_left"))
      .where("id", "=", tipId)
      .executeTakeFirst(),
    db
      .selectFrom("messages")
      .select(["id", "from_party", "at", "sealed"])
      .where("tip_id", "=", tipId)
      .orderBy("at")
      .orderBy("id")
      .execute(),
    evidenceOf(db, tipId),
    notesOf(db, tipId),
    db
      .selectFrom("partner_tips")
      .innerJoin("partners", "partners.id", "partner_tips.partner_id")
      .select(["partners.name", "partner_tips.reference"])
      .where("tip_id", "=", tipId)
      .executeTakeFirst(),
  ]);
  if (!row || !rest) return undefined;
  return {
    ...toTipRow(row),
    sealed: rest.sealed,
    contactLeft: Boolean(rest.contact_left),
    threadRecipient: rest.thread_recipient,
    publicStatus: rest.public_status,
    reasons: rest.reasons,
    messages: messages.map(({ id, from_party, at, sealed }) => ({ id, from: from_party, at, sealed })),
    evidence,
    notes,
    partner: partner ?? null,
  };
}

type Trx = Transaction<Database & StaffTables>;

async function changeTip(trx: Trx, change: TipChange): Promise<boolean> {
  const { set } = change;
  // Taken first, so that of two officers at once the second finds another version.
  const tip = await trx
    .selectFrom("tips")
    .select(["case_id", "region", "version"])
    .where("id", "=", change.tipId)
    .forUpdate()
    .executeTakeFirst();
  if (!tip || tip.version !== change.version) return false;
  const stays = set.caseId === undefined ? tip.case_id : set.caseId;
  const caseId = stays ?? (change.openCase ? await openCase(trx, change.openCase, tip.region) : null);
  await trx
    .updateTable("tips")
    .set({
      version: tip.version + 1,
      case_id: caseId,
      ...(set.band === undefined ? {} : { band: set.band }),
      ...(set.lane === undefined ? {} : { lane: set.lane }),
      ...(set.state === undefined ? {} : { state: set.state }),
      ...(set.ownerId === undefined ? {} : { owner_id: set.ownerId }),
      ...(set.publicStatus === undefined ? {} : { public_status: set.publicStatus }),
      ...(set.outcome === undefined ? {} : { outcome: set.outcome }),
      ...(set.grading === undefined ? {} : gradingColumns(set.grading)),
    })
    .where("id", "=", change.tipId)
    .execute();
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
  await writeStaffEvent(trx, { ...change.event, tipId: change.tipId, caseId });
  return true;
}

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
