import { spawn } from "node:child_process";
import { once } from "node:events";
import { programRoot } from "./program.ts";

export interface StartResult {
  /** Seconds of each start on data that is there already, from the command until it says that it is ready. */
  seconds: number[];
  /** The first start on an empty data folder, with everything installed and built. */
  first: number;
  /** Seconds from SIGTERM until the last process is gone. */
  stop: number[];
}

/** `npm start` itself: once on an empty data folder, then `times` on the same. */
export async function measureStarts(dataDir: string, times: number): Promise<StartResult> {
  const first = await startAndStop(dataDir);
  const later = [];
  for (let n = 0; n < times; n += 1) later.push(await startAndStop(dataDir));
  return {
    first: first.start,
    seconds: later.map(({ start }) => start),
    stop: later.map(({ stop }) => stop),
  };
}

async function startAndStop(dataDir: string): Promise<{ start: number; stop: number }> {
  const startedAt = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: programRoot,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATA_DIR: dataDir,
      PORT: "0",
      STAFF_PORT: "0",
      LOG_LEVEL: "error",
    },
  });
  const ended = once(child, "exit");
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk;
      if (/^Ready\.$/m.test(said)) resolve();
    });
    ended.then(() => reject(new Error(`npm start ended before it was ready:\n${said}`)), reject);
  });
  const start = (performance.now() - startedAt) / 1_000;
  const stoppedAt = performance.now();
  child.kill("SIGTERM");
  await ended;
  return { start, stop: (performance.now() - stoppedAt) / 1_000 };
}
