import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startOf } from "./lock.ts";

// A role outlives its killed supervisor by the seconds it needs to finish its work, and two processes must not
// write one journal. So each start notes its processes, and the next one waits for those that are left.

const DRAIN_MS = 6_000;

/** Notes a process below `dataDir/run` under the role's name. */
export function noteProcess(dataDir: string, name: string, pid: number): void {
  mkdirSync(join(dataDir, "run"), { recursive: true, mode: 0o700 });
  writeFileSync(join(dataDir, "run", `${name}.json`), JSON.stringify({ pid, started: startOf(pid) ?? "" }));
}

/** Waits until the processes of an earlier start are gone, and after 6 s ends them. */
export async function awaitLeftOvers(dataDir: string, names: readonly string[]): Promise<void> {
  const folder = join(dataDir, "run");
  const deadline = performance.now() + DRAIN_MS;
  for (const file of listed(folder).filter((entry) => names.includes(entry.replace(/\.json$/, "")))) {
    const left = readNote(join(folder, file));
    while (left && left.started !== "" && startOf(left.pid) === left.started) {
      if (performance.now() > deadline) process.kill(left.pid, "SIGKILL");
      await sleep(25);
    }
    rmSync(join(folder, file), { force: true });
  }
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readNote(path: string): { pid: number; started: string } | undefined {
  try {
    const note: { pid?: unknown; started?: unknown } = JSON.parse(readFileSync(path, "utf8"));
    return { pid: Number(note.pid), started: String(note.started) };
  } catch {
    return undefined;
  }
}
