import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { type TipLane, TipState } from "../../functions/domain/cases/tip-state.ts";
import type { Region } from "../../functions/domain/triage/verdict.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { createEvidenceStore } from "../../functions/store/evidence-store.ts";
import type { TestDesk } from "./desk.ts";

/** A tip that lies in one state and region, with contact details and a heard recording. */
export interface LaidTip {
  id: string;
  /** Its recording, of which every kind of copy is there. */
  evidence: string;
  state: TipState;
  region: Region | null;
}

export interface LaidTips {
  tips: LaidTip[];
  /** Another tip, of the same region and state as the one laid last. */
  other: string;
  /** An officer's own note on the tip, by its id. */
  note(tip: LaidTip, officerId: string): Promise<string>;
  /** Lays a tip as it was made; `together`: in one case with the other. */
  lay(tip: LaidTip, lane?: TipLane, together?: boolean): Promise<void>;
}

/** A number in the words of every laid tip, with one slip in it, and what an officer may take it for. */
export const doubtfulNumber = { type: "container", given: "CSQU3054384", accepted: "CSQU3054383" };

const regions = ["tokyo", "kobe", null] as const;

/** A tip for each state and region, on a real desk. */
export async function layTips(desk: TestDesk): Promise<LaidTips> {
  const file = async () => {
    const { id } = await submitTip(desk.intake.ctx, {
      channel: "web",
      idempotencyKey: randomUUID(),
      report: {
        locale: "ja",
        text: `箱 ${doubtfulNumber.given} を見ました`,
        goods: [],
        contact: "someone@example.com",
      },
    });
    await desk.intake.drained();
    return id;
  };
  const files = createEvidenceStore({ folder: join(desk.intake.dataDir, "evidence"), s3Url: null });
  const sealed = await desk.staff.sealer.seal(new TextEncoder().encode("[0.5]"));
  const record = async (tipId: string) => {
    const id = randomUUID();
    await desk.owner.pool.query(
      `insert into evidence (id, tip_id, kind, state, media_type, bytes, sha256, seconds)
         values ($1, $2, 'recording', 'stored', 'audio/wav', 5, 'ab', 3)`,
      [id, tipId],
    );
    await files.put(id, sealed);
    for (const [kind, type] of [
      ["peaks", "application/json"],
      ["disguised", "audio/wav"],
    ] as const) {
      const copy = randomUUID();
      await desk.owner.pool.query(
        "insert into recording_copies (id, evidence_id, kind, media_type, bytes, sha256, created_at) values ($1, $2, $3, $4, 5, 'ab', now())",
        [copy, id, kind, type],
      );
      await files.put(copy, sealed);
    }
    return id;
  };
  const tips: LaidTip[] = [];
  for (const state of TipState.options)
    for (const region of regions) {
      const id = await file();
      tips.push({ id, evidence: await record(id), state, region });
    }
  const other = await file();
  return {
    tips,
    other,
    async note(tip, officerId) {
      const id = randomUUID();
      await desk.owner.pool.query(
        "insert into tip_notes (id, tip_id, author_id, visible, region, sealed, at) values ($1, $2, $3, 'all', 'hq', $4, now())",
        [id, tip.id, officerId, sealed],
      );
      return id;
    },
    async lay(tip, lane = "queue", together = false) {
      await desk.owner.pool.query(
        `with taken as (delete from identifiers where tip_id = $1 and correction_id is not null)
         delete from number_corrections where tip_id = $1`,
        [tip.id],
      );
      await desk.owner.pool.query(
        `update tips set state = $2, region = $3, lane = $4, band = 'C', source_grade = 'F', owner_id = null, outcome = null, version = 0 where id = $1`,
        [tip.id, tip.state, tip.region, lane],
      );
      await desk.owner.pool.query(
        `update tips set state = $2, region = $3, lane = 'queue', version = 0,
           case_id = (select t.case_id from tips t where t.id = $4 and $5) where id = $1`,
        [other, tip.state, tip.region, tip.id, together],
      );
    },
  };
}
