// npm run lighthouse: Lighthouse over the built program; fails below 100 for accessibility, best practices or SEO.
import { ensureBuilt } from "./lib/build.mjs";
import { ensureDebianPackages } from "./lib/debian.mjs";
import { ensureInstalled, ensureTools } from "./lib/install.mjs";
import { root } from "./lib/paths.mjs";
import { runNode24 } from "./lib/run-node.mjs";

await ensureInstalled();
await ensureTools();
ensureDebianPackages();
await ensureBuilt();
process.exitCode = await runNode24([`${root}/test/lighthouse/main.ts`, ...process.argv.slice(2)]);
