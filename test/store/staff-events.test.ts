import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EventQuery } from "../../functions/service/cases/ports.ts";
import { connect } from "../../functions/store/connect.ts";
import { eventList, listEventRows, timeOf } from "../../functions/store/staff-events.ts";
import type { StaffTables } from "../../functions/store/staff-schema.ts";
import type { StaffDb } from "../../functions/store/staff-tip-rows.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

const count = 40_000;
let database: TestDatabase;
let owner: ReturnType<typeof connect>;
let db: StaffDb;
beforeAll(async () => {
  database = await freshDatabase();
  owner = connect(database.url);
  db = owner.db.withTables<StaffTables>();
  for (const sql of [
    "alter table events disable trigger all",
    // Ten minutes apart; each seventh waited in the journal, so that its time lies before that of its number.
    `insert into events (seq, at, actor_kind, actor_id, action, details, prev_hash, hash)
     select n, timestamptz '2026-01-01' + (n - case when n % 7 = 0 then 40 else 0 end) * interval '10 minutes', 'staff',
       'officer-' || n % 20, 'tip.read', '{}', '', '' from generate_series(1, ${count}) n`,
    "alter table events enable trigger all",
    "vacuum analyze events",
  ])
    await owner.pool.query(sql);
}, 60_000);
afterAll(async () => {
  await owner?.close();
  await database?.drop();
});

const query = (given: Partial<EventQuery>): EventQuery => ({
  tipId: null,
  actorId: null,
  action: null,
  before: null,
  limit: 101,
  ...given,
});
const day = (text: string) => new Date(`${text}T00:00:00Z`);

interface Node {
  "Node Type": string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Node[];
}

/** How many rows the statement looked at in the log itself. */
async function looked(given: Partial<EventQuery>): Promise<number> {
  const asked = query(given);
  const compiled = eventList(db, asked, await timeOf(db, asked)).compile();
  const { rows } = await owner.pool.query(`explain (analyze, format json) ${compiled.sql}`, [
    ...compiled.parameters,
  ]);
  const all = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(all)];
  return Math.max(
    ...all(rows[0]["QUERY PLAN"][0].Plan as Node).map(
      (node) => (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"],
    ),
  );
}

describe("the event log narrowed by days", () => {
  it("is read a page at a time from the end of its days, however long ago and however many", async () => {
    for (const given of [
      { from: day("2026-01-10"), until: day("2026-01-11") },
      { from: day("2026-01-10"), until: day("2026-06-10") },
      { until: day("2026-01-10") },
      { from: day("2026-09-01") },
      { from: day("2030-01-01") },
      { from: day("2026-01-10"), until: day("2026-06-10"), before: 10_000 },
    ])
      expect(await looked(given), JSON.stringify(given)).toBeLessThan(300);
  });

  it("holds every event of its days once, by when it happened, over all pages", async () => {
    const days = { from: day("2026-02-01"), until: day("2026-02-08") };
    const seen: { seq: number; at: Date }[] = [];
    let before: number | null = null;
    for (;;) {
      const rows = await listEventRows(db, query({ ...days, before, limit: 100 }));
      seen.push(...rows);
      if (rows.length < 100) break;
      before = rows.at(-1)?.seq ?? null;
    }
    const { rows } = await owner.pool.query(
      "select seq::int from events where at >= $1 and at < $2 order by at desc, seq desc",
      [days.from, days.until],
    );
    expect(rows.length).toBeGreaterThan(1_000);
    expect(seen.map(({ seq }) => seq)).toEqual(rows.map(({ seq }) => seq));
    expect(seen.some(({ seq }, at) => at > 0 && seq > (seen[at - 1]?.seq ?? seq))).toBe(true);
  });

  it("goes by its numbers where no day is asked for", async () => {
    const rows = await listEventRows(db, query({ before: 500, limit: 50 }));
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, at) => 499 - at));
  });
});
