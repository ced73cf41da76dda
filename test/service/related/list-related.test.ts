import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffRegion, StaffRole } from "../../../functions/domain/access/officer.ts";
import { NotFound } from "../../../functions/service/errors.ts";
import { listRelated } from "../../../functions/service/tips/list-related.ts";
import { type Connection, connect } from "../../../functions/store/connect.ts";
import { createRelatedReader } from "../../../functions/store/related-desk.ts";
import { createDeskStore } from "../../../functions/store/staff-desk.ts";
import { freshDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
let owner: Connection;
let staff: Connection;
const ids: Record<string, string> = {};

beforeAll(async () => {
  database = await freshDatabase();
  owner = connect(database.url);
  staff = connect(database.urls.staff);
  const regions = { asked: "kobe", first: "kobe", copy: "kobe", voice: "kobe", moji: "moji", none: null };
  for (const [name, region] of Object.entries(regions)) {
    ids[name] = `01a00000-0000-7000-8000-00000000000${Object.keys(ids).length}`;
    await owner.pool.query(
      `insert into tips (id, received_at, channel, locale, lang, idem_hash, words_hash, receipt_hash, thread_recipient,
         sealed, disposition, machine_band, score, region, urgency, threat_to_life, categories, place_codes, reasons,
         identifier_counts, band, lane)
       values ($1, now(), 'web', 'ja', 'ja', $2, $2, $2, 'age1', 'sealed', 'actionable', 'B', 40, $3, 'soon', false,
         '{gold}', '{}', '[]', '[]', 'B', 'queue')`,
      [ids[name], Buffer.from(randomUUID()), region],
    );
  }
  const pairs = [
    ["asked", "first", "independent", ["same_container"], 3],
    ["asked", "copy", "echo", ["near_text"], 88],
    ["first", "voice", "echo", ["same_text"], 97],
    ["asked", "moji", "independent", ["same_handle"], 0],
    ["asked", "none", "independent", ["same_phone"], 0],
  ] as const;
  for (const [a, b, relation, why, likeness] of pairs)
    await owner.pool.query("insert into related_tips values ($1, $2, $3, $4, $5, now())", [
      ids[a],
      ids[b],
      relation,
      why,
      likeness,
    ]);
});
afterAll(async () => {
  await owner.close();
  await staff.close();
  await database.drop();
});

const list = (tip: string, role: StaffRole, region: StaffRegion) =>
  listRelated(
    {
      officer: { id: "o1", name: "A", role, region },
      desk: createDeskStore(staff.db, async () => undefined),
      related: createRelatedReader(staff.db),
    },
    { tipId: ids[tip] ?? tip },
  );

describe("the tips related to one", () => {
  it("are shown with why and how alike, other voices first, each with how often it was repeated", async () => {
    const { tips, elsewhere } = await list("asked", "intake", "hq");
    expect(tips.map(({ row: { id }, ...link }) => ({ id, ...link }))).toEqual([
      {
        id: ids.first,
        relation: "independent",
        earlier: false,
        why: ["same_container"],
        likeness: 3,
        echoes: 1,
      },
      { id: ids.moji, relation: "independent", earlier: false, why: ["same_handle"], likeness: 0, echoes: 0 },
      { id: ids.none, relation: "independent", earlier: false, why: ["same_phone"], likeness: 0, echoes: 0 },
      { id: ids.copy, relation: "echo", earlier: false, why: ["near_text"], likeness: 88, echoes: 0 },
    ]);
    expect(elsewhere).toBe(0);
    expect(tips[0]?.row).toMatchObject({ band: "B", region: "kobe", categories: ["gold"] });
  });

  it("are the other way round for the other tip", async () => {
    const { tips } = await list("copy", "intake", "hq");
    expect(tips).toMatchObject([{ row: { id: ids.asked }, relation: "echo", earlier: true }]);
  });

  it("are only counted where the officer may not read them", async () => {
    const { tips, elsewhere } = await list("asked", "investigator", "kobe");
    expect(tips.map(({ row }) => row.id)).toEqual([ids.first, ids.copy]);
    expect(elsewhere).toBe(2);
  });

  it("are not told of a tip that the officer may not read, or that is none", async () => {
    await expect(list("moji", "investigator", "kobe")).rejects.toThrow(NotFound);
    await expect(list("asked", "auditor", "hq")).rejects.toThrow(NotFound);
    await expect(list(randomUUID(), "intake", "hq")).rejects.toThrow(NotFound);
    await expect(list("1 or true", "intake", "hq")).rejects.toThrow(NotFound);
  });
});
