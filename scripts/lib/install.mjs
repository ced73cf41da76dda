import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { oneAtATime } from "./one-at-a-time.mjs";
import { fail, inPackage, node24, root } from "./paths.mjs";

const lockFile = join(root, "package-lock.json");
const stamp = inPackage(".shirokuro-installed");

const wanted = () =>
  createHash("sha256")
    .update(readFileSync(lockFile))
    .update(process.platform + process.arch)
    .digest("hex");

/** Installs exactly what package-lock.json names, unless that is there already. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await oneAtATime("install", async () => {
    if (isInstalled()) return;
    process.stderr.write("Installing packages (the first time this takes a minute or two) …\n");
    const npm = npmCommand([
      "ci",
      "--include=dev",
      "--ignore-scripts=false",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ]);
    // Its words go to standard error: standard output belongs to the program that is started next.
    const { status, error } = spawnSync(npm.command, npm.args, {
      cwd: root,
      stdio: ["ignore", 2, 2],
      shell: npm.shell,
    });
    if (error) fail(`npm could not be run (${error.code}): install npm, then try again`);
    if (status !== 0)
      fail("npm ci failed (its reason is above): look at the network or the registry, then try again");
    if (!existsSync(node24))
      fail("npm ci did not bring Node 24: allow its install scripts (npm config set ignore-scripts false)");
    writeFileSync(stamp, wanted());
  });
}

function isInstalled() {
  if (!existsSync(node24)) return false;
  const now = wanted();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return true;
  if (!holdsAll()) return false;
  writeFileSync(stamp, now);
  return true;
}

/** Whether npm itself, run by hand, has already brought every package the lock file names. */
function holdsAll() {
  try {
    const there = JSON.parse(readFileSync(inPackage(".package-lock.json"), "utf8")).packages;
    const named = JSON.parse(readFileSync(lockFile, "utf8")).packages;
    return Object.entries(named).every(([path, { version, optional }]) => {
      const found = there[path];
      return path === "" || (found ? found.version === version : optional === true);
    });
  } catch {
    return false;
  }
}

/**
 * Installs the checkers of `tools/`, which only the tests use: they stay out of the program's own packages, and none of
 * their install scripts runs, one of which would fetch a Java from elsewhere.
 */
export async function ensureTools() {
  const lock = readFileSync(join(root, "tools", "package-lock.json"));
  const wantedTools = createHash("sha256").update(lock).digest("hex");
  const toolsStamp = join(root, "tools", "node_modules", ".shirokuro-installed");
  if (existsSync(toolsStamp) && readFileSync(toolsStamp, "utf8") === wantedTools) return;
  await oneAtATime("tools", async () => {
    process.stderr.write("Installing the checkers …\n");
    const npm = npmCommand(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    const { status } = spawnSync(npm.command, npm.args, {
      cwd: join(root, "tools"),
      stdio: ["ignore", 2, 2],
      shell: npm.shell,
    });
    if (status !== 0) fail("npm ci failed in tools/ (its reason is above)");
    writeFileSync(toolsStamp, wantedTools);
  });
}

/** The npm that started us, else the one beside our Node or on the PATH. */
function npmCommand(args) {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.c?js$/.test(own))
    return { command: process.execPath, args: [own, ...args], shell: false };
  return { command: "npm", args, shell: process.platform === "win32" };
}
