import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export type LockResult = { ok: true; release: () => void } | { ok: false; pid: number };

type Holder = { pid: number; started: string };

/**
 * Takes a lock file for as long as this process lives. A lock whose holder is gone is taken over; a process that got
 * the same pid later is told from the holder by when it was started.
 */
export function takeLock(path: string): LockResult {
  mkdirSync(dirname(path), { recursive: true, mode: 0o711 });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const self: Holder = { pid: process.pid, started: startOf(process.pid) ?? "" };
  writeFileSync(draft, JSON.stringify(self), { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(draft, path);
        return { ok: true, release: () => release(path, self) };
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      }
      const holder = readHolder(path);
      if (holder && holder.started !== "" && startOf(holder.pid) === holder.started)
        return { ok: false, pid: holder.pid };
      takeAway(path, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function release(path: string, self: Holder): void {
  const holder = readHolder(path);
  if (holder?.pid === self.pid && holder.started === self.started) rmSync(path, { force: true });
}

/** Removes a stale lock, but not a fresh one that another start put in its place meanwhile. */
function takeAway(path: string, stale: Holder | undefined): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved && (moved.pid !== stale?.pid || moved.started !== stale.started)) {
    try {
      linkSync(aside, path);
    } catch {
      // A third start was quicker; it holds the lock now and the moved one is told so.
    }
  }
  rmSync(aside, { force: true });
}

function readHolder(path: string): Holder | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof parsed !== "object" || parsed === null || !("pid" in parsed) || !("started" in parsed))
      return undefined;
    return { pid: Number(parsed.pid), started: String(parsed.started) };
  } catch {
    return undefined;
  }
}

/** When a process was started, in words only good for comparing; undefined when there is no such process. */
export function startOf(pid: number): string | undefined {
  try {
    // Field 22 of /proc/PID/stat counts ticks since the machine came up, so the machine's own start belongs to it.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    if (fields[0] === "Z") return undefined;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[19]}`;
  } catch {
    if (process.platform === "linux") return undefined;
    const listed = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
    return listed.status === 0 ? listed.stdout.trim() : undefined;
  }
}
