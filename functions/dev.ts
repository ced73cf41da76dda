import { spawn } from "node:child_process";
import { join } from "node:path";
import { PROGRAM_ROOT, runProgram } from "./supervise/program.ts";
import { watchFiles } from "./supervise/watch-files.ts";

// The real program, built pages and security headers included, started anew whenever a file changes: what is seen
// while writing is what will be served. A build takes a few seconds; only changes to the site need one.

function buildSite(): Promise<boolean> {
  const astro = join(PROGRAM_ROOT, "node_modules", "astro", "bin", "astro.mjs");
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [astro, "build", "--silent"], {
      cwd: PROGRAM_ROOT,
      stdio: ["ignore", 2, 2],
    });
    child.on("exit", (code) => resolve(code === 0));
  });
}

await runProgram({
  train: async (config, fresh) => (await import("./demo/train.ts")).train(config, fresh),
  watch: (restart) =>
    watchFiles(PROGRAM_ROOT, async (change) => {
      // A site that does not build keeps the old pages; the reason is on the screen.
      if (change === "site" && !(await buildSite())) return;
      process.stdout.write(
        change === "site" ? "Site built; reload the page.\n" : "Starting the roles anew.\n",
      );
      restart();
    }),
});
