// npm test: installs what is missing, then every check there is. The last line is `N passed, N failed`.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { buildSite } from "./lib/build.mjs";
import { countGate, countPlaywright, countVitest, summary } from "./lib/count-results.mjs";
import { ensureDebianPackages } from "./lib/debian.mjs";
import { ensureInstalled, ensureTools } from "./lib/install.mjs";
import { inPackage, root } from "./lib/paths.mjs";
import { runNode24 } from "./lib/run-node.mjs";

await ensureInstalled();
await ensureTools();
ensureDebianPackages();

const results = join(root, "test", "results");
rmSync(results, { recursive: true, force: true });
const report = (name) => join(results, `${name}.json`);

const steps = [
  [
    "type check of pages",
    async () => countGate(await runNode24([inPackage("astro", "bin", "astro.mjs"), "check"])),
  ],
  ["type check", async () => countGate(await runNode24([inPackage("typescript", "bin", "tsc"), "--noEmit"]))],
  [
    "lint",
    async () => countGate(await runNode24([inPackage("@biomejs", "biome", "bin", "biome"), "check", "."])),
  ],
  // Before the suites: some of them start the built program.
  ["build", async () => countGate(await buildSite(["inherit", "inherit"]))],
  ["suites", () => vitest()],
  ["browser", () => playwright()],
];

async function vitest() {
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report("vitest")}`];
  return countVitest(report("vitest"), await runNode24([inPackage("vitest", "vitest.mjs"), ...args]));
}

async function playwright() {
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report("playwright") };
  const code = await runNode24([inPackage("@playwright", "test", "cli.js"), "test", "--reporter=list,json"], {
    env,
  });
  return countPlaywright(report("playwright"), code);
}

const counts = [];
for (const [name, run] of steps) {
  process.stdout.write(`\n== ${name}\n`);
  const count = await run();
  counts.push(count);
  process.stdout.write(`== ${name}: ${summary([count]).line}\n`);
}
const { line, failed } = summary(counts);
process.stdout.write(`\n${line}\n`);
process.exitCode = failed > 0 ? 1 : 0;
