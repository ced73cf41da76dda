import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { oneAtATime } from "./one-at-a-time.mjs";
import { fail, inPackage, root } from "./paths.mjs";
import { runNode24 } from "./run-node.mjs";

// All that the pages are made of.
const SOURCES = [
  "src",
  "content",
  "public",
  "functions/domain",
  "astro.config.ts",
  "tsconfig.json",
  "package-lock.json",
];

const stamp = join(root, "dist", ".shirokuro-built");

/** Builds the site when it was never built, or was built from other sources. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  await oneAtATime("build", async () => {
    if (isBuilt()) return;
    process.stderr.write("Building the site …\n");
    if ((await buildSite([2, 2])) !== 0) fail("the site could not be built (the reason is above)");
  });
}

/** Builds the site in any case; resolves with the exit code. `output` says where the builder's words go. */
export async function buildSite([stdout, stderr]) {
  const sources = fingerprint();
  const code = await runNode24([inPackage("astro", "bin", "astro.mjs"), "build"], {
    stdio: ["ignore", stdout, stderr],
  });
  if (code === 0) writeFileSync(stamp, sources);
  return code;
}

function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint();
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const name of SOURCES)
    for (const file of filesBelow(name))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update("\0");
  return hash.digest("hex");
}

function filesBelow(name) {
  const path = join(root, name);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [name];
  return readdirSync(path)
    .sort()
    .flatMap((entry) => filesBelow(`${name}/${entry}`));
}
