import { BadInput, NotAllowed, NotFound, StaleVersion } from "../errors.ts";

/** Of several tips: how many were changed, and how many were left as they are. */
export interface Counted {
  done: number;
  left: number;
}

/**
 * Does something to one of several tips and counts it; false for one that somebody changed meanwhile, or that this
 * cannot be done to. Any other error is thrown.
 */
export async function countEach(count: Counted, run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
    count.done += 1;
    return true;
  } catch (error) {
    const ofThisOne =
      error instanceof StaleVersion ||
      error instanceof NotAllowed ||
      error instanceof NotFound ||
      isBadOfficer(error);
    if (!ofThisOne) throw error;
    count.left += 1;
    return false;
  }
}

/** The officer may not have this one of the tips; another they may. */
function isBadOfficer(error: unknown): boolean {
  return error instanceof BadInput && error.issues.every(({ path }) => path === "officer");
}
