import type { IntakeKeys, TipEntry } from "../ports.ts";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Hashes that let a text message join the tip its sender began in the 24 hours before `now`. The hash changes with
 * the Tokyo day, so a message looks under today's and yesterday's, and the day's own hash is all that is kept.
 */
export function senderHashes(keys: IntakeKeys, number: string, now: Date): NonNullable<TipEntry["sender"]> {
  const today = keys.hashSender(number, tokyoDay(now));
  const yesterday = keys.hashSender(number, tokyoDay(new Date(now.getTime() - dayMs)));
  return {
    lookFor: [today, yesterday],
    remember: [today],
    expiresAt: new Date(now.getTime() + dayMs).toISOString(),
  };
}

/** `YYYY-MM-DD` in Asia/Tokyo, which has had no summer time since 1951. */
export function tokyoDay(moment: Date): string {
  return new Date(moment.getTime() + 9 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
