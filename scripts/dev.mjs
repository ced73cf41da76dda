// npm run dev: the program, built and started anew whenever one of its files changes.
import { join } from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/paths.mjs";
import { becomeNode24 } from "./lib/run-node.mjs";

await ensureInstalled();
await ensureBuilt();
becomeNode24([join(root, "functions", "dev.ts")], { tied: true });
