// npm start: works with the Node that is there (20 or later) and nothing installed.
import { join } from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/paths.mjs";
import { becomeNode24 } from "./lib/run-node.mjs";

await ensureInstalled();
await ensureBuilt();
becomeNode24([join(root, "functions", "start.ts"), ...process.argv.slice(2)], { tied: true });
