// node scripts/run.mjs FILE ARGS…: runs one of the program's files on Node 24, installing what is missing first.
import { resolve } from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { fail, root } from "./lib/paths.mjs";
import { becomeNode24 } from "./lib/run-node.mjs";

const [file, ...args] = process.argv.slice(2);
if (!file) fail("usage: node scripts/run.mjs FILE [ARGUMENTS]");
await ensureInstalled();
becomeNode24([resolve(root, file), ...args]);
