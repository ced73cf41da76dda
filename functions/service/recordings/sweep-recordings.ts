import type { IntakeContext } from "../context.ts";
import { attachRecording } from "../tips/attach-recording.ts";
import type { RecordingList } from "./ports.ts";

const minuteMs = 60_000;
/** A callback that fails is repeated for some minutes; what is still unknown then was made while we were away. */
const settleMs = 15 * minuteMs;
const lookBackMs = 3 * 24 * 60 * minuteMs;

/**
 * Takes in recordings of our line that no callback told us of: made by the provider's fallback document while our server
 * was down, or announced while our disk was full. Each becomes a call's tip as if it had been announced now. Answers how
 * many were found.
 */
export async function sweepRecordings(
  ctx: Pick<IntakeContext, "clock" | "random" | "log" | "sealer" | "keys" | "index" | "journal" | "store">,
  list: RecordingList,
): Promise<number> {
  const now = ctx.clock().getTime();
  const listed = await list.list(new Date(now - lookBackMs));
  const settled = listed.filter(({ madeAt }) => now - madeAt.getTime() >= settleMs);
  if (settled.length === 0) return 0;
  const known = new Set(await ctx.store.knownRecordings(settled.map(({ recordingSid }) => recordingSid)));
  const found = settled.filter(({ recordingSid }) => !known.has(recordingSid));
  // The first words of a call come first.
  for (const { callSid, recordingSid, seconds } of found.sort(
    (a, b) => a.madeAt.getTime() - b.madeAt.getTime(),
  ))
    await attachRecording(ctx, { callSid, recordingSid, seconds, locale: "ja" });
  if (found.length > 0) ctx.log.warn({ count: found.length }, "recordings found that were never announced");
  return found.length;
}
