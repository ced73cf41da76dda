import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { createLogger } from "../../functions/log.ts";
import { type KeptProcess, keepRunning } from "../../functions/supervise/keep-running.ts";
import { type Change, watchFiles } from "../../functions/supervise/watch-files.ts";
import { until } from "../support/program.ts";

let kept: KeptProcess | undefined;
let folder: string | undefined;

afterEach(async () => {
  await kept?.stop(500);
  kept = undefined;
  if (folder) rmSync(folder, { recursive: true, force: true });
});

function keep(program: string) {
  const logged: string[] = [];
  const log = createLogger({ role: "supervisor" }, { write: (line: string) => void logged.push(line) });
  let spawned = 0;
  kept = keepRunning({
    name: "public",
    log,
    onMessage: () => undefined,
    backOff: { firstMs: 20, mostMs: 80, stableMs: 60_000 },
    spawn: () => {
      spawned += 1;
      return spawn(process.execPath, ["-e", program], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
    },
  });
  return { logged, process: kept, spawned: () => spawned };
}

describe("a kept process", () => {
  test("that ends is started again, each time after a longer wait, and each end is logged", async () => {
    const { logged, spawned } = keep("process.exit(3)");
    await until(() => spawned() >= 4);
    const waits = logged.slice(0, 3).map((line) => JSON.parse(line));
    expect(waits.map(({ ms, exitCode, attempt }) => [ms, exitCode, attempt])).toEqual([
      [20, 3, 1],
      [40, 3, 2],
      [80, 3, 3],
    ]);
  });

  test("whose program is not there is tried again, not given up", async () => {
    let spawned = 0;
    kept = keepRunning({
      name: "public",
      log: createLogger({ role: "supervisor", level: "silent" }),
      onMessage: () => undefined,
      backOff: { firstMs: 10, mostMs: 10, stableMs: 60_000 },
      spawn: () => {
        spawned += 1;
        return spawn("/no/such/program");
      },
    });
    await until(() => spawned >= 3);
  });

  test("that is restarted comes back at once as another process, without a word of failure", async () => {
    const { logged, process: role, spawned } = keep("setInterval(() => {}, 1000)");
    const before = role.pid();
    await until(() => before !== undefined);
    role.restart();
    await until(() => spawned() === 2 && role.pid() !== before);
    expect(logged).toEqual([]);
  });

  test("that ignores SIGTERM is killed when its time is over, and stays down", async () => {
    const { process: role, spawned } = keep(
      'process.on("SIGTERM", () => {}); process.send?.({}); setInterval(() => {}, 1000)',
    );
    await new Promise((done) => setTimeout(done, 300));
    const startedAt = performance.now();
    await role.stop(200);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    await new Promise((done) => setTimeout(done, 150));
    expect(spawned()).toBe(1);
  });
});

describe("files that change while the program is written", () => {
  test("are told apart: pages are built anew, the service is only started anew", async () => {
    const root = mkdtempSync(join(tmpdir(), "shirokuro-watch-"));
    folder = root;
    for (const name of ["src", "functions/store", "functions/domain"])
      mkdirSync(join(root, name), { recursive: true });
    const told: Change[] = [];
    const stop = watchFiles(root, async (change) => void told.push(change));
    writeFileSync(join(root, "functions/store/tips.ts"), "1");
    await until(() => told.length === 1);
    writeFileSync(join(root, "src/index.astro"), "1");
    writeFileSync(join(root, "functions/store/tips.ts"), "2");
    await until(() => told.length === 2);
    writeFileSync(join(root, "functions/domain/tip.ts"), "1");
    await until(() => told.length === 3);
    stop();
    writeFileSync(join(root, "src/index.astro"), "2");
    await new Promise((done) => setTimeout(done, 300));
    expect(told).toEqual(["service", "site", "site"]);
  });
});
