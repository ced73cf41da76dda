import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countGate, countPlaywright, countVitest, summary } from "../../scripts/lib/count-results.mjs";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "shirokuro-counts-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: unknown): string {
  const path = join(folder, `${Math.abs(JSON.stringify(content).length)}.json`);
  writeFileSync(path, JSON.stringify(content));
  return path;
}
const vitest = (passed: number, failed: number, files: unknown[] = []) =>
  report({ numPassedTests: passed, numFailedTests: failed, testResults: files });
const playwright = (stats: object, errors: unknown[] = []) =>
  report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

test("passed and failed tests are counted as the runners report them", () => {
  expect(countVitest(vitest(12, 2), 1)).toEqual({ passed: 12, failed: 2 });
  expect(countPlaywright(playwright({ expected: 5, unexpected: 1 }), 1)).toEqual({ passed: 5, failed: 1 });
});

test("a suite that ran no test has failed", () => {
  expect(countVitest(vitest(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
  expect(countPlaywright(playwright({}), 0)).toEqual({ passed: 0, failed: 1 });
});

test("a runner that ended badly, or wrote no report, has failed even if every test passed", () => {
  expect(countVitest(vitest(3, 0), 1)).toEqual({ passed: 3, failed: 1 });
  expect(countVitest(join(folder, "none.json"), 0)).toEqual({ passed: 0, failed: 1 });
  expect(countPlaywright(join(folder, "none.json"), 0)).toEqual({ passed: 0, failed: 1 });
});

test("a file that could not be loaded is a failure, though none of its tests ran", () => {
  const files = [{ status: "failed", assertionResults: [] }];
  expect(countVitest(vitest(3, 0, files), 1)).toEqual({ passed: 3, failed: 1 });
});

test("a browser test that passed only at the second try has failed", () => {
  expect(countPlaywright(playwright({ expected: 4, flaky: 1 }), 0)).toEqual({ passed: 4, failed: 1 });
});

test("the last line adds everything up", () => {
  const counts = [countGate(0), countGate(1), { passed: 40, failed: 2 }];
  expect(summary(counts)).toEqual({ line: "41 passed, 3 failed", failed: 3 });
});
