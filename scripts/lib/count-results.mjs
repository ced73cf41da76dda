import { readFileSync } from "node:fs";

// Totals come from the runners' own reports: an exit code alone does not say how many.

const read = (path) => {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
};

/** A runner that failed for a reason no test shows, or ran no test at all, is one failure more. */
function settle({ passed, failed }, exitCode) {
  if (passed + failed === 0) return { passed: 0, failed: 1 };
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
}

/** Vitest's JSON report; a file that could not even be loaded counts as one failure. */
export function countVitest(path, exitCode) {
  const report = read(path);
  if (!report) return { passed: 0, failed: 1 };
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return settle({ passed: report.numPassedTests, failed: report.numFailedTests + broken.length }, exitCode);
}

/** Playwright's JSON report; a test that passed only when tried again has failed once too often. */
export function countPlaywright(path, exitCode) {
  const report = read(path);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return settle({ passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0) }, exitCode);
}

/** A check that either holds or does not. */
export function countGate(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The last line: `N passed, N failed`. */
export function summary(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  return { line: `${sum("passed")} passed, ${sum("failed")} failed`, failed: sum("failed") };
}
