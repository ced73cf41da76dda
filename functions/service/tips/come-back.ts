import { uuid7 } from "../../domain/ids/uuid7.ts";
import { detectLanguage } from "../../domain/language/detect.ts";
import type { Lang } from "../../domain/triage/verdict.ts";
import type { IntakeContext } from "../context.ts";
import { DatabaseAway } from "../errors.ts";
import type { PublicStatus } from "../ports.ts";
import { followUp } from "../threads/follow-up.ts";
import { callerHashes } from "./end-call.ts";
import { callKey } from "./open-call-tip.ts";

/** What the holder of a receipt is told: where it stands, and what the desk asks. */
export interface CameBack {
  status: PublicStatus;
  question?: DeskQuestion;
}

/** What the desk asks, and the language it is written in. */
export interface DeskQuestion {
  text: string;
  lang: Lang;
}

/**
 * Lets a call go on with an earlier tip: by its receipt, or by the number of a caller who was cut off minutes ago. From
 * here on what the call records belongs there; where no such tip is, it becomes a tip of its own, and nothing tells the
 * two apart. Resolves when the wish is on disk, with what the desk tells and asks if it can be known now.
 */
export async function comeBack(
  ctx: IntakeContext,
  call: { callSid: string; receipt?: string; caller?: string },
): Promise<CameBack | undefined> {
  const now = ctx.clock();
  const { callSid, receipt, caller } = call;
  const id = uuid7(now, ctx.random(10));
  await ctx.journal.append({
    kind: "return",
    id,
    at: now.toISOString(),
    callHash: ctx.keys.hashIdempotency(callKey(callSid)),
    receiptHash: receipt ? ctx.keys.hashReceipt(receipt) : null,
    lookFor: receipt || !caller ? [] : callerHashes(ctx.keys, caller, now).lookFor,
  });
  ctx.log.info({ id, code: receipt ? "back_by_receipt" : "back_by_number" }, "caller came back");
  if (!receipt) return undefined;
  try {
    const thread = await followUp(ctx, { receipt });
    const question = questionOf(thread);
    return { status: thread.status, ...(question ? { question } : {}) };
  } catch (error) {
    if (error instanceof DatabaseAway) return undefined;
    throw error;
  }
}

/** What the desk wrote since the reporter last did, as one text. */
function questionOf({ messages }: Awaited<ReturnType<typeof followUp>>): DeskQuestion | undefined {
  const answered = messages.findLastIndex(({ from }) => from === "reporter");
  const open = messages.slice(answered + 1).map(({ text }) => text);
  if (open.length === 0) return undefined;
  const text = open.join("\n");
  return { text, lang: detectLanguage(text) };
}
