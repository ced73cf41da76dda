import { setTimeout as sleep } from "node:timers/promises";
import { type Bounds, boundsOf } from "./bounds.ts";
import { countRows, databaseUrl, settledRows } from "./database.ts";
import { makeEntries, ownIntake } from "./entries.ts";
import { type LoadResult, load } from "./load.ts";
import { type PartNow, partsNow } from "./processes.ts";
import { type Program, startProgram } from "./program.ts";
import { captureTransactions, type RawResult, rawRate } from "./raw-rate.ts";
import { tipRequest } from "./tips-load.ts";

export interface IntakeRow extends LoadResult {
  /** Rows in the database for the tips acknowledged; the same number when none is lost or doubled. */
  stored: number;
  /** From the last answer until all of them are in the database. */
  drainSeconds: number;
  /** Processor time for each accepted tip, in milliseconds, by part of the program. */
  cpuMs: { public: number; postgres: number };
  /** Share of one core that the public process had while it was loaded. */
  publicCore: number;
  raw: RawResult;
  /** Shipped rate divided by the raw one. */
  ratio: number;
}

export interface IntakeResult {
  rows: IntakeRow[];
  bounds: Bounds;
  memory: { idle: PartNow[]; loaded: PartNow[]; rested: PartNow[] };
}

export interface IntakeOptions {
  seconds: number;
  idleSeconds: number;
  /** How often each single cost is measured. */
  times: number;
}

/** Accepted tips per second through the public door, beside the raw rate of the same rows, and what bounds it. */
export async function measureIntake(
  dataDir: string,
  options: IntakeOptions,
  say: (line: string) => void,
): Promise<IntakeResult> {
  const program = await startProgram(dataDir);
  const closing = [program.stop];
  try {
    await sleep(options.idleSeconds * 1_000);
    const idle = partsNow(program.pid);
    const own = await ownIntake(dataDir);
    closing.push(own.close);
    const captured = await captureTransactions(
      databaseUrl(dataDir, "public"),
      await makeEntries(own.intake, 200),
      own.enqueuer.enqueue,
    );
    await loaded(program, 8, Math.max(2, options.seconds / 3)); // so that nothing is measured cold
    const rows: IntakeRow[] = [];
    for (const connections of [1, 8, 32]) {
      const shipped = await loaded(program, connections, options.seconds);
      const raw = await rawRate(databaseUrl(dataDir, "public"), captured, connections, options.seconds);
      rows.push({ ...shipped, raw, ratio: shipped.perSecond / raw.perSecond });
      say(
        `  ${connections} connections: ${shipped.perSecond.toFixed(0)}/s, p99 ${shipped.p99.toFixed(1)} ms, ` +
          `${shipped.refused} refused, raw ${raw.perSecond.toFixed(0)}/s`,
      );
    }
    const memoryLoaded = partsNow(program.pid);
    const bounds = await boundsOf(program, own, options.times);
    await closing.pop()?.();
    await sleep(options.idleSeconds * 1_000);
    return { rows, bounds, memory: { idle, loaded: memoryLoaded, rested: partsNow(program.pid) } };
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function loaded(
  program: Program,
  connections: number,
  seconds: number,
): Promise<Omit<IntakeRow, "raw" | "ratio">> {
  const before = await countRows(program.dataDir, "tips");
  const cpuBefore = cpuOf(program);
  const result = await load(program.url, { connections, seconds, expect: [201], make: tipRequest });
  const cpuLoaded = cpuOf(program);
  const accepted = result.requests - result.refused;
  const endedAt = performance.now();
  const stored = (await settledRows(program.dataDir, "tips", before + accepted)) - before;
  // Less the half second in which nothing more came.
  const drainSeconds = Math.max(0, (performance.now() - endedAt) / 1_000 - 0.5);
  const cpuAfter = cpuOf(program);
  return {
    ...result,
    stored,
    drainSeconds,
    cpuMs: {
      public: ((cpuAfter.public - cpuBefore.public) * 1_000) / accepted,
      postgres: ((cpuAfter.postgres - cpuBefore.postgres) * 1_000) / accepted,
    },
    publicCore: (cpuLoaded.public - cpuBefore.public) / seconds,
  };
}

function cpuOf(program: Program): { public: number; postgres: number } {
  const now = new Map(partsNow(program.pid).map(({ part, cpuSeconds }) => [part, cpuSeconds]));
  return { public: now.get("public") ?? 0, postgres: now.get("postgres") ?? 0 };
}
