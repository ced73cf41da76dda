import { uuid7 } from "../../domain/ids/uuid7.ts";
import type { Locale } from "../../domain/locales/locales.ts";
import { type MisuseSign, signsOf } from "../../domain/misuse/signs.ts";
import type { IntakeContext } from "../context.ts";
import { callKey, openCallTip } from "./open-call-tip.ts";
import type { Accepted } from "./submit-tip.ts";

export interface RecordingNotice {
  callSid: string;
  recordingSid: string;
  locale: Locale;
  /** Whole seconds as the provider reports them, or null when it does not yet. */
  seconds: number | null;
  /** Which question of the call it answers, such as `where`. */
  part?: string;
  /** The caller is on the line and may want to hear it. */
  onLine?: boolean;
  /** Nobody announced it: it was found at the provider, who made it then. */
  found?: { madeAt: Date };
  /** Signs of misuse that the call bears by now. */
  misuse?: MisuseSign[];
}

/** No call lasts longer after a recording; the end of the call frees it sooner. */
const holdMs = 15 * 60_000;

/**
 * Notes that a call left a recording: opens the call's tip if nothing did before, and has the worker fetch the audio.
 * The same `recordingSid` again changes nothing. Resolves when both are on disk.
 */
export async function attachRecording(ctx: IntakeContext, notice: RecordingNotice): Promise<Accepted> {
  const { found } = notice;
  const tip = await openCallTip(found ? { ...ctx, clock: () => found.madeAt } : ctx, notice);
  const now = ctx.clock();
  await ctx.journal.append({
    kind: "recording",
    id: uuid7(now, ctx.random(10)),
    at: now.toISOString(),
    tipIdemHash: ctx.keys.hashIdempotency(callKey(notice.callSid)),
    recordingSid: notice.recordingSid,
    callSid: notice.callSid,
    seconds: notice.seconds,
    ...(notice.part ? { part: notice.part } : {}),
    ...(found ? { found: true } : {}),
    ...(notice.onLine ? { heldUntil: new Date(now.getTime() + holdMs).toISOString() } : {}),
    ...signsOf(notice),
  });
  return tip;
}
