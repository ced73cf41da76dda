import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const root = resolve(import.meta.dirname, "../..");

export interface Program {
  url: string;
  staffUrl: string;
  dataDir: string;
  /** The supervisor's process group. */
  pid: number;
  stop(): Promise<void>;
}

/** Starts the built program as shipped on free ports and waits until the public door answers. */
export async function startProgram(
  dataDir: string,
  env: Record<string, string> = {},
  ports?: [number, number],
): Promise<Program> {
  const [port, staffPort] = ports ?? [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const staffUrl = `http://127.0.0.1:${staffPort}`;
  const child = spawn(process.execPath, [join(root, "functions/start.ts")], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "ignore", "inherit"],
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
  await ready(child, url);
  if (child.pid === undefined) throw new Error("the program has no process id");
  return { url, staffUrl, dataDir, pid: child.pid, stop: () => stop(child) };
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error("the program ended before it was ready");
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

/** Every process below `pid`, itself included, from /proc. */
export function processTree(pid: number): { pid: number; command: string; rssBytes: number }[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${name}/status`, "utf8"))?.[1];
        return [{ pid: Number(name), parent, command, rssBytes: Number(rss ?? 0) * 1024 }];
      } catch {
        return []; // it ended meanwhile
      }
    });
  const tree = new Set([pid]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const each of all) {
      if (tree.has(each.parent) && !tree.has(each.pid)) {
        tree.add(each.pid);
        grew = true;
      }
    }
  }
  return all.filter((each) => tree.has(each.pid));
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
