/** The desk's side of the database: every change with its event in one transaction. */
import type { Kysely } from "kysely";
import type { DeskStore, WholeTip } from "../service/cases/ports.ts";
import type { EnqueueJobs } from "./enqueue.ts";
import type { Database } from "./schema.ts";
import { recordOf } from "./source-record.ts";
import { authorsOf } from "./spoken-desk.ts";
import { countOwn, countTips } from "./staff-counts.ts";
import { batchTips, listEventRows, writeLineEvents, writeStaffEvent } from "./staff-events.ts";
import { evidenceOf, findEvidence } from "./staff-evidence.ts";
import { insertNote, notesOf, strikeOut } from "./staff-notes.ts";
import type { StaffTables } from "./staff-schema.ts";
import { changeTip } from "./staff-tip-changes.ts";
import { findTips, listTipRows } from "./staff-tip-list.ts";
import { caseTipRows, type StaffDb, tipRows, toTipRow } from "./staff-tip-rows.ts";
import { deleteView, insertView, viewsOf } from "./staff-views.ts";

export function createDeskStore(database: Kysely<Database>, enqueue: EnqueueJobs): DeskStore {
  const db: StaffDb = database.withTables<StaffTables>();
  return {
    list: (query) => listTipRows(db, query),
    findTips: (search, all) => findTips(db, search, all),
    caseTips: (caseId) => caseTipRows(db, caseId),
    async count(scope, officerId) {
      const [whole, mine] = await Promise.all([countTips(db, scope), countOwn(db, scope, officerId)]);
      return { ...whole, mine };
    },
    evidence: (evidenceId) => findEvidence(db, evidenceId),
    events: (query) => listEventRows(db, query),
    batchTips: (batch) => batchTips(db, batch),
    record: (event) => writeStaffEvent(db, event),
    whole: (tipId) => wholeTip(db, tipId),
    views: (officerId, team) => viewsOf(db, officerId, team),
    addView: (view, event) => insertView(db, view, event),
    addNote: (note, event, begins) => insertNote(db, note, event, begins),
    strikeNote: (note, event) => strikeOut(db, note, event),
    removeView: (id, by, event) => deleteView(db, id, by, event),

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

    recordLines: (events, since) => writeLineEvents(db, events, since),

    recordReading: (event) =>
      db.transaction().execute(async (trx) => {
        await writeStaffEvent(trx, event);
        const { numUpdatedRows } = await trx
          .updateTable("tips")
          .set({ unread_since: null })
          .where("id", "=", event.tipId)
          .where("unread_since", "is not", null)
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n;
      }),

    change: (change) => db.transaction().execute((trx) => changeTip(trx, change, enqueue)),
  };
}

async function wholeTip(db: StaffDb, tipId: string): Promise<WholeTip | undefined> {
  const [row, rest, messages, evidence, notes, partner, writtenDown] = await Promise.all([
    tipRows(db).where("tips.id", "=", tipId).executeTakeFirst(),
    db
      .selectFrom("tips")
      .select(["sealed", "thread_recipient", "reasons"])
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
    authorsOf(db, tipId),
  ]);
  if (!row || !rest) return undefined;
  const source = await recordOf(db, { id: tipId, closed: row.state === "closed" });
  return {
    ...toTipRow(row),
    sealed: rest.sealed,
    contactLeft: Boolean(rest.contact_left),
    source,
    threadRecipient: rest.thread_recipient,
    reasons: rest.reasons,
    messages: messages.map(({ id, from_party, at, sealed }) => ({ id, from: from_party, at, sealed })),
    evidence,
    notes,
    partner: partner ?? null,
    writtenDown,
  };
}
