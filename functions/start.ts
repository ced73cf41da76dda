import { runProgram } from "./supervise/program.ts";

const given = process.argv.slice(2);
if (given.some((argument) => argument !== "--demo")) {
  process.stderr.write(
    "npm start takes one argument, --demo; settings are environment variables (docs/operations.md)\n",
  );
  process.exit(1);
}
await runProgram({
  async prepare(config) {
    const { keepTraining } = await import("./demo/train.ts");
    await keepTraining(config);
    return given.length === 0 ? [] : (await import("./demo/demonstrate.ts")).demonstrate(config);
  },
  train: async (config, fresh) => (await import("./demo/train.ts")).train(config, fresh),
});
