import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startOf } from "../../functions/supervise/lock.ts";
import { until } from "../support/program.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");

// A clone with the real scripts, and an npm that only writes down that it ran and links Node.
const NPM = `#!/bin/sh
echo "$@" >> npm-runs
sleep 0.3
[ -f npm-fails ] && { echo "npm error network" >&2; exit 1; }
rm -rf node_modules && mkdir -p node_modules/node/bin && ln -s "${process.execPath}" node_modules/node/bin/node
mkdir -p node_modules/astro/bin && echo 'import("node:fs").then((fs) => fs.mkdirSync("dist"))' > node_modules/astro/bin/astro.mjs
`;
const SAY = `console.log(JSON.stringify({ args: process.argv.slice(2), node: process.execPath }));
process.on("SIGTERM", () => process.exit(9));
if (process.argv[2] === "wait") setInterval(() => {}, 1000);
else process.exitCode = Number(process.argv[2] ?? 0);`;

let clone: string;
const at = (name: string): string => join(clone, name);

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "shirokuro-clone-"));
  cpSync(join(ROOT, "scripts"), at("scripts"), { recursive: true });
  writeFileSync(
    at("package-lock.json"),
    JSON.stringify({ packages: { "": {}, "node_modules/a": { version: "1.0.0" } } }),
  );
  mkdirSync(at("bin"));
  writeFileSync(at("bin/npm"), NPM);
  chmodSync(at("bin/npm"), 0o755);
  writeFileSync(at("say.mjs"), SAY);
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

function run(...args: string[]) {
  const child = spawn(process.execPath, [at("scripts/run.mjs"), "say.mjs", ...args], {
    cwd: clone,
    env: { PATH: `${at("bin")}:/usr/bin:/bin` },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  return { child, ended: once(child, "close").then(([code]) => ({ code, out, err })), out: () => out };
}
const runs = (): number =>
  existsSync(at("npm-runs")) ? readFileSync(at("npm-runs"), "utf8").split("\n").length - 1 : 0;

describe("a script on a bare clone", () => {
  test("installs once, runs the file on the installed Node, and keeps arguments and exit code", async () => {
    const first = await run("7", "two words").ended;
    expect(first).toMatchObject({ code: 7, err: expect.stringContaining("Installing packages") });
    expect(JSON.parse(first.out)).toMatchObject({ args: ["7", "two words"] });
    expect(await run("0").ended).toMatchObject({ code: 0, err: "" });
    expect(runs()).toBe(1);
  });

  test("two first runs at once install once, and both go on", async () => {
    const both = await Promise.all([run("3").ended, run("4").ended]);
    expect(both.map(({ code }) => code)).toEqual([3, 4]);
    expect(runs()).toBe(1);
  });

  test("installs again when package-lock.json has changed", async () => {
    await run("0").ended;
    writeFileSync(
      at("package-lock.json"),
      JSON.stringify({ packages: { "": {}, "node_modules/a": { version: "1.0.1" } } }),
    );
    await run("0").ended;
    expect(runs()).toBe(2);
  });

  test("does not install again what npm itself has brought", async () => {
    await run("0").ended;
    rmSync(at("node_modules/.shirokuro-installed"));
    writeFileSync(
      at("node_modules/.package-lock.json"),
      JSON.stringify({ packages: { "node_modules/a": { version: "1.0.0" } } }),
    );
    await run("0").ended;
    expect(runs()).toBe(1);
    writeFileSync(at("node_modules/.package-lock.json"), JSON.stringify({ packages: {} }));
    rmSync(at("node_modules/.shirokuro-installed"));
    await run("0").ended;
    expect(runs()).toBe(2);
  });

  test("a failed install is said in one line after npm's own, runs nothing, and is tried again next time", async () => {
    writeFileSync(at("npm-fails"), "");
    const failed = await run("0").ended;
    expect(failed).toMatchObject({ code: 1, out: "" });
    expect(failed.err.trimEnd().split("\n").at(-1)).toBe(
      "npm ci failed (its reason is above): look at the network or the registry, then try again",
    );
    rmSync(at("npm-fails"));
    expect(await run("5").ended).toMatchObject({ code: 5 });
  });

  test("npm start builds what is missing, and stops when the shell that npm puts between is killed", async () => {
    mkdirSync(at("functions"));
    writeFileSync(
      at("functions/start.ts"),
      'process.on("disconnect", () => process.exit(0)); console.log(process.pid);',
    );
    const shell = spawn("sh", ["-c", "node scripts/start.mjs; true"], {
      cwd: clone,
      env: { PATH: `${at("bin")}:${dirname(process.execPath)}:/usr/bin:/bin`, npm_lifecycle_event: "start" },
    });
    const [line] = await once(shell.stdout, "data");
    const pid = Number(String(line));
    expect(existsSync(at("dist/.shirokuro-built"))).toBe(true);
    shell.kill("SIGKILL");
    await until(() => startOf(pid) === undefined);
  });

  test("passes SIGTERM on and ends as the program ends", async () => {
    const running = run("wait");
    while (!running.out()) await new Promise((done) => setTimeout(done, 20));
    running.child.kill("SIGTERM");
    expect(await running.ended).toMatchObject({ code: 9 });
  });
});

test("package-lock.json names every optional package, without which npm ci refuses it", () => {
  type Entry = { version?: string; optionalDependencies?: Record<string, string> };
  const packages: Record<string, Entry> = JSON.parse(
    readFileSync(join(ROOT, "package-lock.json"), "utf8"),
  ).packages;
  const missing = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
  expect(Object.entries(packages).filter(([path, entry]) => path !== "" && !entry.version)).toEqual([]);
});
