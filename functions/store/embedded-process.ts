import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const SESSIONS_END_MS = 3_000;

const SIGNAL_STEPS: readonly { signal: NodeJS.Signals; waitMs: number }[] = [
  { signal: "SIGINT", waitMs: 2_500 }, // fast shutdown: sessions are ended, a checkpoint is written
  { signal: "SIGQUIT", waitMs: 1_000 }, // immediate: recovery from the log at the next start
  { signal: "SIGKILL", waitMs: 1_000 },
];

/**
 * Stops a server left running by a supervisor that was killed, so that the cluster can be started again.
 * A pid file alone is left to PostgreSQL, which proves by shared memory that nobody is using the data; it is
 * removed only when its pid has gone to a stranger or a zombie, which PostgreSQL would take for a running server.
 */
export async function clearStaleServer(cluster: string): Promise<void> {
  const pidFile = join(cluster, "postmaster.pid");
  const pid = readPid(pidFile);
  if (pid === undefined) return;
  if (isServerOf(pid, cluster)) await stopProcess(pid);
  // Sessions end by themselves when their server is killed, but must be gone before another server starts.
  const deadline = performance.now() + SESSIONS_END_MS;
  while (processesIn(cluster).length > 0) {
    if (performance.now() > deadline) for (const left of processesIn(cluster)) process.kill(left, "SIGKILL");
    await sleep(20);
  }
  if (exists(pid)) rmSync(pidFile, { force: true });
}

/** Asks the server to stop, more firmly each time; resolves once the process is gone. */
export async function stopProcess(pid: number): Promise<void> {
  for (const step of SIGNAL_STEPS) {
    try {
      process.kill(pid, step.signal);
    } catch {
      return;
    }
    const deadline = performance.now() + step.waitMs;
    while (performance.now() < deadline) {
      if (!isAlive(pid)) return;
      await sleep(20);
    }
  }
}

/** True once `postmaster.pid` says the server takes connections (its eighth line, as `pg_ctl` reads it). */
export function isReady(cluster: string, pid: number): boolean {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

function readPid(pidFile: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isServerOf(pid: number, cluster: string): boolean {
  if (process.platform === "linux") return workingDirectory(pid) === realPath(cluster);
  const listed = spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return listed.status === 0 && listed.stdout.includes("postgres") && listed.stdout.includes(cluster);
}

/** The server and its sessions work inside the cluster, which tells them from a stranger that got the same pid. */
function processesIn(cluster: string): number[] {
  if (process.platform !== "linux") return [];
  const wanted = realPath(cluster);
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 1 && workingDirectory(pid) === wanted);
}

function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function realPath(path: string): string | undefined {
  return existsSync(path) ? realpathSync(path) : undefined;
}

function isAlive(pid: number): boolean {
  if (!exists(pid)) return false;
  try {
    // A zombie waits for its parent only; its files and port are free already.
    return readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "")[0] !== "Z";
  } catch {
    return process.platform !== "linux";
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
