/** The handover at 08:30 in Tokyo: when it is due, and what it tells, in counts and ids alone. */
import { z } from "zod";
import { Band, Region } from "../triage/verdict.ts";

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const tokyoMs = 9 * hourMs;
/** 08:30. */
const handoverMs = 8.5 * hourMs;
/** From 08:00 on it is written; until 09:30 the desk reminds of it. */
const earlyMs = 0.5 * hourMs;
const lateMs = hourMs;

/** The latest 08:30 in Tokyo that is not after `now`. */
export function lastHandoverTime(now: Date): Date {
  const day = Math.floor((now.getTime() + tokyoMs - handoverMs) / dayMs);
  return new Date(day * dayMs + handoverMs - tokyoMs);
}

/** The day in Tokyo of the handover, such as `2026-11-30`. */
export function handoverDay(at: Date): string {
  return new Date(at.getTime() + tokyoMs).toISOString().slice(0, 10);
}

/** Whether nothing was handed over for the last 08:30; what is handed over in the half hour before is for it. */
export function isHandoverDue(now: Date, lastHandedAt: Date | null): boolean {
  return lastHandedAt === null || lastHandedAt.getTime() < lastHandoverTime(now).getTime() - earlyMs;
}

/** What is still to be done of the morning's handover: to hand over, or to take over what a colleague handed over. */
export type HandoverSign = "hand" | "take";

/** What to remind an officer of from 08:00 to 09:30 in Tokyo, until it is done; null at any other time. */
export function handoverSign(
  now: Date,
  last: { handedAt: Date; handedBy: string; taken: boolean } | null,
  officerId: string,
): HandoverSign | null {
  const morning = lastHandoverTime(new Date(now.getTime() + earlyMs));
  if (now.getTime() - morning.getTime() >= lateMs) return null;
  if (last === null || last.handedAt.getTime() < morning.getTime() - earlyMs) return "hand";
  return last.taken || last.handedBy === officerId ? null : "take";
}

/** From when on it tells: since the last one, but no further back than three days; a first one tells of a day. */
export function tellsSince(now: Date, lastHandedAt: Date | null): Date {
  if (!lastHandedAt) return new Date(now.getTime() - dayMs);
  return new Date(Math.max(lastHandedAt.getTime(), now.getTime() - 3 * dayMs));
}

const Told = z.strictObject({ id: z.uuid(), band: Band, region: Region.nullable(), at: z.iso.datetime() });
const Some = z.strictObject({ total: z.number().int(), tips: z.array(Told) });

/** A list names no more than this many tips; its total counts all. */
export const mostTold = 40;

export const HandoverFacts = z.strictObject({
  /** New tips of bands A and B since then. */
  fresh: Some,
  /** Due from six hours ago on, the next first; `at` is when. */
  arriving: Some,
  /** Reporters' answers that nobody read. */
  answers: Some,
  /** Recordings that nobody listened to. */
  unheard: Some,
  /** Set aside since then. */
  aside: Some,
  /** Open tips in the queue by band, and what lies in quarantine. */
  open: z.strictObject({
    A: z.number(),
    B: z.number(),
    C: z.number(),
    D: z.number(),
    quarantine: z.number(),
  }),
  /** Where the event log's chain ended: `4711:9f…`. */
  head: z.string(),
});
export type HandoverFacts = z.infer<typeof HandoverFacts>;
