import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReadableScope } from "../../functions/domain/access/permits.ts";
import { TipFilters } from "../../functions/domain/cases/tip-filters.ts";
import { TipState } from "../../functions/domain/cases/tip-state.ts";
import type { TipQuery } from "../../functions/service/cases/ports.ts";
import { connect } from "../../functions/store/connect.ts";
import type { StaffTables } from "../../functions/store/staff-schema.ts";
import { findTips, listTipRows, pageIds } from "../../functions/store/staff-tip-list.ts";
import type { StaffDb } from "../../functions/store/staff-tip-rows.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let owner: ReturnType<typeof connect>;
let db: StaffDb;
beforeAll(async () => {
  database = await freshDatabase();
  owner = connect(database.url);
  db = owner.db.withTables<StaffTables>();
  await owner.pool.query(`alter table tips disable trigger user`);
  await owner.pool.query(
    `insert into tips (id, received_at, channel, locale, lang, idem_hash, words_hash, receipt_hash, thread_recipient, sealed,
       disposition, machine_band, score, region, urgency, eta, threat_to_life, categories, place_codes, reasons,
       identifier_counts, band, lane, state, audible)
     select gen_random_uuid(), now() - n * interval '5 minutes', 'web', 'ja', 'ja', sha256(n::text::bytea), '', '', '', '',
       'actionable', 'C', 10, (array['kobe', 'tokyo', null])[1 + n % 3], 'soon', case when n % 5 = 0 then current_date + n % 90 end,
       n % 50 = 0, '{}', '{}', '[]', '[]', substr('ABCD', 1 + n % 4, 1), 'queue',
       (array['new', 'closed', 'assigned', 'closed'])[1 + n / 4 % 4], n % 7 = 0
     from generate_series(1, 20000) n`,
  );
  // Every tenth tip shares its case with two others.
  await owner.pool.query(`insert into cases (id, reference)
    select gen_random_uuid(), 'SK-2026-' || lpad(n::text, 6, '0') from generate_series(1, 700) n`);
  await owner.pool.query(`with numbered as (select id, row_number() over (order by id) as n from tips)
    update tips set case_id = c.id from numbered t, (select id, row_number() over (order by id) as n from cases) c
    where tips.id = t.id and t.n % 10 = 0 and c.n = t.n / 30 + 1`);
  await owner.pool.query("analyze tips");
}, 60_000);
afterAll(async () => {
  await owner?.close();
  await database?.drop();
});

const everywhere: ReadableScope = { states: [...TipState.options], region: "every" };
const place = {
  band: "A" as const,
  life: false,
  lapsed: false,
  dueKey: "2026-01-02T00:00:00.000000Z",
  receivedKey: "2026-01-01T00:00:00.000000Z",
  id: "00000000-0000-7000-8000-000000000000",
  arriving: false,
};

/** The nodes of the plan of one page, without what is asked for each single row. */
async function plan(query: Partial<TipQuery>, filters: Record<string, string> = {}): Promise<string[]> {
  const list = pageIds(db, {
    scope: everywhere,
    filters: TipFilters.parse(filters),
    officerId: "nobody",
    after: null,
    limit: 51,
    ...query,
  });
  const [row] = (await list.explain("json")) as { "QUERY PLAN": { Plan: Node }[] }[];
  const nodes: string[] = [];
  const walk = (node: Node): void => {
    nodes.push([node["Node Type"], node["Index Name"]].filter(Boolean).join(" "));
    node.Plans?.filter((next) => next["Parent Relationship"] !== "SubPlan").forEach(walk);
  };
  if (row?.["QUERY PLAN"][0]) walk(row["QUERY PLAN"][0].Plan);
  return nodes;
}
interface Node {
  "Node Type": string;
  "Index Name"?: string;
  "Parent Relationship"?: string;
  Plans?: Node[];
}

describe("a page of the queue over many tips", () => {
  it("is read off the index in its order, from wherever it begins, without sorting", async () => {
    for (const after of [null, place]) {
      const nodes = await plan({ after });
      expect(nodes).toContainEqual(expect.stringMatching(/Index (Only )?Scan tips_queue$/));
      expect(nodes).not.toContain("Sort");
    }
    const inKobe = await plan({ scope: { ...everywhere, region: "kobe" } });
    expect(inKobe.join()).toMatch(/Index (Only )?Scan tips_queue/);
    expect(inKobe).not.toContain("Sort");
    const arriving = await plan({}, { arriving: "1" });
    expect(arriving).toContainEqual(expect.stringMatching(/Index (Only )?Scan tips_arrival$/));
    expect(arriving).not.toContain("Sort");
    const cases = await plan({ byCase: true });
    expect(cases).toContainEqual(expect.stringMatching(/Index (Only )?Scan tips_queue$/));
    expect(cases).not.toContain("Sort");
    const narrowed = await plan({}, { lang: "ja", urgency: "soon", owner: "none", recording: "1" });
    expect(narrowed).toContainEqual(expect.stringMatching(/Index (Only )?Scan tips_queue$/));
    expect(narrowed).not.toContain("Sort");
    const closed = await plan({}, { state: "closed" });
    expect(closed).toContainEqual(expect.stringMatching(/Index (Only )?Scan tips_closed$/));
    expect(closed).not.toContain("Sort");
  });
});

describe("a search over many tips", () => {
  it("finds the same tips in the same order whether few are sorted or many are walked", async () => {
    // 6 is in 400 tips, 7 in 5,000.
    await owner.pool.query(`with numbered as (select id, row_number() over (order by id) as n from tips)
      insert into search_terms (source_id, tip_id, terms)
      select gen_random_uuid(), id, case when n % 50 = 0 then '{6,7}' else '{7}' end::integer[] from numbered where n % 4 = 0`);
    await owner.pool.query("analyze search_terms");
    const asked = async (terms: number[], filters: object = {}) => {
      const keys = { identifiers: [], reference: null, receipt: null, place: null, terms };
      return listTipRows(db, {
        scope: everywhere,
        filters: TipFilters.parse({ q: "xx", ...filters }),
        officerId: "nobody",
        after: null,
        limit: 50,
        found: await findTips(db, keys, false),
      });
    };
    for (const filters of [{}, { region: "kobe" }, { lang: "vi" }]) {
      const many = await asked([7], filters);
      const { rows } = await owner.pool.query<{ id: string }>(
        `select id from tips where id in (select tip_id from search_terms where 7 = any(terms))
           and ($1::text is null or region = $1) and ($2::text is null or lang = $2)
         order by band, not threat_to_life, eta nulls last, received_at, id limit 50`,
        [(filters as { region?: string }).region ?? null, (filters as { lang?: string }).lang ?? null],
      );
      expect(many.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
      expect(many.length).toBe("lang" in filters ? 0 : 50);
    }
    const few = await asked([6, 7]);
    expect(few).toHaveLength(50);
    expect(few.map(({ band }) => band)).toEqual(few.map(({ band }) => band).sort());
  });
});
