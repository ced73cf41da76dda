import { runProgram } from "./supervise/program.ts";

const given = process.argv.slice(2);
if (given.some((argument) => argument !== "--demo")) {
  process.stderr.write(
    "npm start takes one argument, --demo; settings are environment variables (docs/operations.md)\n",
  );
  process.exit(1);
}
await runProgram(
  given.length === 0
    ? {}
    : { prepare: async (config) => (await import("./demo/demonstrate.ts")).demonstrate(config) },
);
