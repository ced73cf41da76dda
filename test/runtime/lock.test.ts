import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BACK_OFF, waitBefore } from "../../functions/supervise/keep-running.ts";
import { awaitLeftOvers, noteProcess } from "../../functions/supervise/left-over.ts";
import { startOf, takeLock } from "../../functions/supervise/lock.ts";

let folder: string;
const path = (): string => join(folder, "lock");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shirokuro-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a held lock is refused and names its holder; given back it can be taken", () => {
  const first = takeLock(path());
  expect(takeLock(path())).toEqual({ ok: false, pid: process.pid });
  if (first.ok) first.release();
  expect(takeLock(path()).ok).toBe(true);
  expect(readdirSync(folder)).toEqual(["lock"]);
});

test.each([
  ["of a process that is gone", { pid: 999_999_999, started: "x 1" }],
  ["of a process whose pid another has since got", { pid: process.pid, started: "long ago" }],
])("a lock %s is taken over", (_, holder) => {
  writeFileSync(path(), JSON.stringify(holder));
  expect(takeLock(path()).ok).toBe(true);
  expect(takeLock(path())).toEqual({ ok: false, pid: process.pid });
});

test("a lock file that a power cut left empty is taken over", () => {
  writeFileSync(path(), "");
  expect(takeLock(path()).ok).toBe(true);
});

test("a process left by an earlier start is waited for, and a stranger with its pid is not", async () => {
  const child = spawn("sleep", ["0.3"]);
  noteProcess(folder, "public", child.pid ?? 0);
  writeFileSync(join(folder, "run", "staff.json"), JSON.stringify({ pid: process.pid, started: "long ago" }));
  const startedAt = performance.now();
  await awaitLeftOvers(folder, ["public", "staff", "worker"]);
  expect(performance.now() - startedAt).toBeGreaterThan(150);
  expect(startOf(child.pid ?? 0)).toBeUndefined();
  expect(readdirSync(join(folder, "run"))).toEqual([]);
});

test("waits between attempts double up to half a minute", () => {
  const waits = [1, 2, 3, 4, 20].map((failures) => waitBefore(failures, BACK_OFF));
  expect(waits).toEqual([200, 400, 800, 1_600, 30_000]);
});
