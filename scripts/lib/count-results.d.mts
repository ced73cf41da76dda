export type Count = { passed: number; failed: number };
export function countVitest(path: string, exitCode: number): Count;
export function countPlaywright(path: string, exitCode: number): Count;
export function countGate(exitCode: number): Count;
export function summary(counts: Count[]): { line: string; failed: number };
