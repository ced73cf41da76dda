// npm run accessibility: checks every page in every language and writes what the accessibility page tells of it.
import { buildSite } from "./lib/build.mjs";
import { ensureDebianPackages } from "./lib/debian.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { fail, inPackage } from "./lib/paths.mjs";
import { runNode24 } from "./lib/run-node.mjs";

await ensureInstalled();
ensureDebianPackages();
if ((await buildSite(["inherit", "inherit"])) !== 0)
  fail("the site could not be built (the reason is above)");
process.exitCode = await runNode24(
  [
    inPackage("@playwright", "test", "cli.js"),
    "test",
    "site.e2e",
    "--grep",
    "every page in",
    "--reporter=list",
  ],
  { env: { RECORD_ACCESSIBILITY: "1" } },
);
