import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** The folder that holds the program. */
export const programRoot = resolve(import.meta.dirname, "../..");

export interface Program {
  url: string;
  staffUrl: string;
  dataDir: string;
  /** The supervisor's. */
  pid: number;
  stop(): Promise<void>;
}

/** Starts the built program as shipped on free ports and waits until both doors answer. */
export async function startProgram(
  dataDir: string,
  env: Record<string, string> = {},
  ports?: [number, number],
): Promise<Program> {
  const [port, staffPort] = ports ?? [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const staffUrl = `http://127.0.0.1:${staffPort}`;
  const child = spawn(process.execPath, [join(programRoot, "functions/start.ts")], {
    cwd: programRoot,
    // Tied to us: should this run be killed, the program notices and stops.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATA_DIR: dataDir,
      PORT: String(port),
      STAFF_PORT: String(staffPort),
      LOG_LEVEL: "error",
      ...env,
    },
  });
  child.channel?.unref();
  await Promise.all([url, staffUrl].map((door) => ready(child, door)));
  if (child.pid === undefined) throw new Error("the program has no process id");
  return { url, staffUrl, dataDir, pid: child.pid, stop: () => stop(child) };
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error("the program ended before it was ready");
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error("the program was not ready within 30 s");
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await ended;
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? done(address.port) : fail(new Error("no port")),
      );
    });
  });
}
