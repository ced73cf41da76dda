import type { EvidenceRow } from "../service/cases/ports.ts";
import type { StaffDb } from "./staff-tip-rows.ts";

export async function evidenceOf(db: StaffDb, tipId: string): Promise<EvidenceRow[]> {
  const rows = await evidenceRows(db)
    .where("tip_id", "=", tipId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(toEvidenceRow);
}

export async function findEvidence(db: StaffDb, evidenceId: string): Promise<EvidenceRow | undefined> {
  const row = await evidenceRows(db).where("id", "=", evidenceId).executeTakeFirst();
  return row && toEvidenceRow(row);
}

function evidenceRows(db: StaffDb) {
  return db
    .selectFrom("evidence")
    .select(["id", "tip_id", "kind", "state", "media_type", "bytes", "sha256", "seconds", "created_at"]);
}

type Selected = Awaited<ReturnType<ReturnType<typeof evidenceRows>["execute"]>>[number];

function toEvidenceRow(row: Selected): EvidenceRow {
  return {
    id: row.id,
    tipId: row.tip_id,
    kind: row.kind,
    state: row.state,
    mediaType: row.media_type,
    bytes: row.bytes === null ? null : Number(row.bytes),
    sha256: row.sha256,
    seconds: row.seconds,
    at: row.created_at,
  };
}
