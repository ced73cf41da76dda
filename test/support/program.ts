import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { clearStaleServer } from "../../functions/store/embedded-process.ts";

const FIXTURE = resolve(import.meta.dirname, "..", "runtime", "fixtures", "start.ts");

export type Program = {
  child: ChildProcess;
  output(): string;
  /** Waits for a line that starts so, and gives the rest of it. */
  line(start: string): Promise<string>;
  /** Asks the role that listens there, as JSON. */
  ask(role: "public" | "staff", path: string): Promise<unknown>;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
  stop(): Promise<number | null>;
};

/** Starts the supervisor around the fixture roles, or another file, with only this environment. */
export function startProgram(env: Record<string, string>, file = FIXTURE): Program {
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env.PATH, PORT: "0", STAFF_PORT: "0", ...env },
    // Tied to us: should the test run be killed, the program notices and stops.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  child.channel?.unref();
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      text += chunk;
    });
  }
  const ended = once(child, "exit").then(([code]) => code as number | null);
  const line = async (start: string): Promise<string> => {
    const deadline = performance.now() + 60_000;
    while (performance.now() < deadline) {
      const found = text.split("\n").find((entry) => entry.startsWith(start) && text.includes(`${entry}\n`));
      if (found) return found.slice(start.length).trim();
      if (child.exitCode !== null || child.signalCode !== null) break;
      await sleep(10);
    }
    throw new Error(`no line "${start}" in:\n${text}`);
  };
  return {
    child,
    output: () => text,
    line,
    ended,
    ask: async (role, path) => {
      const site = await line(role === "public" ? "Public site" : "Desk");
      return (await fetch(new URL(path, site))).json();
    },
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** A folder for one test's data, which as root other users can pass through, as in a home. */
export function dataDirectory(mode = 0o711): { path: string; remove(): Promise<void> } {
  const path = mkdtempSync(join(tmpdir(), "shirokuro-runtime-"));
  chmodSync(path, mode);
  return {
    path,
    remove: async () => {
      await clearStaleServer(join(path, "postgres"));
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** The processes that name the folder in their command line, or work in it. */
export function processesOf(path: string): { pid: number; command: string }[] {
  const found: { pid: number; command: string }[] = [];
  for (const pid of readdirSync("/proc").map(Number).filter(Boolean)) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      if (command.includes(path) || readlinkSync(`/proc/${pid}/cwd`).startsWith(path))
        found.push({ pid, command });
    } catch {
      // Gone while we looked.
    }
  }
  return found;
}

/** The process id of the folder's database server. */
export function databasePid(path: string): number {
  return Number.parseInt(readFileSync(join(path, "postgres", "postmaster.pid"), "utf8"), 10);
}

/** True on a machine where root may make user namespaces. */
export function namespacesWork(): boolean {
  return spawnSync("unshare", ["--user", "--map-user=1000", "true"]).status === 0;
}

/** Waits until the check holds; fails after `ms`. */
export async function until(check: () => boolean | Promise<boolean>, ms = 30_000): Promise<void> {
  const deadline = performance.now() + ms;
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error(`still not so after ${ms} ms: ${check}`);
    await sleep(20);
  }
}
