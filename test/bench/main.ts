/**
 * `npm run bench` measures everything and writes docs/benchmarks.md and data/bench.json; `-- --quick` tries each part
 * shortly and writes data/bench-quick.md and .json instead; `-- --only intake,desk` runs only those parts, like quick.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureBuilt } from "../../scripts/lib/build.mjs";
import { type CrashResult, crash } from "./crash.ts";
import { measureDesk } from "./desk.ts";
import { document } from "./document.ts";
import { measureHooks } from "./hooks.ts";
import { measureIntake } from "./intake.ts";
import { machine } from "./machine.ts";
import { programRoot } from "./program.ts";
import type { Results } from "./results.ts";
import { measureStarts } from "./start-time.ts";
import { measureTriage } from "./triage.ts";

const parts = ["triage", "starts", "intake", "hooks", "desk", "crashes"] as const;
type PartName = (typeof parts)[number];

const { values } = parseArgs({ options: { quick: { type: "boolean" }, only: { type: "string" } } });
const quick = values.quick ?? false;
const only = values.only?.split(",") ?? [...parts];
const unknown = only.filter((name) => !(parts as readonly string[]).includes(name));
if (unknown.length > 0) {
  process.stderr.write(`unknown part ${unknown.join(", ")}; there are ${parts.join(", ")}\n`);
  process.exit(1);
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

const run: Record<PartName, (results: Results) => Promise<void>> = {
  triage: async (results) => {
    results.triage = [measureTriage(2_000, quick ? 300 : 2_000), measureTriage(20_000, quick ? 30 : 200)];
  },
  starts: (results) =>
    onDisk(async (dataDir) => {
      results.starts = await measureStarts(dataDir, quick ? 2 : 5);
    }),
  intake: (results) =>
    onDisk(async (dataDir) => {
      const options = { seconds: quick ? 3 : 20, idleSeconds: quick ? 2 : 10, times: quick ? 100 : 500 };
      results.intake = await measureIntake(dataDir, options, say);
    }),
  hooks: (results) =>
    onDisk(async (dataDir) => {
      results.hooks = await measureHooks(dataDir, quick ? 3 : 15);
    }),
  desk: (results) =>
    onDisk(async (dataDir) => {
      const options = quick
        ? { count: 10_000, distinct: 500, seconds: 2 }
        : { count: 100_000, distinct: 4_000, seconds: 8 };
      results.desk = await measureDesk(dataDir, options, say);
    }),
  crashes: async (results) => {
    const found: CrashResult[] = [];
    for (const target of ["public", "postgres", "everything"] as const)
      await onDisk(async (dataDir) => {
        found.push(await crash(target, dataDir, quick ? 5 : 20));
        say(`  ${JSON.stringify(found.at(-1))}`);
      });
    results.crashes = found;
  },
};

await ensureBuilt();
mkdirSync(join(programRoot, "data"), { recursive: true, mode: 0o711 });
const startedAt = performance.now();
const results: Results = { machine: machine(), quick, loadBefore: {}, seconds: 0 };
for (const name of parts.filter((part) => only.includes(part))) {
  results.loadBefore[name] = loadavg()[0] ?? 0;
  say(`${name} …`);
  await run[name](results);
}
results.seconds = (performance.now() - startedAt) / 1_000;

const whole = !quick && only.length === parts.length;
const name = whole ? "bench" : "bench-quick";
write(join(programRoot, "data", `${name}.json`), `${JSON.stringify(results, null, 2)}\n`);
write(join(programRoot, whole ? "docs/benchmarks.md" : `data/${name}.md`), document(results));

function write(path: string, text: string): void {
  writeFileSync(path, text);
  say(`wrote ${path}`);
}

/** Data of its own on the disk that holds the program, removed afterwards. */
async function onDisk(act: (dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(programRoot, "data", "bench-"));
  // As root the database runs as another user, who has to pass through.
  chmodSync(dataDir, 0o711);
  try {
    await act(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}
