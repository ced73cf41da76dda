import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseConfig } from "./config.ts";
import { supervise } from "./supervise/supervisor.ts";

const root = resolve(import.meta.dirname, "..");
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const printProblem = (line: string): void => void process.stderr.write(`${line}\n`);

// A closed terminal must not end the program with an error of its own.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

const stopAsked = new Promise<void>((resolveStop) => {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => resolveStop());
  // Started through npm, there is a process between: it must not leave us behind when it is killed.
  process.on("disconnect", () => resolveStop());
});

async function main(): Promise<number> {
  const parsed = parseConfig(process.env);
  if (!parsed.ok) {
    parsed.problems.forEach(printProblem);
    return 1;
  }
  if (!existsSync(join(root, "dist", "server", "entry.mjs"))) {
    printProblem("the site is not built yet: run npm start, or npm run build");
    return 1;
  }
  return supervise({
    config: parsed.config,
    env: process.env,
    root,
    entries: {
      public: join(root, "functions", "public-app.ts"),
      staff: join(root, "functions", "staff-app.ts"),
      worker: join(root, "functions", "worker-app.ts"),
    },
    print,
    printProblem,
    stopAsked,
  });
}

process.exit(await main());
