import { readdirSync, readFileSync } from "node:fs";

export interface ProcessNow {
  pid: number;
  command: string;
  /** Resident memory, now and at its highest. */
  rssBytes: number;
  peakBytes: number;
  /** Memory of its own and its share of what it shares with others; PostgreSQL's processes share most. */
  ownBytes: number;
  /** User and system time since it started. */
  cpuSeconds: number;
}

/** Linux counts processor time in hundredths of a second for user programs (USER_HZ). */
const ticksPerSecond = 100;

/** Every process below `pid`, itself included, from /proc. */
export function processTree(pid: number): ProcessNow[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [readProcess(Number(name))];
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

function readProcess(pid: number): ProcessNow & { parent: number } {
  const read = (file: string) => readFileSync(`/proc/${pid}/${file}`, "utf8");
  // After the name in brackets, which may hold anything: state, parent, … the 12th and 13th are the times.
  const fields = read("stat")
    .replace(/^.*\) /s, "")
    .split(" ");
  const status = read("status");
  const bytes = (text: string, name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0) * 1024;
  return {
    pid,
    parent: Number(fields[1]),
    command: read("cmdline").replaceAll("\0", " ").trim(),
    rssBytes: bytes(status, "VmRSS"),
    peakBytes: bytes(status, "VmHWM"),
    ownBytes: bytes(read("smaps_rollup"), "Pss"),
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
  };
}

export const parts = ["public", "staff", "worker", "supervisor", "postgres"] as const;
export type Part = (typeof parts)[number];

/** Which part of the program a process is. */
export function partOf(command: string): Part | undefined {
  if (/\bfunctions\/start\.ts/.test(command)) return "supervisor";
  const role = /\bfunctions\/(public|staff|worker)-app\.ts/.exec(command)?.[1];
  return (role as Part | undefined) ?? (command.includes("postgres") ? "postgres" : undefined);
}

export interface PartNow {
  part: Part;
  rssBytes: number;
  peakBytes: number;
  cpuSeconds: number;
}

/** The program's parts, PostgreSQL's processes added up so that what they share counts once. */
export function partsNow(pid: number): PartNow[] {
  const tree = processTree(pid);
  return parts.map((part) => {
    const own = tree.filter(({ command }) => partOf(command) === part);
    const sum = (value: (each: ProcessNow) => number) => own.reduce((total, each) => total + value(each), 0);
    const shared = part === "postgres";
    return {
      part,
      rssBytes: sum((each) => (shared ? each.ownBytes : each.rssBytes)),
      peakBytes: sum((each) => (shared ? each.ownBytes : each.peakBytes)),
      cpuSeconds: sum((each) => each.cpuSeconds),
    };
  });
}
