import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseConfig } from "../config.ts";
import { type SupervisorOptions, supervise } from "./supervisor.ts";

/** The folder that holds the program. */
export const PROGRAM_ROOT = resolve(import.meta.dirname, "..", "..");

/**
 * Runs the program as this process until it is asked to stop, and exits: with 0 after an orderly stop, 1 when it could
 * not start, each reason printed as a line.
 */
export async function runProgram(
  more: Pick<SupervisorOptions, "watch" | "prepare" | "train"> = {},
): Promise<never> {
  // A closed terminal must not end the program with an error of its own.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  const printProblem = (line: string): void => void process.stderr.write(`${line}\n`);
  const stopAsked = new Promise<void>((resolveStop) => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => resolveStop());
    // Started through npm, there is a process between: it must not leave us behind when it is killed.
    process.on("disconnect", () => resolveStop());
  });
  const parsed = parseConfig(process.env);
  if (!parsed.ok) {
    parsed.problems.forEach(printProblem);
    process.exit(1);
  }
  if (!existsSync(join(PROGRAM_ROOT, "dist", "server", "entry.mjs"))) {
    printProblem("the site is not built yet: run npm start, or npm run build");
    process.exit(1);
  }
  const code = await supervise({
    ...more,
    config: parsed.config,
    env: process.env,
    root: PROGRAM_ROOT,
    entries: {
      public: join(PROGRAM_ROOT, "functions", "public-app.ts"),
      staff: join(PROGRAM_ROOT, "functions", "staff-app.ts"),
      worker: join(PROGRAM_ROOT, "functions", "worker-app.ts"),
    },
    print: (line) => void process.stdout.write(`${line}\n`),
    printProblem,
    stopAsked,
  });
  process.exit(code);
}
