import type { IntakeContext } from "../context.ts";
import { attachRecording } from "../tips/attach-recording.ts";
import type { ListedRecording, RecordingList } from "./ports.ts";

const minuteMs = 60_000;
/** A callback that fails is repeated for some minutes; what is still unknown then was made while we were away. */
const settleMs = 15 * minuteMs;
/** As long as a recording that was announced is searched for. */
const lookBackMs = 30 * 24 * 60 * minuteMs;

/**
 * Takes in recordings of our line that no callback told us of: made by the provider's fallback document while our server
 * was down, or announced while our disk was full. Only calls to one of `ourNumbers` (E.164) are ours; the account may
 * serve other lines. Each becomes a call's tip, received when it was spoken. Answers how many were found. A stop in the
 * middle loses nothing: the next look finds what is not taken in yet, and what is changes nothing.
 */
export async function sweepRecordings(
  ctx: Pick<IntakeContext, "clock" | "random" | "log" | "sealer" | "keys" | "index" | "journal" | "store">,
  list: RecordingList,
  ourNumbers: ReadonlySet<string>,
): Promise<number> {
  const now = ctx.clock().getTime();
  const { recordings, whole } = await list.list(new Date(now - lookBackMs));
  if (!whole) ctx.log.warn({ code: "list_too_long", count: recordings.length }, "not all recordings listed");
  const settled = recordings.filter(({ madeAt }) => now - madeAt.getTime() >= settleMs);
  if (settled.length === 0) return 0;
  const known = new Set(await ctx.store.knownRecordings(settled.map(({ recordingSid }) => recordingSid)));
  const unknown = settled.filter(({ recordingSid }) => !known.has(recordingSid));
  let found = 0;
  let unasked = 0;
  // The first words of a call come first.
  for (const recording of unknown.sort((a, b) => a.madeAt.getTime() - b.madeAt.getTime())) {
    const ours = await isOurs(recording, list, ourNumbers);
    if (ours === undefined) unasked += 1;
    if (!ours) continue;
    await takeIn(ctx, recording);
    found += 1;
  }
  if (found > 0) ctx.log.warn({ count: found }, "recordings found that were never announced");
  if (unasked > 0) ctx.log.warn({ count: unasked }, "recordings whose call could not be asked about");
  return found;
}

/** Undefined when the provider could not tell now: the next look asks again. */
async function isOurs(
  { callSid }: ListedRecording,
  list: RecordingList,
  ourNumbers: ReadonlySet<string>,
): Promise<boolean | undefined> {
  try {
    return (await list.numbersCalled(callSid)).some((number) => ourNumbers.has(number));
  } catch {
    return undefined;
  }
}

async function takeIn(
  ctx: Parameters<typeof attachRecording>[0],
  { callSid, recordingSid, seconds, madeAt }: ListedRecording,
): Promise<void> {
  await attachRecording(ctx, { callSid, recordingSid, seconds, locale: "ja", found: { madeAt } });
}
