import { createHash } from "node:crypto";
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./paths.mjs";

const UNWRITTEN_MS = 2_000;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Does `work` while no other run in this clone does the same; a run that was killed is not waited for.
 * The lock lies outside node_modules, which installing removes first.
 */
export async function oneAtATime(name, work) {
  const path = join(
    tmpdir(),
    `shirokuro-${name}-${createHash("sha256").update(root).digest("hex").slice(0, 16)}.lock`,
  );
  for (let told = false; ; ) {
    try {
      writeFileSync(path, String(process.pid), { flag: "wx", mode: 0o600 });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (isStale(path)) rmSync(path, { force: true });
    else if (!told) {
      process.stderr.write(`Waiting for another ${name} in this folder.\n`);
      told = true;
    }
    await sleep(100);
  }
  const release = () => rmSync(path, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    release();
    process.off("exit", release);
  }
}

function isStale(path) {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    if (!pid) return Date.now() - statSync(path).mtimeMs > UNWRITTEN_MS;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}
