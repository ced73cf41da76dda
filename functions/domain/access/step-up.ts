/** How long a renewed proof of who asks holds for what leaves the desk or opens a reporter's contact. */
export const proofLifeMs = 5 * 60_000;

/** Whether a proof made at `provenAt` still holds: for five minutes, and never from the future. */
export function isProven(provenAt: Date | null | undefined, now: Date): boolean {
  if (!provenAt) return false;
  const age = now.getTime() - provenAt.getTime();
  return age >= 0 && age < proofLifeMs;
}
