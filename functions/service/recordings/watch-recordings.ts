import type { RecordingContext } from "../worker-ports.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long the provider is asked for a recording, and how long a call is given to announce one. */
const searchFor = 30 * day;
const settleFor = 15 * minute;
const announceWithin = 60 * minute;

/**
 * Finds what fell between the steps: recordings whose job was lost are taken up again, and calls whose recording was
 * never announced are marked, so that an officer does not wait for sound that will not come.
 */
export async function watchRecordings(
  ctx: RecordingContext,
): Promise<{ unfinished: number; absent: number }> {
  const now = ctx.clock();
  const ago = (ms: number) => new Date(now.getTime() - ms);
  const unfinished = await ctx.recordings.takeUpAgain({ after: ago(searchFor), before: ago(settleFor) });
  const absent = await ctx.recordings.noteAbsent({ after: ago(7 * day), before: ago(announceWithin) }, now);
  if (unfinished > 0) ctx.log.info({ count: unfinished }, "recordings still to fetch or remove");
  if (absent > 0) ctx.log.warn({ count: absent }, "calls without a recording");
  return { unfinished, absent };
}
