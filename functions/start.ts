import { runProgram } from "./supervise/program.ts";

const [unknown] = process.argv.slice(2);
if (unknown) {
  process.stderr.write(
    "npm start takes no arguments; settings are environment variables (docs/operations.md)\n",
  );
  process.exit(1);
}
await runProgram();
