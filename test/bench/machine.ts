import { execFileSync } from "node:child_process";
import { arch, cpus, platform, release, totalmem } from "node:os";
import { findBinaries } from "../../functions/store/embedded-cluster.ts";
import { programRoot } from "./program.ts";

export interface Machine {
  at: string;
  commit: string;
  processor: string;
  cores: number;
  memoryBytes: number;
  system: string;
  node: string;
  postgres: string;
}

/** What the numbers were measured on. */
export function machine(): Machine {
  const processors = cpus();
  return {
    at: new Date().toISOString(),
    commit: said("git", ["-C", programRoot, "describe", "--always", "--dirty"]),
    processor: processors[0]?.model.trim() ?? "unknown",
    cores: processors.length,
    memoryBytes: totalmem(),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    postgres: said(findBinaries().postgres, ["--version"]).replace(/^postgres \(PostgreSQL\) /, ""),
  };
}

function said(command: string, args: string[]): string {
  try {
    return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "unknown";
  }
}
