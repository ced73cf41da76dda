import { setTimeout as sleep } from "node:timers/promises";
import { ask, countRows } from "./database.ts";
import { ownIntake } from "./entries.ts";
import { fillDesk } from "./fill.ts";
import { type LoadResult, load } from "./load.ts";
import { signInOfficer } from "./officer.ts";
import { type PartNow, partsNow } from "./processes.ts";
import { startProgram } from "./program.ts";

export interface DeskRow extends LoadResult {
  name: string;
}

export interface SearchRow extends LoadResult {
  /** What is looked for. */
  query: string;
  /** Hits on the first page; 50 is a full one. */
  hits: number;
}

export interface DeskResult {
  tips: number;
  distinct: number;
  lanes: { lane: string; band: string; tips: number }[];
  fillSeconds: number;
  pages: DeskRow[];
  searches: SearchRow[];
  memory: { idle: PartNow[]; loaded: PartNow[] };
}

/** Rare and common, in several scripts, an identifier, a ship, and something nobody wrote. */
const queries = [
  "シャブ",
  "横浜港の倉庫",
  "frozen fish Kobe",
  "필로폰",
  "ma túy",
  "冰毒 大阪",
  "Golden Lily",
  "第42大漁丸",
  "CSQU3054383",
  "ペンギン",
];

const asPages = new Set(["シャブ", "Golden Lily"]);

/** The desk's queue and search over a full database, asked for by an officer who is signed in. */
export async function measureDesk(
  dataDir: string,
  options: { count: number; distinct: number; seconds: number },
  say: (line: string) => void,
): Promise<DeskResult> {
  const program = await startProgram(dataDir);
  const closing = [program.stop];
  try {
    const own = await ownIntake(dataDir);
    closing.push(own.close);
    const startedAt = performance.now();
    const container = await fillDesk(dataDir, own.intake, options, say);
    const fillSeconds = (performance.now() - startedAt) / 1_000;
    const { cookie, token } = await signInOfficer(program);
    await sleep(2_000);
    const idle = partsNow(program.pid);
    const byCookie = { cookie, "accept-language": "ja" };
    const byToken = { authorization: `Bearer ${token}` };
    const get = (path: string, headers: Record<string, string>, connections: number, seconds: number) =>
      load(program.staffUrl, {
        connections,
        seconds,
        expect: [200],
        method: "GET",
        make: () => ({ path, headers, body: "" }),
      });

    const asked = [
      { name: "page, whole queue", path: "/staff/", headers: byCookie },
      { name: "page, band A of Yokohama", path: "/staff/?band=A&region=yokohama", headers: byCookie },
      { name: "page, quarantine", path: "/staff/?lane=quarantine", headers: byCookie },
      { name: "JSON, whole queue", path: "/staff/api/v1/tips", headers: byToken },
    ];
    await get("/staff/", byCookie, 4, 2); // so that nothing is measured cold
    const pages: DeskRow[] = [];
    for (const { name, path, headers } of asked)
      for (const connections of [1, 4])
        pages.push({ name, ...(await get(path, headers, connections, options.seconds)) });

    const searches: SearchRow[] = [];
    for (const query of [...queries, container]) {
      const path = `/staff/api/v1/tips?q=${encodeURIComponent(query)}`;
      const first = await fetch(new URL(path, program.staffUrl), { headers: byToken });
      const { items } = (await first.json()) as { items: unknown[] };
      searches.push({ query, hits: items.length, ...(await get(path, byToken, 1, options.seconds / 2)) });
      // A person's page shows each tip's line besides, with a reading on record.
      const page = `/staff/?q=${encodeURIComponent(query)}`;
      if (asPages.has(query))
        searches.push({
          query: `${query}, as a page`,
          hits: items.length,
          ...(await get(page, byCookie, 1, options.seconds / 2)),
        });
    }
    const lanes = await ask<{ lane: string; band: string; tips: number }>(
      dataDir,
      "select lane, band, count(*)::int as tips from tips group by 1, 2 order by 1, 2",
    );
    return {
      tips: await countRows(dataDir, "tips"),
      distinct: options.distinct,
      lanes,
      fillSeconds,
      pages,
      searches,
      memory: { idle, loaded: partsNow(program.pid) },
    };
  } finally {
    for (const close of closing.reverse()) await close();
  }
}
